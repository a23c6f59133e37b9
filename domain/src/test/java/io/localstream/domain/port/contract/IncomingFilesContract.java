package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.IncomingTree.Arrival;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.LinkTarget;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.NamePolicy;
import io.localstream.domain.transfer.NameReport;
import io.localstream.domain.transfer.NameRules;
import io.localstream.domain.transfer.Picking;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.ReceptionPlan.Amount;
import io.localstream.domain.transfer.ReceptionPlan.Outcome;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.TransferId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link IncomingFiles} promises. */
public abstract class IncomingFilesContract {
  private static final TransferId ID = new TransferId(new UUID(3, 4));
  private static final DeviceId SENDER = new DeviceId(new UUID(3, 4));
  private static final byte[] OLD = {9};
  private static final byte[] CONTENT = {1, 2, 3};

  private IncomingFiles files;

  protected abstract IncomingFiles open();

  /** The same where the folder can hold such names only. */
  protected abstract IncomingFiles openHolding(NameRules rules);

  /** A folder that exists and is empty when a test begins. */
  protected abstract FileReference folder();

  /** A path in that folder. */
  protected abstract FileReference in(String name);

  /** Writes a file into that folder as somebody else might. */
  protected abstract void occupy(String name, byte[] content);

  /** Makes a folder in that folder. */
  protected abstract void makeFolder(String name);

  /** Makes a symbolic link in that folder as somebody else might. */
  protected abstract void link(String name, String target);

  /** Where a symbolic link in that folder leads. */
  protected abstract String linkTarget(String name);

  /** The names of what is visible in that folder, sorted. */
  protected abstract List<String> visible();

  /** How many things there are in that folder, hidden ones too. */
  protected abstract int occupants();

  protected abstract byte[] content(String name);

  /** What is visible under a name in that folder, described as for sending it on. */
  protected abstract ManifestEntry describe(String name);

  @BeforeEach
  final void openFiles() {
    files = open();
  }

  private IncomingTree receive(FileReference target, ExistingFile ifExists, ManifestEntry... what) {
    return files.open(ID, SENDER, new Manifest(List.of(what)), new Destination(target, ifExists));
  }

  private static MissingEntries without(int place) {
    return MissingEntries.of(
        Map.of(place, new MissingEntry("b", FailureCode.FILE_CHANGED, "has changed")));
  }

