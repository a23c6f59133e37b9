package io.localstream.domain.port;

/** The secret key of one attempt at a transfer. Opaque; closing destroys it. */
public interface TransferKey extends AutoCloseable {
  /** Destroys the key; sealers and openers made before stay usable. Idempotent; never throws. */
  @Override
  void close();
}
