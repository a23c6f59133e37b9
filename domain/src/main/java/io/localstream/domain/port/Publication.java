package io.localstream.domain.port;

import io.localstream.domain.discovery.Announcement;

/** Something that is being announced. Safe for several threads. */
public interface Publication extends AutoCloseable {
  /** Announces this instead. */
  void change(Announcement what);

  /** Withdraws the announcement, in the background. Idempotent; never throws. */
  @Override
  void close();
}
