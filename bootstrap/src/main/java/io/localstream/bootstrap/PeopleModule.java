package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.EventObserver;
import java.time.Clock;
import java.time.InstantSource;

/** Who is asked and who is told, and what time it is. */
final class PeopleModule extends AbstractModule {
  private final ApprovalPrompt prompt;
  private final EventObserver observer;

  PeopleModule(ApprovalPrompt prompt, EventObserver observer) {
    this.prompt = prompt;
    this.observer = observer;
  }

  @Override
  protected void configure() {
    bind(ApprovalPrompt.class).toInstance(prompt);
    bind(EventObserver.class).toInstance(observer);
    bind(InstantSource.class).toInstance(Clock.systemUTC());
  }
}