  private static ManifestEntry entry(String name, long sizeBytes) {
    return new ManifestEntry.File(new RelativePath(name), sizeBytes, NOW, 0644);
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length);
    Arrays.stream(values).forEach(value -> buffer.put((byte) value));
    return buffer.flip();
  }

  private static void assertFails(FailureCode code, String naming, ThrowingCallable action) {
    assertThatThrownBy(action)
        .asInstanceOf(type(LocalStreamException.class))
        .satisfies(failure -> {
          assertThat(failure.code()).isEqualTo(code);
          assertThat(failure).hasMessageContaining(naming);
          assertThat(failure.getMessage().lines()).hasSize(1);
        });
  }

  /** Into a folder, or under a name of the person's own. */
  @Nested
  class WhereNothingIsInTheWay {
    @Test
    void keepsTheSendersNameInAFolder() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("φωτο 🙂.jpg", 3))) {
        assertThat(tree.describe()).contains("φωτο 🙂.jpg");
        tree.write(0, bytes(1, 2, 3));

        assertThat(tree.commit(MissingEntries.none()).saved()).hasSize(1);
      }
      assertThat(visible()).containsExactly("φωτο 🙂.jpg");
      assertThat(content("φωτο 🙂.jpg")).isEqualTo(CONTENT);
    }

    @Test
    void savesUnderTheNameThatWasAskedFor() {
      try (IncomingTree tree = receive(in("mine"), ExistingFile.KEEP, entry("theirs", 3))) {
        tree.write(0, bytes(1, 2, 3));

        FileReference saved = tree.commit(MissingEntries.none()).saved().getFirst();

        assertThat(saved.value()).endsWith("mine");
        assertThat(tree.describe()).isEqualTo(saved.value());
      }
      assertThat(visible()).containsExactly("mine");
    }

    @Test
    void showsNothingBeforeCommit() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("file", 3))) {
        tree.write(0, bytes(1, 2, 3));

        assertThat(visible()).isEmpty();
      }
    }

    @Test
    void leavesNothingButTheFileAfterCommit() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("file", 0))) {
        tree.commit(MissingEntries.none());
      }
      assertThat(occupants()).isEqualTo(1);
      assertThat(content("file")).isEmpty();
    }

    @Test
    void keepsModificationTimeAndExecutability() {
      ManifestEntry script = new ManifestEntry.File(new RelativePath("script"), 3, NOW, 0755);
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, script, entry("text", 0))) {
        tree.write(0, bytes(1, 2, 3));
        tree.commit(MissingEntries.none());
      }
      assertThat(describe("script").modified()).isEqualTo(NOW);
      assertThat(describe("script").permissions() & 0700).isEqualTo(0700);
      assertThat(describe("text").permissions() & 0700).isEqualTo(0600);
    }

    @Test
    void givesNobodyMoreThanTheManifestAllows() {
      ManifestEntry secret = new ManifestEntry.File(new RelativePath("secret"), 0, NOW, 0400);
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, secret)) {
        tree.commit(MissingEntries.none());
      }
      assertThat(describe("secret").permissions()).isEqualTo(0400);
    }

    @Test
    void spreadsOneStreamOverSeveralFiles() {
      ManifestEntry[] what = {entry("a", 2), entry("empty", 0), entry("b", 3)};
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        tree.write(1, bytes(2, 3, 4));
        tree.write(4, bytes(5));
        tree.write(0, bytes(1));

        assertThat(tree.commit(MissingEntries.none()).saved()).hasSize(3);
      }
      assertThat(visible()).containsExactly("a", "b", "empty");
      assertThat(content("a")).containsExactly(1, 2);
      assertThat(content("b")).containsExactly(3, 4, 5);
    }

    @Test
    void takesBytesFromSeveralThreads() {
      byte[] big = new byte[3_000_000];
      new Random(2).nextBytes(big);
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("big", big.length))) {
        IntStream.range(0, 30)
            .parallel()
            .map(number -> number * 100_000)
            .forEach(offset -> tree.write(offset, ByteBuffer.wrap(big, offset, 100_000)));
        tree.commit(MissingEntries.none());
      }
      assertThat(content("big")).isEqualTo(big);
    }

    @Test
    void takesThousandsOfFilesFromSeveralThreadsInPiecesThatDoNotMatchThem() {
      int sizeBytes = 70;
      byte[] all = new byte[3_000 * sizeBytes];
      new Random(3).nextBytes(all);
      ManifestEntry[] what =
          IntStream.range(0, 3_000)
              .mapToObj(number -> entry("file" + number, sizeBytes))
              .toArray(ManifestEntry[]::new);
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        IntStream.range(0, all.length / 100)
            .parallel()
            .map(number -> number * 100)
            .forEach(offset -> tree.write(offset, ByteBuffer.wrap(all, offset, 100)));

        assertThat(tree.commit(MissingEntries.none()).saved()).hasSize(3_000);
      }
      assertThat(visible()).hasSize(3_000);
      for (int number : new int[] {0, 1, 1_500, 2_999}) {
        assertThat(content("file" + number))
            .isEqualTo(Arrays.copyOfRange(all, number * sizeBytes, (number + 1) * sizeBytes));
      }
    }

    @Test
    void takesTheSameBytesTwice() {
      ManifestEntry[] what = {entry("whole", 2), entry("halves", 2)};
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        tree.write(0, bytes(1, 2));
        tree.write(0, bytes(1, 2));
        tree.write(2, bytes(3));
        tree.write(2, bytes(3));
        tree.write(3, bytes(4));
        tree.write(3, bytes(4));
        tree.commit(MissingEntries.none());
      }
      assertThat(content("whole")).containsExactly(1, 2);
      assertThat(content("halves")).containsExactly(3, 4);
      assertThat(describe("halves").modified()).isEqualTo(NOW);
    }

    @Test
    void readsBackWhatWasWritten() {
      ManifestEntry[] three = {entry("one", 2), entry("none", 0), entry("two", 3)};
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, three)) {
        tree.write(0, bytes(1, 0));
        tree.write(2, bytes(3, 4, 0));

        ByteBuffer all = ByteBuffer.allocate(7).position(1).limit(6);
        tree.read(0, all);
        ByteBuffer some = ByteBuffer.allocate(2);
        tree.read(1, some);

        assertThat(all.array()).containsExactly(0, 1, 0, 3, 4, 0, 0);
        assertThat(some.array()).containsExactly(0, 3);
        assertThat(tree.isWanted(0)).isTrue();
        tree.commit(MissingEntries.none());
      }
      assertThat(content("one")).containsExactly(1, 0);
      assertThat(content("two")).containsExactly(3, 4, 0);
    }

    @Test
    void refusesBytesOutsideTheStream() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("file", 3))) {
        assertThatThrownBy(() -> tree.write(2, bytes(1, 2)))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.write(-1, bytes(1)))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.write(Long.MAX_VALUE, bytes(1)))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }

    @Test
    void removesWhatWasNotCommitted() {
      IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("a", 1), entry("b", 1));
      tree.write(0, bytes(1));

      tree.close();
      tree.close();

      assertThat(occupants()).isZero();
    }

    @Test
    void leavesAloneWhatWasCommitted() {
      IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("file", 0));
      tree.commit(MissingEntries.none());

      tree.close();

      assertThat(visible()).containsExactly("file");
    }
  }

  /** The final name is taken, when the transfer begins or while it runs. */
  @Nested
  class WhereTheNameIsTaken {
    @Test
    void keepsWhatIsThere() {
      occupy("file", OLD);

      assertFails(
          FailureCode.FILE_EXISTS,
          "file",
          () -> receive(folder(), ExistingFile.KEEP, entry("file", 3)));
      assertFails(
          FailureCode.FILE_EXISTS,
          "file",
          () -> receive(in("file"), ExistingFile.KEEP, entry("theirs", 3)));

      assertThat(content("file")).isEqualTo(OLD);
      assertThat(occupants()).isEqualTo(1);
    }

    @Test
    void keepsWhatCameMeanwhile() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, entry("file", 3))) {
        tree.write(0, bytes(1, 2, 3));
        occupy("file", OLD);

        assertFails(FailureCode.FILE_EXISTS, "file", () -> tree.commit(MissingEntries.none()));
      }
      assertThat(content("file")).isEqualTo(OLD);
      assertThat(occupants()).isEqualTo(1);
    }

    @Test
    void replacesOnlyAtCommit() {
      occupy("file", OLD);
      try (IncomingTree tree = receive(folder(), ExistingFile.OVERWRITE, entry("file", 3))) {
        tree.write(0, bytes(1, 2, 3));
        assertThat(content("file")).isEqualTo(OLD);

        tree.commit(MissingEntries.none());
      }
      assertThat(content("file")).isEqualTo(CONTENT);
      assertThat(occupants()).isEqualTo(1);
    }

    @Test
    void replacesNothingWhenItIsNotCommitted() {
      occupy("file", OLD);

      receive(folder(), ExistingFile.OVERWRITE, entry("file", 3)).close();

      assertThat(content("file")).isEqualTo(OLD);
    }

    @Test
    void savesUnderAFreeName() {
      occupy("photo.jpg", OLD);
      occupy("photo (1).jpg", OLD);
      try (IncomingTree tree = receive(folder(), ExistingFile.RENAME, entry("photo.jpg", 3))) {
        tree.write(0, bytes(1, 2, 3));
        occupy("photo (2).jpg", OLD);

        assertThat(tree.commit(MissingEntries.none()).saved().getFirst().value())
            .endsWith("photo (3).jpg");
      }
      assertThat(content("photo (3).jpg")).isEqualTo(CONTENT);
      assertThat(content("photo.jpg")).isEqualTo(OLD);
      assertThat(occupants()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(
        value = ExistingFile.class,
        names = {"KEEP", "OVERWRITE"})
    void neverReplacesAFolder(ExistingFile ifExists) {
      makeFolder("holidays");

      assertFails(
          FailureCode.FILE_EXISTS,
          "holidays",
          () -> receive(folder(), ifExists, entry("holidays", 3)));
      assertThat(visible()).containsExactly("holidays");
    }
  }

  private ManifestEntry newer(String name) {
    return aged(name, 1, describe(name).modified().plusSeconds(5));
  }

  private ManifestEntry older(String name) {
    return aged(name, 1, describe(name).modified().minusSeconds(5));
  }

  private static ManifestEntry aged(String name, long sizeBytes, Instant modified) {
    return new ManifestEntry.File(new RelativePath(name), sizeBytes, modified, 0644);
  }

  private static ManifestEntry folderEntry(String name) {
    return new ManifestEntry.Folder(new RelativePath(name), NOW, 0755);
  }

  private static ManifestEntry linkEntry(String name, String target) {
    return new ManifestEntry.Link(new RelativePath(name), new LinkTarget(target), NOW);
  }

  /** Receives entries whose bytes are 1, 2, 3 and so on. */
  private Arrival receiveAll(ExistingFile ifExists, ManifestEntry... what) {
    try (IncomingTree tree = receive(folder(), ifExists, what)) {
      long total = new Manifest(List.of(what)).totalBytes();
      tree.write(0, bytes(IntStream.rangeClosed(1, (int) total).toArray()));
      return tree.commit(MissingEntries.none());
    }
  }

  /** Folders and symbolic links. */
  @Nested
  class Folders {
    @Test
    void areMadeWithWhatIsInThem() {
      Arrival arrival =
          receiveAll(
              ExistingFile.KEEP,
              folderEntry("tree"),
              entry("tree/a", 1),
              folderEntry("tree/empty"),
              entry("tree/implied/deep/b", 2),
              entry("beside", 0));

      assertThat(content("tree/a")).containsExactly(1);
      assertThat(content("tree/implied/deep/b")).containsExactly(2, 3);
      assertThat(arrival.saved()).hasSize(2);
      assertThat(arrival.saved().getFirst().value()).endsWith("tree");
      assertThat(arrival.saved().getLast().value()).endsWith("beside");
      assertThat(arrival.missing()).isEmpty();
      assertThat(visible()).contains("beside", "tree");
    }

    @Test
    void comeInAnyOrder() {
      receiveAll(
          ExistingFile.KEEP,
          entry("x/y/a", 1),
          entry("top", 1),
          entry("x/b", 1),
          folderEntry("x/y"),
          entry("z/c", 1),
          entry("x/y/d", 1));

      assertThat(content("x/y/a")).containsExactly(1);
      assertThat(content("x/b")).containsExactly(3);
      assertThat(content("x/y/d")).containsExactly(5);
    }

    @Test
    void areMergedWithThoseThatAreThere() {
      makeFolder("tree");
      occupy("tree/old", OLD);

      Arrival arrival = receiveAll(ExistingFile.KEEP, folderEntry("tree"), entry("tree/new", 3));

      assertThat(content("tree/old")).isEqualTo(OLD);
      assertThat(content("tree/new")).isEqualTo(CONTENT);
      assertThat(arrival.kept()).isZero();
    }

    @Test
    void areNotMadeWhereSomethingElseIsInTheWay() {
      occupy("tree", OLD);

      Arrival arrival =
          receiveAll(
              ExistingFile.OVERWRITE,
              folderEntry("tree"),
              entry("tree/a", 1),
              entry("tree/b/c", 1),
              entry("other", 1));

      assertThat(arrival.missing())
          .extracting(MissingEntry::reason)
          .containsExactly(
              FailureCode.FILE_EXISTS, FailureCode.FILE_EXISTS, FailureCode.FILE_EXISTS);
      assertThat(content("tree")).isEqualTo(OLD);
      assertThat(content("other")).containsExactly(3);
    }

    @Test
    void areSavedBesideWhatHasTheirNameIfThePersonWantsThat() {
      occupy("tree", OLD);
      makeFolder("album");
      occupy("album/b", OLD);
      ManifestEntry[] what = {
        folderEntry("tree"),
        entry("tree/a", 1),
        entry("tree/b/c", 1),
        folderEntry("tree/b"),
        folderEntry("album"),
        folderEntry("album/b"),
        entry("album/b/c", 1)
      };

      Arrival arrival = receiveAll(ExistingFile.RENAME, what);

      assertThat(arrival.missing()).isEmpty();
      assertThat(arrival.saved())
          .hasSize(2)
          .anySatisfy(saved -> assertThat(saved.value()).endsWith("tree (1)"))
          .anySatisfy(saved -> assertThat(saved.value()).endsWith("album"));
      assertThat(content("tree")).isEqualTo(OLD);
      assertThat(content("tree (1)/a")).containsExactly(1);
      assertThat(content("tree (1)/b/c")).containsExactly(2);
      assertThat(content("album/b")).isEqualTo(OLD);
      assertThat(content("album/b (1)/c")).containsExactly(3);
    }

    @Test
    void areMergedWithWhatWasSavedBefore() {
      occupy("tree", OLD);
      receiveAll(ExistingFile.RENAME, folderEntry("tree"), entry("tree/a", 1));

      receiveAll(ExistingFile.RENAME, folderEntry("tree"), entry("tree/b", 1), entry("tree/a", 1));

      assertThat(content("tree (1)/a")).containsExactly(1);
      assertThat(content("tree (1)/b")).containsExactly(1);
      assertThat(content("tree (1)/a (1)")).containsExactly(2);
    }

    @Test
    void areNotMadeThroughALink() {
      makeFolder("elsewhere");
      link("tree", "elsewhere");

      Arrival arrival = receiveAll(ExistingFile.OVERWRITE, entry("tree/a", 1), entry("other", 1));

      assertThat(arrival.missing()).hasSize(1);
      assertThat(visible()).containsExactly("elsewhere", "other", "tree");
    }

    @Test
    void areNotMadeThroughALinkThatCameMeanwhile() {
      makeFolder("elsewhere");
      try (IncomingTree tree =
          receive(folder(), ExistingFile.KEEP, entry("tree/a", 1), entry("other", 1))) {
        tree.write(0, bytes(1, 2));
        link("tree", "elsewhere");

        Arrival arrival = tree.commit(MissingEntries.none());

        assertThat(arrival.missing()).hasSize(1);
        assertThat(arrival.missing().getFirst().path()).contains("tree").contains("a");
      }
      assertThat(visible()).containsExactly("elsewhere", "other", "tree");
    }

    @Test
    void holdLinks() {
      Arrival arrival =
          receiveAll(ExistingFile.KEEP, linkEntry("tree/link", "a"), entry("tree/a", 1));

      assertThat(linkTarget("tree/link")).isEqualTo("a");
      assertThat(arrival.missing()).isEmpty();
    }

    @Test
    void doNotHaveTheirLinksReplaced() {
      link("link", "mine");

      assertFails(
          FailureCode.FILE_EXISTS,
          "link",
          () -> receiveAll(ExistingFile.KEEP, linkEntry("link", "theirs")));
      assertThat(receiveAll(ExistingFile.SKIP, linkEntry("link", "theirs")).kept()).isEqualTo(1);
      assertThat(linkTarget("link")).isEqualTo("mine");

      receiveAll(ExistingFile.OVERWRITE, linkEntry("link", "theirs"));
      assertThat(linkTarget("link")).isEqualTo("theirs");
    }

    @Test
    void areNotNamedByThePerson() {
      try (IncomingTree tree =
          receive(in("new"), ExistingFile.KEEP, folderEntry("theirs"), entry("theirs/file", 3))) {
        tree.write(0, bytes(1, 2, 3));
        tree.commit(MissingEntries.none());
      }
      assertThat(content("new/theirs/file")).isEqualTo(CONTENT);
    }

    @Test
    void doNotShowWhatIsSpoilt() {
      try (IncomingTree tree =
          receive(folder(), ExistingFile.KEEP, entry("tree/a", 1), entry("tree/b", 1))) {
        tree.write(0, bytes(1));

        assertThat(tree.commit(without(1)).missing()).isEmpty();
      }
      assertThat(content("tree/a")).containsExactly(1);
      assertThatThrownBy(() -> content("tree/b")).isInstanceOf(RuntimeException.class);
      assertThat(occupants()).isPositive();
    }
  }

  /** What is there already decides about each file. */
  @Nested
  class Policies {
    @Test
    void tellHowMuchIsInTheWay() {
      occupy("a", OLD);
      occupy("b", OLD);

      assertFails(
          FailureCode.FILE_EXISTS,
          "a",
          () -> receive(folder(), ExistingFile.KEEP, entry("a", 1), entry("b", 1), entry("c", 1)));
    }

    @Test
    void skipWhatIsThere() {
      occupy("a", OLD);
      try (IncomingTree tree = receive(folder(), ExistingFile.SKIP, entry("a", 2), entry("b", 1))) {
        assertThat(tree.stored()).isEqualTo(ranges(0, 2));
        assertThat(tree.isWanted(0)).isFalse();
        assertThat(tree.isWanted(1)).isTrue();
        tree.write(0, bytes(1, 2, 3));

        Arrival arrival = tree.commit(MissingEntries.none());

        assertThat(arrival.kept()).isEqualTo(1);
        assertThat(arrival.saved()).hasSize(1);
      }
      assertThat(content("a")).isEqualTo(OLD);
      assertThat(content("b")).containsExactly(3);
    }

    @Test
    void skipWhatCameMeanwhile() {
      try (IncomingTree tree = receive(folder(), ExistingFile.SKIP, entry("a", 1))) {
        tree.write(0, bytes(1));
        occupy("a", OLD);

        assertThat(tree.commit(MissingEntries.none()).kept()).isEqualTo(1);
      }
      assertThat(content("a")).isEqualTo(OLD);
    }

    @Test
    void needNoBytesOfWhatIsSkipped() {
      occupy("a", OLD);
      try (IncomingTree tree = receive(folder(), ExistingFile.SKIP, entry("a", 1))) {
        assertThat(tree.commit(MissingEntries.none()).kept()).isEqualTo(1);
      }
      assertThat(occupants()).isEqualTo(1);
    }

    @Test
    void replaceWhatIsOlder() {
      occupy("a", OLD);
      occupy("b", OLD);

      Arrival arrival = receiveAll(ExistingFile.NEWER, newer("a"), older("b"));

      assertThat(arrival.kept()).isEqualTo(1);
      assertThat(content("a")).containsExactly(1);
      assertThat(content("b")).isEqualTo(OLD);
    }

    @Test
    void replaceWhatDiffers() {
      occupy("same", OLD);
      occupy("longer", OLD);
      occupy("earlier", OLD);

      Arrival arrival =
          receiveAll(
              ExistingFile.DIFFERENT,
              aged("same", 1, describe("same").modified()),
              aged("longer", 2, describe("longer").modified()),
              older("earlier"));

      assertThat(arrival.kept()).isEqualTo(1);
      assertThat(content("same")).isEqualTo(OLD);
      assertThat(content("longer")).containsExactly(2, 3);
      assertThat(content("earlier")).containsExactly(4);
    }

    @Test
    void keepABackup() {
      occupy("a", OLD);
      occupy("a.bak", CONTENT);

      receiveAll(ExistingFile.BACKUP, entry("a", 1));

      assertThat(content("a")).containsExactly(1);
      assertThat(content("a.bak")).isEqualTo(CONTENT);
      assertThat(content("a.bak1")).isEqualTo(OLD);
    }

    @ParameterizedTest
    @EnumSource(
        value = ExistingFile.class,
        names = {"SKIP", "OVERWRITE", "RENAME", "NEWER", "DIFFERENT", "BACKUP"})
    void holdInFoldersThatAreThere(ExistingFile ifExists) {
      makeFolder("tree");
      occupy("tree/a", OLD);

      Arrival arrival = receiveAll(ifExists, newer("tree/a"), entry("tree/b", 1));

      assertThat(content("tree/b")).containsExactly(2);
      assertThat(arrival.missing()).isEmpty();
      String saved = ifExists == ExistingFile.RENAME ? "tree/a (1)" : "tree/a";
      assertThat(content(saved)).isEqualTo(ifExists == ExistingFile.SKIP ? OLD : new byte[] {1});
    }

    @Test
    void doNotLetAFolderStopTheRest() {
      makeFolder("a");

      Arrival arrival = receiveAll(ExistingFile.OVERWRITE, entry("a", 1), entry("b", 1));

      assertThat(arrival.missing())
          .extracting(MissingEntry::reason)
          .containsExactly(FailureCode.FILE_EXISTS);
      assertThat(content("b")).containsExactly(2);
    }
  }

  private static StreamRanges ranges(long start, long end) {
    return new StreamRanges(List.of(new StreamRanges.Range(start, end)));
  }

  /** A transfer that ended early, and another one. */
  @Nested
  class AfterAnEarlierOne {
    private final ManifestEntry[] what = {entry("a", 3), entry("tree/b", 3)};

    private void leave(int... written) {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        tree.write(0, bytes(written));
        assertThat(tree.checkpoint()).isEqualTo(written.length);
        tree.write(5, bytes(99));
      }
    }

    @Test
    void goesOnWithWhatWasNoted() {
      leave(1, 2, 3, 4);
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        assertThat(tree.stored()).isEqualTo(ranges(0, 4));
        tree.write(4, bytes(5, 6));
        assertThat(tree.checkpoint()).isEqualTo(6);
        tree.commit(MissingEntries.none());
      }
      assertThat(content("a")).containsExactly(1, 2, 3);
      assertThat(content("tree/b")).containsExactly(4, 5, 6);
      assertThat(occupants()).isEqualTo(visible().size());
    }

    @Test
    void goesOnSeveralTimes() {
      leave(1, 2);
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        tree.write(4, bytes(5));
        assertThat(tree.checkpoint()).isEqualTo(3);
      }
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        assertThat(tree.stored()).isEqualTo(ranges(0, 2).and(ranges(4, 5)));
      }
    }

    @Test
    void claimsNothingThatWasNotNoted() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        tree.write(0, bytes(1, 2, 3, 4, 5, 6));
      }
      assertThat(occupants()).isZero();
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        assertThat(tree.stored()).isEqualTo(StreamRanges.none());
      }
    }

    @Test
    void claimsNothingThatOnlyStandsForContent() {
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        tree.write(0, bytes(1, 2, 3, 4));
        tree.distrust(1);
        tree.write(4, bytes(0, 0));
        tree.checkpoint();
      }
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        assertThat(tree.stored()).isEqualTo(ranges(0, 4));
      }
    }

    @Test
    void claimsNothingOfWhatWasNotWantedThen() {
      makeFolder("tree");
      occupy("tree/b", new byte[] {9});
      try (IncomingTree tree = receive(folder(), ExistingFile.SKIP, what)) {
        tree.write(2, bytes(3, 4, 5));
        tree.checkpoint();
      }
      try (IncomingTree tree = receive(folder(), ExistingFile.OVERWRITE, what)) {
        assertThat(tree.stored()).isEqualTo(ranges(2, 3));
      }
    }

    @Test
    void givesNothingToAnotherSender() {
      leave(1, 2, 3);
      Manifest manifest = new Manifest(List.of(what));
      Destination destination = new Destination(folder(), ExistingFile.KEEP);

      try (IncomingTree tree =
          files.open(ID, new DeviceId(new UUID(5, 6)), manifest, destination)) {
        assertThat(tree.stored()).isEqualTo(StreamRanges.none());
      }
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        assertThat(tree.stored()).isEqualTo(ranges(0, 3));
      }
    }

    @Test
    void removesAllWhenItIsDiscarded() {
      leave(1, 2, 3);
      IncomingTree tree = receive(folder(), ExistingFile.KEEP, what);

      tree.discard();
      tree.discard();
      tree.close();

      assertThat(occupants()).isZero();
    }

    @Test
    void goesOnWithTheFilesThatAreStillTheSame() {
      leave(1, 2, 3, 4, 5);
      ManifestEntry[] changed = {
        entry("new", 1), entry("tree/b", 3), aged("a", 3, NOW.plusSeconds(1))
      };
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, changed)) {
        assertThat(tree.stored()).isEqualTo(ranges(1, 3));
        tree.write(0, bytes(7));
        tree.write(3, bytes(6, 1, 1, 1));
        tree.commit(MissingEntries.none());
      }
      assertThat(content("tree/b")).containsExactly(4, 5, 6);
      assertThat(content("a")).containsExactly(1, 1, 1);
      assertThat(occupants()).isEqualTo(visible().size());
    }

    @Test
    void leavesTheOneThatIsInUse() {
      try (IncomingTree first = receive(folder(), ExistingFile.KEEP, what)) {
        first.write(0, bytes(1, 2, 3));
        first.checkpoint();
        try (IncomingTree second = receive(folder(), ExistingFile.KEEP, what)) {
          assertThat(second.stored()).isEqualTo(StreamRanges.none());
        }
        first.write(3, bytes(4, 5, 6));
        first.commit(MissingEntries.none());
      }
      assertThat(content("a")).containsExactly(1, 2, 3);
    }
  }

  private ReceptionPlan plan(Destination destination, ManifestEntry... what) {
    return files.plan(SENDER, new Manifest(List.of(what)), destination);
  }

  private ReceptionPlan plan(ExistingFile ifExists, ManifestEntry... what) {
    return plan(new Destination(folder(), ifExists), what);
  }

  private Destination picking(List<String> only, List<String> excludes) {
    return new Destination(folder(), ExistingFile.KEEP, new Picking(only, excludes, Map.of()));
  }

  /** A person looks before anything is sent. */
  @Nested
  class WhereAPersonLooksFirst {
    @Test
    void seesWhatWouldComeAndTouchesNothing() {
      ReceptionPlan plan =
          plan(ExistingFile.KEEP, folderEntry("tree"), entry("tree/a", 3), entry("b", 4));

      assertThat(plan.taken()).isEqualTo(new ReceptionPlan.Amount(2, 1, 0, 7));
      assertThat(plan.neededBytes()).isEqualTo(7);
      assertThat(plan.hadBytes()).isZero();
      assertThat(plan.fits()).isTrue();
      assertThat(plan.conflicts()).isEmpty();
      assertThat(plan.impossible()).isEmpty();
      assertThat(occupants()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
      "KEEP,REFUSED",
      "ASK,ASKED",
      "SKIP,KEPT",
      "OVERWRITE,REPLACED",
      "RENAME,RENAMED",
      "NEWER,REPLACED",
      "DIFFERENT,REPLACED",
      "BACKUP,BACKED_UP"
    })
    void seesWhatBecomesOfWhatExists(ExistingFile ifExists, Outcome outcome) {
      occupy("a", OLD);
      ManifestEntry newer = newer("a");

      ReceptionPlan plan = plan(ifExists, newer, entry("b", 2));

      assertThat(plan.conflicts())
          .singleElement()
          .satisfies(conflict -> {
            assertThat(conflict.offered()).isEqualTo(newer);
            assertThat(conflict.place().value()).endsWith("a");
            assertThat(conflict.existing().kind()).isEqualTo(ReceptionPlan.Kind.FILE);
            assertThat(conflict.existing().sizeBytes()).isEqualTo(1);
            assertThat(conflict.existing().modified()).isEqualTo(describe("a").modified());
            assertThat(conflict.outcome()).isEqualTo(outcome);
          });
      assertThat(plan.count(outcome)).isEqualTo(1);
      assertThat(plan.neededBytes()).isEqualTo(outcome == Outcome.KEPT ? 2 : 3);
      assertThat(content("a")).isEqualTo(OLD);
      assertThat(occupants()).isEqualTo(1);
    }

    @Test
    void seesWhatAFolderIsSavedBeside() {
      occupy("tree", OLD);

      ReceptionPlan plan =
          plan(ExistingFile.RENAME, folderEntry("tree"), entry("tree/a", 3), entry("b", 4));

      assertThat(plan.conflicts())
          .singleElement()
          .satisfies(conflict -> {
            assertThat(conflict.offered()).isEqualTo(folderEntry("tree"));
            assertThat(conflict.place().value()).endsWith("tree");
            assertThat(conflict.existing().kind()).isEqualTo(ReceptionPlan.Kind.FILE);
            assertThat(conflict.outcome()).isEqualTo(Outcome.RENAMED);
          });
      assertThat(plan.impossible()).isEmpty();
      assertThat(plan.neededBytes()).isEqualTo(7);
    }

    @Test
    void seesWhatIsOlderThanWhatExists() {
      occupy("a", OLD);

      assertThat(plan(ExistingFile.NEWER, older("a")).count(Outcome.KEPT)).isEqualTo(1);
      assertThat(plan(ExistingFile.NEWER, older("a")).neededBytes()).isZero();
      assertThat(plan(ExistingFile.NEWER, older("a")).taken()).isEqualTo(Amount.none());
      assertThat(plan(ExistingFile.NEWER, older("a"), entry("b", 2)).taken())
          .isEqualTo(new Amount(1, 0, 0, 2));
      assertThat(plan(ExistingFile.NEWER, older("a")).kept().files()).isEqualTo(1);
    }

    @Test
    void seesWhatCannotBeReplaced() {
      makeFolder("a");

      ReceptionPlan plan = plan(ExistingFile.OVERWRITE, entry("a", 1), entry("b", 2));

      assertThat(plan.impossible())
          .extracting(MissingEntry::reason)
          .containsExactly(FailureCode.FILE_EXISTS);
      assertThat(plan.neededBytes()).isEqualTo(2);
    }

    @Test
    void seesThatItDoesNotFit() {
      ReceptionPlan plan = plan(ExistingFile.KEEP, entry("huge", Long.MAX_VALUE));

      assertThat(plan.fits()).isFalse();
      assertThat(plan.freeBytes()).isLessThan(plan.neededBytes());
    }

    @Test
    void seesWhatAnEarlierOneHasLeftAndLeavesItThere() {
      ManifestEntry[] what = {entry("a", 3), entry("tree/b", 3)};
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        tree.write(0, bytes(1, 2, 3, 4));
        tree.checkpoint();
      }
      int left = occupants();

      assertThat(plan(ExistingFile.KEEP, what).hadBytes()).isEqualTo(4);
      assertThat(plan(ExistingFile.KEEP, what).neededBytes()).isEqualTo(2);
      assertThat(plan(ExistingFile.KEEP, entry("a", 3)).hadBytes()).isEqualTo(3);
      assertThat(
              files
                  .plan(
                      new DeviceId(new UUID(5, 6)),
                      new Manifest(List.of(what)),
                      new Destination(folder(), ExistingFile.KEEP))
                  .hadBytes())
          .isZero();

      assertThat(occupants()).isEqualTo(left);
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        assertThat(tree.stored()).isEqualTo(ranges(0, 4));
      }
    }

    @Test
    void seesThatOneInUseIsNotGoneOnWith() {
      ManifestEntry[] what = {entry("a", 3)};
      try (IncomingTree tree = receive(folder(), ExistingFile.KEEP, what)) {
        tree.write(0, bytes(1));
        tree.checkpoint();

        assertThat(plan(ExistingFile.KEEP, what).hadBytes()).isZero();

        tree.write(1, bytes(2, 3));
        tree.commit(MissingEntries.none());
      }
      assertThat(content("a")).containsExactly(1, 2, 3);
    }

    @Test
    void missesTheFolder() {
      assertFails(
          FailureCode.FILE_MISSING,
          "nowhere",
          () -> plan(new Destination(in("nowhere/file"), ExistingFile.KEEP), entry("file", 3)));
    }
  }

  /** Names that begin with a dot. */
  @Nested
  class WhereNamesAreHidden {
    private final Destination taking =
        new Destination(folder(), ExistingFile.KEEP).with(NamePolicy.CAREFUL.takingHidden());

    private final ManifestEntry[] what = {
      folderEntry(".ssh"), entry(".ssh/keys", 1), entry("holiday.jpg", 2), entry(".zshenv", 1)
    };

    private Arrival receive(Destination destination, int... bytes) {
      try (IncomingTree tree = files.open(ID, SENDER, new Manifest(List.of(what)), destination)) {
        tree.write(0, bytes(bytes));
        return tree.commit(MissingEntries.none());
      }
    }

    @Test
    void areLeftOutWhereTheirFolderExists() {
      Arrival arrival = receive(new Destination(folder(), ExistingFile.KEEP), 1, 2, 3, 4);

      assertThat(visible()).containsExactly("holiday.jpg");
      assertThat(arrival.missing())
          .extracting(MissingEntry::reason)
          .containsExactly(
              FailureCode.NAME_HIDDEN, FailureCode.NAME_HIDDEN, FailureCode.NAME_HIDDEN);
      assertThat(arrival.missing())
          .anySatisfy(missing -> assertThat(missing.path()).endsWith("keys"));
      assertThat(occupants()).isEqualTo(1);
    }

    @Test
    void needNotComeWhereTheyAreLeftOut() {
      try (IncomingTree tree =
          files.open(
              ID,
              SENDER,
              new Manifest(List.of(what)),
              new Destination(folder(), ExistingFile.KEEP))) {
        assertThat(tree.stored()).isEqualTo(ranges(0, 1).and(ranges(3, 4)));
        assertThat(tree.isWanted(1)).isFalse();
        assertThat(tree.isWanted(2)).isTrue();
      }
    }

    @Test
    void areTakenWhereThatWasAgreed() {
      Arrival arrival = receive(taking, 1, 2, 3, 4);

      assertThat(arrival.missing()).isEmpty();
      assertThat(content(".zshenv")).containsExactly(4);
      assertThat(content(".ssh/keys")).containsExactly(1);
    }

    @Test
    void areOrdinaryInAFolderThatIsNew() {
      ManifestEntry[] tree = {folderEntry("new"), entry("new/.env", 1), entry("new/.git/HEAD", 1)};

      try (IncomingTree incoming =
          IncomingFilesContract.this.receive(folder(), ExistingFile.KEEP, tree)) {
        incoming.write(0, bytes(1, 2));
        assertThat(incoming.commit(MissingEntries.none()).missing()).isEmpty();
      }
      assertThat(content("new/.git/HEAD")).containsExactly(2);
    }

    @Test
    void areFoundBelowFoldersThatExist() {
      makeFolder("checkout");
      ManifestEntry hook = entry("checkout/.git/hooks/post-merge", 1);

      ReceptionPlan plan = plan(ExistingFile.KEEP, hook, entry("checkout/new/.env", 2));

      assertThat(plan.cautions().hidden().stream()).containsExactly(0);
      assertThat(plan.cautions().hiddenTaken()).isFalse();
      assertThat(plan.neededBytes()).isEqualTo(2);
      assertThat(plan.taken().files()).isEqualTo(1);
    }

    @Test
    void arePlannedAsTakenWhereThatWasAgreed() {
      ReceptionPlan plan = plan(taking, what);

      assertThat(plan.cautions().hidden().stream()).containsExactly(0, 1, 3);
      assertThat(plan.cautions().hiddenTaken()).isTrue();
      assertThat(plan.taken().files()).isEqualTo(3);
      assertThat(occupants()).isZero();
    }

    @Test
    void areRefusedWhereThereIsNothingElse() {
      assertFails(
          FailureCode.NAME_HIDDEN,
          ".zshenv",
          () ->
              IncomingFilesContract.this.receive(folder(), ExistingFile.KEEP, entry(".zshenv", 1)));
      assertThat(occupants()).isZero();
    }

    @Test
    void areNotJudgedWhereThePersonChoseTheName() {
      try (IncomingTree tree =
          IncomingFilesContract.this.receive(in(".mine"), ExistingFile.KEEP, entry(".zshenv", 1))) {
        tree.write(0, bytes(7));
        assertThat(tree.commit(MissingEntries.none()).missing()).isEmpty();
      }
      assertThat(content(".mine")).containsExactly(7);
    }

    @Test
    void areNotCountedWhereTheyAreNotWanted() {
      Destination only = picking(List.of("holiday.jpg"), List.of());

      assertThat(plan(only, what).cautions().hidden().stream()).isEmpty();
      try (IncomingTree tree = files.open(ID, SENDER, new Manifest(List.of(what)), only)) {
        tree.write(0, bytes(1, 2, 3, 4));
        assertThat(tree.commit(MissingEntries.none()).missing()).isEmpty();
      }
    }
  }

  @Test
  void countsWhatCanBeExecuted() {
    ManifestEntry program = new ManifestEntry.File(new RelativePath("run"), 1, NOW, 0755);

    assertThat(plan(ExistingFile.KEEP, program, entry("text", 1)).cautions().executables())
        .isEqualTo(1);
  }

  /** Names that the destination can't hold. */
  @Nested
  class WhereNamesCannotBeHeld {
    private final ManifestEntry[] what = {
      folderEntry("log"), entry("log/10:30", 1), entry("con.txt", 2), entry("fine", 1)
    };

    private Destination naming(NamePolicy.Unfit unfit) {
      return new Destination(folder(), ExistingFile.KEEP).with(NamePolicy.CAREFUL.with(unfit));
    }

    private IncomingTree receive(NamePolicy.Unfit unfit) {
      files = openHolding(NameRules.PORTABLE);
      return files.open(ID, SENDER, new Manifest(List.of(what)), naming(unfit));
    }

    @Test
    void areTakenWhereTheyCanBe() {
      try (IncomingTree tree =
          files.open(ID, SENDER, new Manifest(List.of(what)), naming(NamePolicy.Unfit.SKIP))) {
        tree.write(0, bytes(1, 2, 3, 4));
        assertThat(tree.commit(MissingEntries.none()).missing()).isEmpty();
        assertThat(tree.names().isEmpty()).isTrue();
      }
      assertThat(content("log/10:30")).containsExactly(1);
    }

    @Test
    void areLeftOutAndTold() {
      try (IncomingTree tree = receive(NamePolicy.Unfit.SKIP)) {
        assertThat(tree.stored()).isEqualTo(ranges(0, 3));
        tree.write(0, bytes(1, 2, 3, 4));
        Arrival arrival = tree.commit(MissingEntries.none());

        assertThat(arrival.missing())
            .extracting(MissingEntry::reason)
            .containsOnly(FailureCode.NAME_NOT_HELD);
        assertThat(arrival.missing()).hasSize(2);
        assertThat(tree.names().leftOut())
            .containsExactly(Map.entry(1, NameFault.CHARACTER), Map.entry(2, NameFault.DEVICE));
        assertThat(tree.names().saved()).isEmpty();
      }
      assertThat(visible()).filteredOn(name -> !name.contains("/")).containsExactly("fine", "log");
      assertThat(content("fine")).containsExactly(4);
    }

    @Test
    void areMappedToTheSameNamesEachTime() {
      NameReport names;
      try (IncomingTree tree = receive(NamePolicy.Unfit.MAP)) {
        tree.write(0, bytes(1, 2));
        tree.checkpoint();
        names = tree.names();
      }
      try (IncomingTree tree = receive(NamePolicy.Unfit.MAP)) {
        assertThat(tree.stored()).isEqualTo(ranges(0, 2));
        assertThat(tree.names()).isEqualTo(names);
        tree.write(2, bytes(3, 4));
        assertThat(tree.commit(MissingEntries.none()).missing()).isEmpty();
      }
      assertThat(names.saved().keySet()).containsExactly(1, 2);
      assertThat(content(names.saved().get(1))).containsExactly(1);
      assertThat(content(names.saved().get(2))).containsExactly(2, 3);
      assertFails(
          FailureCode.FILE_EXISTS, "exists already", () -> receive(NamePolicy.Unfit.MAP).close());
    }

    @Test
    void failWhereThatWasWanted() {
      assertFails(FailureCode.NAME_NOT_HELD, "10:30", () -> receive(NamePolicy.Unfit.FAIL).close());
      assertThat(occupants()).isZero();
    }

    @Test
    void failWhereThereIsNothingElse() {
      files = openHolding(NameRules.PORTABLE);

      assertFails(
          FailureCode.NAME_NOT_HELD,
          "a:b",
          () -> IncomingFilesContract.this.receive(folder(), ExistingFile.KEEP, entry("a:b", 1)));
      assertThat(occupants()).isZero();
    }

    @Test
    void areSeenBeforehandAndNothingIsWritten() {
      files = openHolding(NameRules.PORTABLE);

      ReceptionPlan skipped = plan(naming(NamePolicy.Unfit.SKIP), what);
      ReceptionPlan mapped = plan(naming(NamePolicy.Unfit.MAP), what);

      assertThat(skipped.impossible())
          .extracting(MissingEntry::reason)
          .containsOnly(FailureCode.NAME_NOT_HELD);
      assertThat(skipped.neededBytes()).isEqualTo(1);
      assertThat(skipped.taken().files()).isEqualTo(1);
      assertThat(mapped.impossible()).isEmpty();
      assertThat(mapped.cautions().names().saved()).hasSize(2);
      assertThat(occupants()).isZero();
    }

    @Test
    void areLeftOutWhereTheyAreAlike() {
      files = openHolding(new NameRules(false, true, 255));
      ManifestEntry[] twins = {entry("Readme", 1), entry("README", 1)};

      try (IncomingTree tree =
          IncomingFilesContract.this.receive(folder(), ExistingFile.OVERWRITE, twins)) {
        tree.write(0, bytes(1, 2));
        assertThat(tree.commit(MissingEntries.none()).missing()).hasSize(1);
        assertThat(tree.names().leftOut()).containsExactly(Map.entry(1, NameFault.ALIKE));
      }
      assertThat(content("Readme")).containsExactly(1);
    }
  }

  /** A person does not want all of it. */
  @Nested
  class WhereOnlySomeIsTaken {
    private final ManifestEntry[] what = {
      folderEntry("tree"), entry("tree/a.log", 2), entry("tree/b", 1), entry("c.log", 3)
    };

    private void receive(Destination destination, StreamRanges had, int... bytes) {
      try (IncomingTree tree = files.open(ID, SENDER, new Manifest(List.of(what)), destination)) {
        assertThat(tree.stored()).isEqualTo(had);
        tree.write(0, bytes(bytes));
        Arrival arrival = tree.commit(MissingEntries.none());
        assertThat(arrival.missing()).isEmpty();
        assertThat(arrival.kept()).isZero();
      }
      assertThat(occupants()).isEqualTo(visible().size());
    }

    private void assertHasOnly(String taken, String other) {
      assertThat(visible()).filteredOn(name -> !name.contains("/")).containsExactly("tree");
      assertThat(content(taken)).isNotEmpty();
      assertThatThrownBy(() -> content(other)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void leavesOutWhatAPatternFits() {
      receive(picking(List.of(), List.of("*.log")), ranges(0, 2).and(ranges(3, 6)), 0, 0, 7);

      assertHasOnly("tree/b", "tree/a.log");
      assertThat(content("tree/b")).containsExactly(7);
    }

    @Test
    void takesOnlyWhatAPatternFitsWithTheFoldersAround() {
      receive(picking(List.of("a.*"), List.of()), ranges(2, 6), 1, 2);

      assertHasOnly("tree/a.log", "tree/b");
    }

    @Test
    void takesOnlyWhatLiesInAFolder() {
      receive(
          picking(List.of("/tree/"), List.of("*.log")), ranges(0, 2).and(ranges(3, 6)), 0, 0, 7);

      assertHasOnly("tree/b", "tree/a.log");
    }

    @Test
    void doesNotCareWhatExistsOfTheRest() {
      occupy("c.log", OLD);
      Destination destination = picking(List.of(), List.of("*.log"));

      receive(destination, ranges(0, 2).and(ranges(3, 6)), 0, 0, 7);

      assertThat(content("c.log")).isEqualTo(OLD);
    }

    @Test
    void isPlannedWithoutTheRest() {
      occupy("c.log", OLD);

      ReceptionPlan plan = plan(picking(List.of(), List.of("*.log")), what);

      assertThat(plan.taken()).isEqualTo(new ReceptionPlan.Amount(1, 1, 0, 1));
      assertThat(plan.leftOut()).isEqualTo(2);
      assertThat(plan.neededBytes()).isEqualTo(1);
      assertThat(plan.conflicts()).isEmpty();
    }
  }

  /** A person has decided about single files. */
  @Nested
  class WhereEachWasDecided {
    private Destination deciding(Map<String, ExistingFile> decisions) {
      Map<RelativePath, ExistingFile> decided = new HashMap<>();
      decisions.forEach((path, decision) -> decided.put(new RelativePath(path), decision));
      return new Destination(folder(), ExistingFile.ASK, Picking.ALL.deciding(decided));
    }

    @Test
    void doesAsWasDecided() {
      List.of("replaced", "kept", "beside").forEach(name -> occupy(name, OLD));
      Destination destination =
          deciding(
              Map.of(
                  "replaced", ExistingFile.OVERWRITE,
                  "kept", ExistingFile.SKIP,
                  "beside", ExistingFile.RENAME));
      ManifestEntry[] what = {
        entry("replaced", 1), entry("kept", 1), entry("beside", 1), entry("new", 1)
      };
      try (IncomingTree tree = files.open(ID, SENDER, new Manifest(List.of(what)), destination)) {
        assertThat(tree.stored()).isEqualTo(ranges(1, 2));
        tree.write(0, bytes(1, 2, 3, 4));

        assertThat(tree.commit(MissingEntries.none()).kept()).isEqualTo(1);
      }
      assertThat(content("replaced")).containsExactly(1);
      assertThat(content("kept")).isEqualTo(OLD);
      assertThat(content("beside")).isEqualTo(OLD);
      assertThat(content("beside (1)")).containsExactly(3);
      assertThat(content("new")).containsExactly(4);
    }

    @Test
    void asksAboutAFolderWhoseNameSomethingElseHas() {
      occupy("tree", OLD);
      ManifestEntry[] what = {folderEntry("tree"), entry("tree/a", 1), entry("b", 1)};

      assertThat(plan(ExistingFile.ASK, what).conflicts())
          .extracting(ReceptionPlan.Conflict::outcome)
          .containsExactly(Outcome.ASKED);
      assertFails(FailureCode.FILE_EXISTS, "tree", () -> receive(folder(), ExistingFile.ASK, what));
      try (IncomingTree tree =
          files.open(
              ID,
              SENDER,
              new Manifest(List.of(what)),
              deciding(Map.of("tree", ExistingFile.RENAME)))) {
        tree.write(0, bytes(1, 2));
        assertThat(tree.commit(MissingEntries.none()).missing()).isEmpty();
      }
      assertThat(content("tree")).isEqualTo(OLD);
      assertThat(content("tree (1)/a")).containsExactly(1);
    }

    @Test
    void keepsWhatNobodyHasDecidedAbout() {
      occupy("a", OLD);

      assertFails(
          FailureCode.FILE_EXISTS,
          "a",
          () -> receive(folder(), ExistingFile.ASK, entry("a", 1), entry("b", 1)));
    }

    @Test
    void keepsWhatCameMeanwhileAndSavesTheRest() {
      ManifestEntry[] what = {entry("a", 1), entry("b", 1)};
      try (IncomingTree tree = receive(folder(), ExistingFile.ASK, what)) {
        tree.write(0, bytes(1, 2));
        occupy("a", OLD);

        assertThat(tree.commit(MissingEntries.none()).missing()).hasSize(1);
      }
      assertThat(content("a")).isEqualTo(OLD);
      assertThat(content("b")).containsExactly(2);
    }
  }

  /** The person named a folder that does not exist, in one that does. */
  @Nested
  class WhereTheFolderIsNew {
    @Test
    void isMadeForSeveralFiles() {
      try (IncomingTree tree =
          receive(in("new"), ExistingFile.KEEP, entry("a", 1), entry("b", 1))) {
        tree.write(0, bytes(1, 2));
        tree.commit(MissingEntries.none());
      }
      assertThat(content("new/a")).containsExactly(1);
      assertThat(content("new/b")).containsExactly(2);
    }

    @Test
    void isMadeForOneFileIfASlashFollows() {
      try (IncomingTree tree = receive(in("new/"), ExistingFile.KEEP, entry("file", 3))) {
        tree.write(0, bytes(1, 2, 3));
        tree.commit(MissingEntries.none());
      }
      assertThat(content("new/file")).isEqualTo(CONTENT);
    }

    @Test
    void isNotMadeToLookAtThePlan() {
      ReceptionPlan plan =
          files.plan(
              SENDER,
              new Manifest(List.of(entry("file", 3))),
              new Destination(in("new/"), ExistingFile.KEEP));

      assertThat(plan.place()).contains("new").contains("file");
      assertThat(plan.neededBytes()).isEqualTo(3);
      assertThat(occupants()).isZero();
    }

    @Test
    void isRemovedIfNothingWasReceived() {
      try (IncomingTree tree = receive(in("new/"), ExistingFile.KEEP, entry("file", 3))) {
        tree.write(0, bytes(1, 2, 3));
      }
      assertThat(occupants()).isZero();
      assertFails(
          FailureCode.NO_SPACE,
          "huge",
          () -> receive(in("new/"), ExistingFile.KEEP, entry("huge", Long.MAX_VALUE)));
      assertThat(occupants()).isZero();
    }

    @Test
    void isNotRemovedIfItWasThereBefore() {
      makeFolder("mine");

      try (IncomingTree tree = receive(in("mine/"), ExistingFile.KEEP, entry("file", 3))) {
        tree.write(0, bytes(1, 2, 3));
      }
      assertThat(visible()).containsExactly("mine");
    }

    @Test
    void staysForWhatIsResumed() {
      try (IncomingTree tree = receive(in("new/"), ExistingFile.KEEP, entry("file", 3))) {
        tree.write(0, bytes(1, 2));
        tree.checkpoint();
      }
      try (IncomingTree tree = receive(in("new/"), ExistingFile.KEEP, entry("file", 3))) {
        assertThat(tree.stored().bytes()).isEqualTo(2);
        tree.discard();
      }
      assertThat(occupants()).isZero();
    }
  }

  /** It can't be kept there at all. */
  @Nested
  class WhereItDoesNotFit {
    @Test
    void missesTheFolder() {
      assertFails(
          FailureCode.FILE_MISSING,
          "nowhere",
          () -> receive(in("nowhere/file"), ExistingFile.KEEP, entry("file", 3)));
      assertFails(
          FailureCode.FILE_MISSING,
          "nowhere",
          () -> receive(in("nowhere/inner/"), ExistingFile.KEEP, entry("file", 3)));
    }

    @Test
    void keepsSeveralFilesInAFolderOnly() {
      occupy("mine", OLD);

      assertFails(
          FailureCode.FILE_MISSING,
          "mine",
          () -> receive(in("mine"), ExistingFile.OVERWRITE, entry("a", 1), entry("b", 1)));
      assertThat(content("mine")).isEqualTo(OLD);
    }

    @Test
    void knowsBeforehandThatThereIsNoSpace() {
      assertFails(
          FailureCode.NO_SPACE,
          "huge",
          () -> receive(folder(), ExistingFile.KEEP, entry("huge", Long.MAX_VALUE)));
      assertThat(occupants()).isZero();
    }
  }
}
