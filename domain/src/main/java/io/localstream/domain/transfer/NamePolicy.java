package io.localstream.domain.transfer;

import java.util.Objects;

/**
 * What a receiver does with names that need care.
 *
 * @param unfit about names that the destination can't hold
 * @param hidden about hidden names that would come into folders that exist already
 */
public record NamePolicy(Unfit unfit, Hidden hidden) {
  /** Leaves out what the destination can't hold, and what no person has agreed to. */
  public static final NamePolicy CAREFUL = new NamePolicy(Unfit.SKIP, Hidden.LEAVE_OUT);

  /** What becomes of an entry whose name the destination can't hold; see {@link NamePlan}. */
  public enum Unfit {
    /** It is left out and named; the rest is received. */
    SKIP,
    /** It is saved under another name, the same each time. */
    MAP,
    /** Nothing is received. */
    FAIL
  }

  /** What becomes of hidden names; see {@link HiddenNames#landIn}. */
  public enum Hidden {
    LEAVE_OUT,
    TAKE
  }

  public NamePolicy {
    Objects.requireNonNull(unfit);
    Objects.requireNonNull(hidden);
  }

  public boolean takesHidden() {
    return hidden == Hidden.TAKE;
  }

  /** The same for a person who has seen the hidden names, or said beforehand to take them. */
  public NamePolicy takingHidden() {
    return new NamePolicy(unfit, Hidden.TAKE);
  }

  /** The same with something else for names that the destination can't hold. */
  public NamePolicy with(Unfit other) {
    return new NamePolicy(other, hidden);
  }
}
