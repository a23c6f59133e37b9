package io.localstream.domain.port;

/**
 * One run of a {@link PairingExchange}: three messages in each direction, 1 to 2,048 bytes each.
 * Each step is taken once, in the order of the methods; another order is an {@code
 * IllegalStateException}. A run that failed is over. For one thread.
 *
 * <p>The peer's messages are hostile: each method that takes one throws {@code CODE_WRONG} where it
 * does not fit, be it that the codes differ, that the two sides are not bound to the same context,
 * or that it is malformed, repeated or one's own.
 */
public interface PairingRun extends AutoCloseable {
  /** The first message for the peer. */
  byte[] first();

  /**
   * The second message for the peer.
   *
   * @param peersFirst the peer's first message
   */
  byte[] second(byte[] peersFirst);

  /**
   * The confirmation for the peer. Who receives it can tell whether one guess was right, and
   * nothing more.
   *
   * @param peersSecond the peer's second message
   */
  byte[] confirmation(byte[] peersSecond);

  /**
   * Returns where the peer knows the same code, and both are bound to the same context.
   *
   * @param peersConfirmation the peer's confirmation
   */
  void verify(byte[] peersConfirmation);

  /** Wipes what is known of the code and the keys. Idempotent; never throws. */
  @Override
  void close();
}
