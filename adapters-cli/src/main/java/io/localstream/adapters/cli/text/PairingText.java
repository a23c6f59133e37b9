package io.localstream.adapters.cli.text;

import io.localstream.domain.event.LocalStreamEvent;

/** Lines about codes and keys; never a code itself. */
final class PairingText {
  private PairingText() {}

  /** Both who has made a code and who has typed one is told. */
  static String tried(LocalStreamEvent.CodeTried tried) {
    String wrong =
        "wrong code: code " + tried.number() + " is not the same here and at " + tried.remote();
    if (tried.triesLeft().isEmpty()) {
      return wrong;
    }
    int left = tried.triesLeft().getAsInt();
    return wrong
        + "; "
        + (left == 0 ? "it is burnt now" : left + (left == 1 ? " try" : " tries") + " left");
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
