package io.localstream.domain.port;

import io.localstream.domain.port.contract.PassphraseSourceContract;
import io.localstream.domain.port.fake.ScriptedPassphraseSource;

class ScriptedPassphraseSourceTest extends PassphraseSourceContract {
  private final ScriptedPassphraseSource source = new ScriptedPassphraseSource();

  @Override
  protected PassphraseSource source() {
    return source;
  }

  @Override
  protected void knows(String passphrase) {
    source.unlocking(passphrase);
  }

  @Override
  protected void chooses(String passphrase) {
    source.choosing(passphrase);
  }

  @Override
  protected void knowsNothing() {
    // What was scripted is used up.
  }
}
