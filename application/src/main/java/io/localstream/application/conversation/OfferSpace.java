package io.localstream.application.conversation;

/**
 * How much memory the offers of all peers may take that nobody has answered yet. An offer that is
 * alone is not held to it: it has a limit of its own. Thread-safe.
 */
public final class OfferSpace {
  private final long most;
  private long taken;

  /**
   * Everything is free.
   *
   * @param bytes for all offers together
   */
  public OfferSpace(long bytes) {
    most = bytes;
  }

  /** A share, with nothing in it. */
  Share share() {
    return new Share();
  }

  /** What one offer takes. */
  final class Share {
    private long own;

    private Share() {}

    /** Takes more, if it is free. */
    boolean tryGrow(long bytes) {
      synchronized (OfferSpace.this) {
        if (taken > own && taken + bytes > most) {
          return false;
        }
        taken += bytes;
        own += bytes;
        return true;
      }
    }

    /** Gives everything back. Idempotent. */
    void release() {
      synchronized (OfferSpace.this) {
        taken -= own;
        own = 0;
      }
    }
  }
}
