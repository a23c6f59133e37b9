package io.localstream.domain.transfer;

import java.util.Objects;

/**
 * What a receiver does with names that need care.
 *
 * @param hidden about hidden names that would come into folders that exist already
 */
public record NamePolicy(Hidden hidden) {
  /** Nothing that no person has agreed to. */
  public static final NamePolicy CAREFUL = new NamePolicy(Hidden.LEAVE_OUT);

  /** What becomes of hidden names; see {@link HiddenNames#landIn}. */
  public enum Hidden {
    LEAVE_OUT,
    TAKE
  }

  public NamePolicy {
    Objects.requireNonNull(hidden);
  }

  public boolean takesHidden() {
    return hidden == Hidden.TAKE;
  }

  /** The same for a person who has seen the hidden names, or said beforehand to take them. */
  public NamePolicy takingHidden() {
    return new NamePolicy(Hidden.TAKE);
  }
}
