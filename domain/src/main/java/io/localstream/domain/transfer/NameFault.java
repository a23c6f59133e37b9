package io.localstream.domain.transfer;

import io.localstream.domain.failure.FailureCode;

/** Why an entry of an offer is left out because of its name, while the rest is received. */
public enum NameFault {
  /** A hidden name would come into a folder that exists already, and no person has agreed to it. */
  HIDDEN("is hidden, in a folder that exists already; --hidden takes it");

  private final String words;

  NameFault(String words) {
    this.words = words;
  }

  /** The rest of a line that begins with the path. */
  public String words() {
    return words;
  }

  /** The reason as other failures have it. */
  public FailureCode code() {
    return FailureCode.NAME_HIDDEN;
  }
}
