package io.localstream.domain.transfer;

/** Why a file could not be sent as it was described. */
public enum SpoiltReason {
  /** It is not there any more. */
  GONE,
  /** It can't be read. */
  UNREADABLE,
  /** It has another content, or may have. */
  CHANGED
}
