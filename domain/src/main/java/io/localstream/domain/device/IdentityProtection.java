package io.localstream.domain.device;

/** How an identity's private keys are kept on disk. */
public enum IdentityProtection {
  /** There is no identity yet. */
  NONE_YET,
  /** Readable for whoever can read the owner's files. */
  OWNER_ONLY,
  /** Encrypted under a passphrase. */
  PASSPHRASE
}
