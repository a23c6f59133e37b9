package io.localstream.application.conversation;

import io.localstream.domain.port.ContentEncryption;

/** Has the cipher warmed up where that takes less time than it saves. */
public final class WarmUp {
  private static final long WORTHWHILE_BYTES = 8L << 20;

  private WarmUp() {}

  /** Begins it in the background. */
  public static void begin(ContentEncryption encryption, long contentBytes) {
    if (contentBytes >= WORTHWHILE_BYTES) {
      Threads.start("encryption", encryption::prepare);
    }
  }
}
