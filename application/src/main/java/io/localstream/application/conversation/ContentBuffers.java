package io.localstream.application.conversation;

/**
 * How much memory the content of all transfers may take at the same time. It is counted here and
 * allocated by the lanes, once in a lane's life. Thread-safe.
 */
public final class ContentBuffers {
  private long freeBytes;

  /**
   * Everything is free.
   *
   * @param bytes for all transfers together
   */
  public ContentBuffers(long bytes) {
    freeBytes = bytes;
  }

  /** Takes that much, if it is free. */
  synchronized boolean tryReserve(long bytes) {
    if (freeBytes < bytes) {
      return false;
    }
    freeBytes -= bytes;
    return true;
  }

  /** Gives back what was taken. */
  synchronized void release(long bytes) {
    freeBytes += bytes;
  }
}
