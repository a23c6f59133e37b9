package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.HiddenNames;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.NamePolicy;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;

/** Judges the names of an offer by what is at the destination, and writes nothing. */
final class NameCheck {
  private final Landing landing;
  private final NamePolicy policy;
  private final Grounds grounds;
  private final BitSet hidden = new BitSet();

  NameCheck(Landing landing, NamePolicy policy, Grounds grounds) {
    this.landing = landing;
    this.policy = policy;
    this.grounds = grounds;
  }

  /** The entries judged so far that put a hidden name into a folder that exists. */
  BitSet hidden() {
    return hidden;
  }

  /**
   * What stands against the name of an entry, if anything does. To be asked before a path is made
   * of the name: elsewhere it may lead to another drive, or into a stream.
   */
  Optional<NameFault> judge(int file) {
    Optional<NameFault> unfit = landing.names().fault(file);
    if (landing.isNamed()
        || unfit.isPresent()
        || !HiddenNames.landIn(landing.path(file), this::isThere)) {
      return unfit;
    }
    hidden.set(file);
    return policy.takesHidden() ? Optional.empty() : Optional.of(NameFault.HIDDEN);
  }

  private boolean isThere(String folder) {
    try {
      return folder.isEmpty() || isFolder(grounds.of(folder));
    } catch (IOException _) {
      // What can't be looked at may be there.
      return true;
    }
  }

  private static boolean isFolder(Grounds.Ground ground) {
    return ground == Grounds.Ground.FOLDER || ground == Grounds.Ground.ELSEWHERE;
  }
}
