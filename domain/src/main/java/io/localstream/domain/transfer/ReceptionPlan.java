package io.localstream.domain.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * What would happen if an offer was taken: known before anything is sent.
 *
 * @param place where it would be saved, for people
 * @param taken what would be saved: not what is left out, kept or impossible
 * @param leftOut how many entries the person's patterns leave out
 * @param conflicts what exists here already, and what becomes of it, in the order of the offer
 * @param impossible what can't be created here
 * @param hadBytes of content that need not be sent, because an earlier attempt has brought them
 * @param neededBytes how much has to be sent, and to be stored
 * @param freeBytes how much may be stored there, with the space that an earlier attempt takes and
 *     that is written again; {@link Long#MAX_VALUE} if it is not known
 * @param cautions what a person should see before saying yes
 */
public record ReceptionPlan(
    String place,
    Amount taken,
    int leftOut,
    List<Conflict> conflicts,
    List<MissingEntry> impossible,
    long hadBytes,
    long neededBytes,
    long freeBytes,
    Cautions cautions) {
  public ReceptionPlan {
    Objects.requireNonNull(place);
    Objects.requireNonNull(taken);
    Objects.requireNonNull(cautions);
    conflicts = List.copyOf(conflicts);
    impossible = List.copyOf(impossible);
    if (leftOut < 0 || hadBytes < 0 || neededBytes < 0 || freeBytes < 0) {
      throw new IllegalArgumentException("no number of a plan is negative");
    }
  }

  /** Whether there is room for all that has to come. */
  public boolean fits() {
    return neededBytes <= freeBytes;
  }

  /** What exists already and would be left alone. */
  public Amount kept() {
    return Amount.of(
        conflicts.stream()
            .filter(each -> each.outcome() == Outcome.KEPT)
            .map(Conflict::offered)
            .toList());
  }

  /** How many of the conflicts end in that way. */
  public int count(Outcome outcome) {
    return (int) conflicts.stream().filter(each -> each.outcome() == outcome).count();
  }

  /** What becomes of something that exists already. */
  public enum Outcome {
    /** The new one takes its place. */
    REPLACED,
    /** It stays, and the new one is not sent. */
    KEPT,
    /** It stays, and the new one is saved beside it under another name. */
    RENAMED,
    /** It gets another name, and the new one takes its place. */
    BACKED_UP,
    /** It stays, and nothing at all is received. */
    REFUSED,
    /** A person has to decide. */
    ASKED
  }

  /** How much there is of each. */
  public record Amount(int files, int folders, int links, long bytes) {
    /** Counts entries. */
    public static Amount of(List<ManifestEntry> entries) {
      int files = 0;
      int folders = 0;
      long bytes = 0;
      for (ManifestEntry entry : entries) {
        files += entry instanceof ManifestEntry.File ? 1 : 0;
        folders += entry instanceof ManifestEntry.Folder ? 1 : 0;
        bytes += entry.sizeBytes();
      }
      return new Amount(files, folders, entries.size() - files - folders, bytes);
    }

    /**
     * Counts entries of a manifest.
     *
     * @param counted tells by its place in the manifest whether an entry counts
     */
    public static Amount of(Manifest manifest, IntPredicate counted) {
      int files = 0;
      int folders = 0;
      int links = 0;
      long bytes = 0;
      for (int entry = 0; entry < manifest.size(); entry++) {
        if (counted.test(entry)) {
          files += manifest.isFile(entry) ? 1 : 0;
          folders += manifest.isFolder(entry) ? 1 : 0;
          links += manifest.isLink(entry) ? 1 : 0;
          bytes += manifest.sizeBytes(entry);
        }
      }
      return new Amount(files, folders, links, bytes);
    }

    /** Nothing. */
    public static Amount none() {
      return new Amount(0, 0, 0, 0);
    }

    /** How many entries there are. */
    public int entries() {
      return files + folders + links;
    }
  }

  /**
   * Something that exists already under the name of something that is offered.
   *
   * @param place its full path
   */
  public record Conflict(
      ManifestEntry offered, FileReference place, Existing existing, Outcome outcome) {
    public Conflict {
      Objects.requireNonNull(offered);
      Objects.requireNonNull(place);
      Objects.requireNonNull(existing);
      Objects.requireNonNull(outcome);
    }
  }

  /** What exists. */
  public record Existing(Kind kind, long sizeBytes, Instant modified) {
    public Existing {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(modified);
    }
  }

  /** What kind of thing. */
  public enum Kind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }
}
