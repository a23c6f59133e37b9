package io.localstream.domain.transfer;

import io.localstream.domain.failure.FailureCode;

/** Why an entry of an offer is left out because of its name, while the rest is received. */
public enum NameFault {
  /** A hidden name would come into a folder that exists already, and no person has agreed to it. */
  HIDDEN("is hidden, in a folder that exists already", "--hidden takes it"),
  /** A character that the destination can't hold, or takes for something else. */
  CHARACTER("has a character in its name that the destination can't hold"),
  /** The destination would drop the end of the name. */
  ENDING("has a name that ends with a dot or a space, which the destination can't hold"),
  /** The name stands for a device. */
  DEVICE("has a name that is reserved for a device on Windows"),
  /** The destination holds shorter names only. */
  LENGTH("has a name that is too long for the destination"),
  /** The destination takes the name for that of another entry. */
  ALIKE("has a name that the destination can't tell from another one of the transfer");

  private final String words;
  private final String hint;

  NameFault(String words) {
    this(words, "--names map saves it under another name");
  }

  NameFault(String words, String hint) {
    this.words = words;
    this.hint = hint;
  }

  /** The rest of a line that begins with the path. */
  public String words() {
    return words;
  }

  /** Why such a name is not portable. */
  public String portability() {
    return switch (this) {
      case CHARACTER -> "a portable name has none of \\ : * ? \" < > |";
      case ENDING -> "a portable name does not end with a dot or a space";
      case DEVICE -> "the name is reserved for a device on Windows";
      case HIDDEN, LENGTH, ALIKE -> words;
    };
  }

  /** What the receiver can do about it. */
  public String hint() {
    return hint;
  }

  /** The reason as other failures have it. */
  public FailureCode code() {
    return this == HIDDEN ? FailureCode.NAME_HIDDEN : FailureCode.NAME_NOT_HELD;
  }
}
