package io.localstream.domain.failure;

/**
 * Every way in which an action of LocalStream can fail. Numbers are stable: a number is never given
 * to another meaning. The hundreds tell the area: 1 what was asked, 2 network, 3 trust and refusal,
 * 4 files here or on the other device, 5 protocol, 9 the rest.
 */
public enum FailureCode {
  INVALID_ARGUMENT(101, FailureKind.USER, false, ExitCode.USAGE),
  NO_SUCH_CONNECTION(102, FailureKind.USER, false, ExitCode.USAGE),
  CONNECTION_EXISTS(103, FailureKind.USER, false, ExitCode.USAGE),
  NO_SUCH_TRANSFER(104, FailureKind.USER, false, ExitCode.USAGE),
  NO_SUCH_PEER(105, FailureKind.USER, false, ExitCode.USAGE),
  NO_SUCH_DEVICE(106, FailureKind.USER, false, ExitCode.USAGE),
  NO_SUCH_SESSION(107, FailureKind.USER, false, ExitCode.USAGE),

  ADDRESS_IN_USE(201, FailureKind.ENVIRONMENT, true, ExitCode.NETWORK),
  ADDRESS_NOT_LOCAL(202, FailureKind.USER, false, ExitCode.NETWORK),
  PORT_FORBIDDEN(203, FailureKind.ENVIRONMENT, false, ExitCode.NETWORK),
  NAME_UNKNOWN(204, FailureKind.ENVIRONMENT, true, ExitCode.NETWORK),
  UNREACHABLE(205, FailureKind.ENVIRONMENT, true, ExitCode.NETWORK),
  TIMED_OUT(206, FailureKind.ENVIRONMENT, true, ExitCode.NETWORK),
  LINK_BROKEN(207, FailureKind.ENVIRONMENT, true, ExitCode.NETWORK),
  CLOSED(208, FailureKind.ENVIRONMENT, true, ExitCode.NETWORK),
  NO_PEER(209, FailureKind.ENVIRONMENT, true, ExitCode.NETWORK),
  NO_OFFER(210, FailureKind.ENVIRONMENT, true, ExitCode.NETWORK),
  /** No device of that name, or with that code, is announced here. */
  NOT_FOUND(211, FailureKind.ENVIRONMENT, true, ExitCode.NETWORK),
  /** The other side lets in the device whose person types the code, and this one came without. */
  CODE_WANTED(220, FailureKind.PEER, false, ExitCode.REFUSED),
  /** A person had to be asked, on this side or the other, and nobody was there or answered. */
  NOBODY_ASKED(221, FailureKind.PEER, false, ExitCode.REFUSED),
  /** The other side looked for another device than this one. */
  NOT_MEANT(222, FailureKind.PEER, false, ExitCode.REFUSED),

  NOT_TRUSTED(301, FailureKind.SECURITY, false, ExitCode.REFUSED),
  KEY_CHANGED(302, FailureKind.SECURITY, false, ExitCode.REFUSED),
  REVOKED(303, FailureKind.SECURITY, false, ExitCode.REFUSED),
  HANDSHAKE_FAILED(304, FailureKind.SECURITY, true, ExitCode.REFUSED),
  CONTENT_DAMAGED(305, FailureKind.SECURITY, true, ExitCode.REFUSED),
  DECLINED(306, FailureKind.PEER, false, ExitCode.REFUSED),
  LIMIT_REACHED(307, FailureKind.PEER, true, ExitCode.REFUSED),
  /** The device on the other end is this device itself. */
  OWN_DEVICE(308, FailureKind.USER, false, ExitCode.REFUSED),
  /** The two codes differ, or somebody sits in between. */
  CODE_WRONG(309, FailureKind.SECURITY, false, ExitCode.REFUSED),
  /** The code was used, burnt or is too old, on this side or the other. */
  CODE_NOT_OPEN(310, FailureKind.SECURITY, false, ExitCode.REFUSED),
  /** The device that answered is not the one that was meant. */
  OTHER_DEVICE(311, FailureKind.SECURITY, false, ExitCode.REFUSED),
  /** Nobody gave the passphrase that protects this device's identity. */
  IDENTITY_LOCKED(312, FailureKind.USER, true, ExitCode.REFUSED),
  /** The receiver wanted to see what would be received, and no more for now. */
  ONLY_LOOKED(313, FailureKind.PEER, false, ExitCode.REFUSED),

