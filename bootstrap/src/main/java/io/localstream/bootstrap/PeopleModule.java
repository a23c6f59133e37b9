package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import io.localstream.adapters.socket.SystemTicker;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.PassphraseSource;
import io.localstream.domain.port.Ticker;
import java.time.Clock;
import java.time.InstantSource;

/** Who is asked and who is told, and what time it is. */
final class PeopleModule extends AbstractModule {
  private final ApprovalPrompt prompt;
  private final PassphraseSource passphrases;
  private final EventObserver observer;

  PeopleModule(ApprovalPrompt prompt, PassphraseSource passphrases, EventObserver observer) {
    this.prompt = prompt;
    this.passphrases = passphrases;
    this.observer = observer;
  }

  @Override
  protected void configure() {
    bind(ApprovalPrompt.class).toInstance(prompt);
    bind(PassphraseSource.class).toInstance(passphrases);
    bind(EventObserver.class).toInstance(observer);
    bind(InstantSource.class).toInstance(Clock.systemUTC());
    bind(Ticker.class).toInstance(new SystemTicker());
  }
}
