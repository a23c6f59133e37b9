package io.localstream.domain.port;

import io.localstream.domain.device.PublicKey;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;

/** Encrypts content end to end. Safe for use by several threads. */
public interface ContentEncryption {
  /**
   * Gets ready for much content, where the first of it would be slow otherwise. Takes up to a
   * second of computing: for a spare thread, while peers talk. Need not be called; does nothing
   * when it was before.
   */
  void prepare();

  /** A fresh random key. */
  TransferKey newKey();

  /**
   * Encrypts the key for one recipient and one transfer.
   *
   * @param key made by this object and not closed
   * @throws io.localstream.domain.failure.LocalStreamException {@code PROTOCOL_VIOLATION}: the
   *     recipient's key is not one that can be used
   */
  byte[] wrap(TransferKey key, PublicKey recipient, TransferId transfer);

  /**
   * Recovers a key that was wrapped for this device.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code CONTENT_DAMAGED}: wrapped for
   *     another device or another transfer, or altered
   */
  TransferKey unwrap(byte[] wrapped, TransferId transfer);

  /**
   * The sealing end of a lane.
   *
   * @throws IllegalStateException when a sealer was made of this key and context before
   */
  ChunkSealer sealer(TransferKey key, LaneContext lane);

  /** The opening end of a lane. */
  ChunkOpener opener(TransferKey key, LaneContext lane);
}
