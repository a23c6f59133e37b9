package io.localstream.adapters.cli.text;

import io.localstream.domain.event.LocalStreamEvent;

/** Lines about codes and keys; never a code itself. */
final class PairingText {
  private PairingText() {}

  /** Both who has made a code and who has typed one is told. */
  static String tried(LocalStreamEvent.CodeTried tried) {
    String rest =
        tried.triesLeft() == 0
            ? "it is burnt now"
            : tried.triesLeft() + (tried.triesLeft() == 1 ? " try" : " tries") + " left";
    return "wrong code: code "
        + tried.number()
        + " is not the same here and at "
        + tried.remote()
        + "; "
        + rest;
  }

  static String paired(LocalStreamEvent.Paired paired) {
    return "paired with "
        + paired.peer().name().display()
        + ", fingerprint "
        + paired.peer().fingerprint().brief()
        + (paired.pinned() ? " ...: known from now on" : " ...: for this once");
  }

  static String replaced(LocalStreamEvent.KeysReplaced replaced) {
    return replaced.peer().name().display()
        + (replaced.signed()
            ? " has new keys, and its former key has signed for them: fingerprint "
            : " has the new keys that were accepted here: fingerprint ")
        + replaced.peer().fingerprint().display()
        + " in the place of "
        + replaced.former().display();
  }
}
