package io.localstream.domain.port;

import io.localstream.domain.event.LocalStreamEvent;

/**
 * Is told what happens. Called from many threads, in order for any one session; must return quickly
 * and must not throw.
 */
@FunctionalInterface
public interface EventObserver {
  void on(LocalStreamEvent event);
}
