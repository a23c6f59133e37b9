package io.localstream.domain.message;

/**
 * The predefined replies. Their numbers, texts and whether to try again are kept in one place only,
 * the resource {@code server_message_flags.json} of the socket adapter.
 */
public enum StatusFlag {
  /** Trusted; the session is open once both sides have said so. */
  READY,
  /** A person is being asked; wait. */
  APPROVAL_PENDING,
  /** Everything of a transfer was verified and published. */
  TRANSFER_COMPLETE,
  /** The session ends politely. */
  GOODBYE,
  /** A person said no to a first contact, an offer or a measurement. */
  DECLINED,
  /** As {@link #DECLINED}, but no person was there to be asked, or none answered. */
  NOBODY_ASKED,
  /** A pairing code is open, and the device came without it. */
  CODE_WANTED,
  /** Another device was looked for. */
  NOT_MEANT,
  /** The receiver looked at an offer, and takes nothing now. */
  ONLY_LOOKED,
  /** The connection has as many peers as it may. */
  LIMIT_REACHED,
  /** The device's trust was withdrawn. */
  REVOKED,
  /** The device's keys are not those that were pinned. */
  KEY_CHANGED,
  /** The pairing code is another one, or somebody sits in between. */
  CODE_WRONG,
  /** No such pairing code is open: it was used, burnt, or is too old. */
  CODE_NOT_OPEN,
  /** No common version of the protocol. */
  VERSION_UNSUPPORTED,
  /** The type of the message is not known here. */
  MESSAGE_UNKNOWN,
  /** The message can't be read, or its content is not allowed. */
  MESSAGE_MALFORMED,
  /** The message is not allowed now. */
  MESSAGE_UNEXPECTED,
  /** The transfer was cancelled by a person. */
  CANCELLED,
  /** The process on the side that says so is told to end; nobody has said no. */
  SHUTTING_DOWN,
  /** Content failed its authentication. */
  CONTENT_DAMAGED,
  /** A source file changed while it was sent. */
  SOURCE_CHANGED,
  /** A source file is not there any more. */
  SOURCE_GONE,
  /** A source file can't be read. */
  SOURCE_UNREADABLE,
  /** The receiver can't store what was offered, for a reason that has no flag of its own. */
  STORAGE_REFUSED,
  /** The receiver has no space for it. */
  NO_SPACE,
  /** The receiver may not write there. */
  NO_PERMISSION,
  /** The receiver's file system takes no changes. */
  READ_ONLY,
  /** The name exists at the receiver and is kept. */
  NAME_TAKEN,
  /** The receiver's destination is not there. */
  DESTINATION_MISSING,
  /** The receiver's destination can't hold such a name. */
  NAME_IMPOSSIBLE,
  /** The receiver's destination can't hold the names, or they are hidden and not agreed to. */
  NAMES_REFUSED,
  /** The other side waited for too long. */
  TIMED_OUT,
  /** The data connection broke. */
  LANE_BROKEN,
  /** A defect on the side that says so. */
  INTERNAL_ERROR
}
