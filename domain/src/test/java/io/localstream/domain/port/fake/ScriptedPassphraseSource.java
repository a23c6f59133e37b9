package io.localstream.domain.port.fake;

import io.localstream.domain.device.Passphrase;
import io.localstream.domain.port.PassphraseSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives passphrases that a test has set, each once. Safe for several threads. */
public final class ScriptedPassphraseSource implements PassphraseSource {
  private final Queue<String> unlocking = new ArrayDeque<>();
  private final Queue<String> choices = new ArrayDeque<>();
  private final AtomicInteger asked = new AtomicInteger();

  /** The answers to {@link #unlock}, in this order. */
  public synchronized ScriptedPassphraseSource unlocking(String... passphrases) {
    unlocking.addAll(List.of(passphrases));
    return this;
  }

  /** The answers to {@link #choose}, in this order. */
  public synchronized ScriptedPassphraseSource choosing(String... passphrases) {
    choices.addAll(List.of(passphrases));
    return this;
  }

  /** How often {@link #unlock} was called. */
  public int timesAsked() {
    return asked.get();
  }

  @Override
  public synchronized Optional<Passphrase> unlock(int attempt) {
    asked.incrementAndGet();
    return Optional.ofNullable(unlocking.poll()).map(ScriptedPassphraseSource::passphrase);
  }

  @Override
  public synchronized Optional<Passphrase> choose() {
    return Optional.ofNullable(choices.poll()).map(ScriptedPassphraseSource::passphrase);
  }

  private static Passphrase passphrase(String text) {
    return new Passphrase(text.getBytes(StandardCharsets.UTF_8));
  }
}
