package io.localstream.domain.transfer;

import java.util.BitSet;

/**
 * What a person should see of an offer before saying yes.
 *
 * @param hidden the entries that would put a hidden name into a folder that exists already, by
 *     their place in the manifest, from 0
 * @param hiddenTaken whether they are received, as the {@link NamePolicy} says
 * @param executables how many of the files that are received can be run as programs
 * @param names what becomes of names that the destination can't hold
 */
public record Cautions(BitSet hidden, boolean hiddenTaken, int executables, NameReport names) {
  /** Nothing to be careful about. */
  public static final Cautions NONE = new Cautions(new BitSet(), false, 0, NameReport.NONE);

  public Cautions {
    hidden = (BitSet) hidden.clone();
    if (executables < 0) {
      throw new IllegalArgumentException("no number of files is negative");
    }
  }

  @Override
  public BitSet hidden() {
    return (BitSet) hidden.clone();
  }
}
