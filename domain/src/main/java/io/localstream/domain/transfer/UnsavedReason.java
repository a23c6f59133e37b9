package io.localstream.domain.transfer;

import io.localstream.domain.failure.FailureCode;

/** Why a receiver has not saved an entry of a transfer. */
public enum UnsavedReason {
  /** Something exists under that name and was left alone. */
  HERE,
  /** The receiver's person does not want it. */
  LEFT_OUT,
  /** The sender could not send it as it was described. */
  SPOILT,
  /** Its digest is another than the sender's. */
  DIFFERENT,
  /** There is no space for it. */
  NO_SPACE,
  /** The receiver may not write there. */
  NO_PERMISSION,
  /** The file system is read-only. */
  READ_ONLY,
  /** Its name is taken by something that can't be replaced, or was taken meanwhile. */
  NAME_TAKEN,
  /** It can't have its name there. */
  NAME_IMPOSSIBLE,
  /** Anything else. */
  OTHER;

  /** Whether the receiver did without it on purpose; otherwise it is missing there. */
  public boolean isWanted() {
    return this == HERE || this == LEFT_OUT;
  }

  /** The reason why an entry could not be saved, by the failure that this has met. */
  public static UnsavedReason of(FailureCode failure) {
    return switch (failure) {
      case FILE_MISSING, FILE_UNREADABLE, FILE_CHANGED -> SPOILT;
      case CONTENT_DAMAGED -> DIFFERENT;
      case NO_SPACE -> NO_SPACE;
      case NO_PERMISSION -> NO_PERMISSION;
      case READ_ONLY -> READ_ONLY;
      case FILE_EXISTS -> NAME_TAKEN;
      case FILE_NAME_UNSAFE, NAME_HIDDEN, NAME_NOT_HELD -> NAME_IMPOSSIBLE;
      default -> OTHER;
    };
  }
}
