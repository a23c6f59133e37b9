package io.localstream.domain.port;

/** Makes digests of content: SHA-256 (FIPS 180-4). Safe for several threads. */
public interface Digester {
  /** Begins a digest, for one thread. */
  RunningDigest begin();
}