  FILE_MISSING(401, FailureKind.USER, false, ExitCode.LOCAL_FILE),
  FILE_UNREADABLE(402, FailureKind.ENVIRONMENT, false, ExitCode.LOCAL_FILE),
  FILE_UNWRITABLE(403, FailureKind.ENVIRONMENT, false, ExitCode.LOCAL_FILE),
  FILE_EXISTS(404, FailureKind.USER, false, ExitCode.LOCAL_FILE),
  FILE_CHANGED(405, FailureKind.ENVIRONMENT, true, ExitCode.LOCAL_FILE),
  FILE_NAME_UNSAFE(406, FailureKind.USER, false, ExitCode.LOCAL_FILE),
  NO_SPACE(407, FailureKind.ENVIRONMENT, true, ExitCode.LOCAL_FILE),
  STORE_DAMAGED(408, FailureKind.ENVIRONMENT, false, ExitCode.LOCAL_FILE),
  STORE_UNAVAILABLE(409, FailureKind.ENVIRONMENT, true, ExitCode.LOCAL_FILE),
  HOME_INSECURE(410, FailureKind.SECURITY, false, ExitCode.LOCAL_FILE),
  /** A hidden name would come into a folder that exists already, and was not agreed to. */
  NAME_HIDDEN(411, FailureKind.SECURITY, false, ExitCode.INCOMPLETE),
  /** The destination can't hold the name of a file that is offered. */
  NAME_NOT_HELD(412, FailureKind.USER, false, ExitCode.INCOMPLETE),
  /** This user may not read or write there. */
  NO_PERMISSION(414, FailureKind.ENVIRONMENT, false, ExitCode.LOCAL_FILE),
  /** The file system takes no changes. */
  READ_ONLY(415, FailureKind.ENVIRONMENT, false, ExitCode.LOCAL_FILE),
  /** It is there, but was not compared with what was sent, as it should have been. */
  NOT_VERIFIED(416, FailureKind.ENVIRONMENT, false, ExitCode.INCOMPLETE),
  /** The other device can't store it: no space, no permission, a name that is taken. */
  PEER_CANNOT_STORE(417, FailureKind.PEER, true, ExitCode.LOCAL_FILE),
  /** The other device can't read what it sends. */
  PEER_CANNOT_READ(418, FailureKind.PEER, true, ExitCode.LOCAL_FILE),

  PROTOCOL_VIOLATION(501, FailureKind.PEER, false, ExitCode.NETWORK),
  VERSION_MISMATCH(502, FailureKind.PEER, false, ExitCode.NETWORK),
  /** The other side failed for a reason of its own: its disk, its file, a defect. */
  PEER_FAILED(503, FailureKind.PEER, true, ExitCode.NETWORK),

  CANCELLED(901, FailureKind.USER, true, ExitCode.INTERRUPTED),
  /** This process is told to end; nobody has said no to anything. */
  SHUTTING_DOWN(419, FailureKind.ENVIRONMENT, true, ExitCode.INTERRUPTED),
  INTERNAL(999, FailureKind.INTERNAL, false, ExitCode.INTERNAL);

  private final int number;
  private final FailureKind kind;
  private final boolean retryable;
  private final ExitCode exitCode;

  FailureCode(int number, FailureKind kind, boolean retryable, ExitCode exitCode) {
    this.number = number;
    this.kind = kind;
    this.retryable = retryable;
    this.exitCode = exitCode;
  }

  /** The stable number, for documents and logs. */
  public int number() {
    return number;
  }

  public FailureKind kind() {
    return kind;
  }

  /** Whether the same action may succeed later without anything being changed by a person. */
  public boolean isRetryable() {
    return retryable;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
