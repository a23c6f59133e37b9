package io.localstream.adapters.cli;

import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.PassphraseSource;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a device reaches the person that it works for.
 *
 * @param prompt asks the person
 * @param passphrases knows the passphrase of the identity, or asks for it
 * @param observer is told what happens
 * @param warnings takes lines that a person should see, for example that permissions were mended
 */
public record Contacts(
    ApprovalPrompt prompt,
    PassphraseSource passphrases,
    EventObserver observer,
    Consumer<String> warnings) {
  public Contacts {
    Objects.requireNonNull(prompt);
    Objects.requireNonNull(passphrases);
    Objects.requireNonNull(observer);
    Objects.requireNonNull(warnings);
  }
}
