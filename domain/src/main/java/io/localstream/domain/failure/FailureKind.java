package io.localstream.domain.failure;

/** Who or what has to change before a failed action can succeed. */
public enum FailureKind {
  /** The person asked for something that can't be done as asked. */
  USER,
  /** The other device refused or misbehaved. */
  PEER,
  /** An identity, a key or the content could not be authenticated. */
  SECURITY,
  /** The network, a file or the machine stood in the way. */
  ENVIRONMENT,
  /** A defect of LocalStream. */
  INTERNAL
}
