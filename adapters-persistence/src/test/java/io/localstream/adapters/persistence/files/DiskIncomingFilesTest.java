package io.localstream.adapters.persistence.files;

import static io.localstream.domain.port.contract.SampleDevices.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.domain.calendar.CommonEra;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.port.contract.IncomingFilesContract;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.NameRules;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiskIncomingFilesTest extends IncomingFilesContract {
  private static final TransferId ID = new TransferId(UUID.randomUUID());
  private static final DeviceId SENDER = new DeviceId(new UUID(3, 4));

  @TempDir private Path base;
  private Path inbox;

  @BeforeEach
  void makeInbox() throws IOException {
    inbox = Files.createDirectory(base.resolve("inbox"));
  }

  @Override
  protected IncomingFiles open() {
    return new DiskIncomingFiles(base, base.resolve("home"));
  }

  @Override
  protected IncomingFiles openHolding(NameRules rules) {
    return new DiskIncomingFiles(base, base.resolve("home"), _ -> rules);
  }

  @Override
  protected FileReference folder() {
    return new FileReference("inbox");
  }

  @Override
  protected FileReference in(String name) {
    return new FileReference("inbox/" + name);
  }

  @Override
  protected void occupy(String name, byte[] content) {
    unchecked(() -> Files.write(inbox.resolve(name), content));
  }

  @Override
  protected void makeFolder(String name) {
    unchecked(() -> Files.createDirectory(inbox.resolve(name)));
  }

  @Override
  protected void link(String name, String target) {
    unchecked(() -> Files.createSymbolicLink(inbox.resolve(name), Path.of(target)));
  }

  @Override
  protected String linkTarget(String name) {
    return unchecked(() -> Files.readSymbolicLink(inbox.resolve(name)).toString());
  }

  @Override
  protected List<String> visible() {
    return everything().stream().filter(name -> !name.startsWith(".")).toList();
  }

  @Override
  protected int occupants() {
    return everything().size();
  }

  private List<String> everything() {
    return unchecked(() -> {
      try (Stream<Path> files = Files.list(inbox)) {
        return files.map(file -> file.getFileName().toString()).sorted().toList();
      }
    });
  }

  @Override
  protected byte[] content(String name) {
    return unchecked(() -> Files.readAllBytes(inbox.resolve(name)));
  }

  @Override
  protected ManifestEntry describe(String name) {
    try (OutgoingTree tree =
        new DiskOutgoingFiles(base, base).open(List.of(in(name)), Selection.ALL)) {
      return tree.manifest().entries().getFirst();
    }
  }

  /** Something that the file system may refuse. */
  private interface Access<T> {
    T run() throws IOException;
  }

  private static <T> T unchecked(Access<T> access) {
    try {
      return access.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IncomingTree receive(FileReference target, ExistingFile ifExists, ManifestEntry entry) {
    return open().open(ID, SENDER, new Manifest(List.of(entry)), new Destination(target, ifExists));
  }

  private IncomingTree receive(String name) {
    return receive(folder(), ExistingFile.KEEP, entry(name, 3));
  }

  private static ManifestEntry entry(String name, long size) {
    return new ManifestEntry.File(new RelativePath(name), size, NOW, 0644);
  }

  private static ByteBuffer content() {
    return ByteBuffer.wrap(new byte[] {1, 2, 3});
  }

  private static void assertFails(FailureCode code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .asInstanceOf(type(LocalStreamException.class))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(code))
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
  }

  /** The hidden folder beside the final names, and what is in it. */
  @Nested
  class Parts {
    private Path hidden() {
      return inbox.resolve(everything().getFirst());
    }

    @Test
    void areForTheirOwnerAlone() throws IOException {
      try (IncomingTree _ = receive("file")) {
        assertThat(hidden().getFileName().toString()).startsWith(".").endsWith(".localstream-part");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(hidden())))
            .isEqualTo("rwx------");
      }
    }

    @Test
    void stayShortWhereTheFinalNameIsAsLongAsNamesCanBe() {
      String longest = "€".repeat(85);
      try (IncomingTree tree = receive(longest)) {
        tree.write(0, content());
        tree.commit(MissingEntries.none());
      }
      assertThat(visible()).containsExactly(longest);
    }

    @Test
    void leaveAloneWhatAnotherAttemptLeft() throws IOException {
      IncomingTree killed = receive("file");
      Path left = Files.writeString(hidden().resolve("0"), "left");

      try (IncomingTree tree = receive("file")) {
        tree.write(0, content());
        tree.commit(MissingEntries.none());
      }

      assertThat(left).hasContent("left");
      killed.close();
      assertThat(visible()).containsExactly("file");
    }

    @Test
    void leaveAloneWhatIsInTheirFolderBesideThem() throws IOException {
      IncomingTree tree = receive("file");
      tree.write(0, content());
      Path beside = Files.writeString(hidden().resolve("notes"), "somebody else's");

      tree.close();

      assertThat(beside).hasContent("somebody else's");
      assertThat(beside.getParent()).isDirectoryNotContaining("glob:**0");
    }

    @Test
    void leaveAloneWhatTookTheirFoldersName() throws IOException {
      IncomingTree tree = receive("file");
      tree.write(0, content());
      Path folder = hidden();
      Files.move(folder, inbox.resolve("moved"));
      Files.writeString(Files.createDirectory(folder).resolve("0"), "somebody else's");

      tree.close();

      assertThat(folder.resolve("0")).hasContent("somebody else's");
      assertThat(inbox.resolve("moved")).isEmptyDirectory();
    }

    @Test
    void areNotPublishedFromWhatTookTheirFoldersName() throws IOException {
      try (IncomingTree tree = receive("file")) {
        tree.write(0, content());
        Path folder = hidden();
        Files.move(folder, inbox.resolve("moved"));
        Files.writeString(Files.createDirectory(folder).resolve("0"), "somebody else's");

        assertFails(FailureCode.FILE_UNWRITABLE, () -> tree.commit(MissingEntries.none()));
      }
      assertThat(inbox.resolve("file")).doesNotExist();
    }

    @Test
    void areWrittenWhereTheyBelongWhenTheirFolderIsReplacedByALink() throws IOException {
      Path elsewhere = Files.createDirectory(base.resolve("elsewhere"));
      Path target = Files.writeString(elsewhere.resolve("0"), "kept");
      try (IncomingTree tree = receive("file")) {
        Path folder = hidden();
        Files.move(folder, inbox.resolve("moved"));
        Files.createSymbolicLink(folder, elsewhere);

        tree.write(0, content());
      }
      assertThat(target).hasContent("kept");
      assertThat(elsewhere).isDirectoryContaining("glob:**0");
    }

    @Test
    void leaveAloneALaterAttemptWhenTheyAreDiscardedAgain() {
      IncomingTree first = receive("file");
      first.close();
      try (IncomingTree second = receive("file")) {
        first.close();

        second.write(0, content());
        second.commit(MissingEntries.none());
      }
      assertThat(visible()).containsExactly("file");
    }

    @Test
    void areNotPublishedUnfinished() {
      try (IncomingTree tree = receive("file")) {
        tree.write(0, ByteBuffer.allocate(2));

        assertThatThrownBy(() -> tree.commit(MissingEntries.none()))
            .isInstanceOf(IllegalStateException.class);
      }
      assertThat(everything()).isEmpty();
    }

    @Test
    void failWithTheFolder() throws IOException {
      try (IncomingTree tree = receive("file")) {
        tree.write(0, content());
        Files.delete(hidden().resolve("0"));
        Files.delete(hidden().resolve("journal"));
        Files.delete(hidden());
        Files.delete(inbox);

        assertFails(FailureCode.FILE_MISSING, () -> tree.commit(MissingEntries.none()));
      }
      assertThat(inbox).doesNotExist();
    }

    @Test
    void areDiscardedWhenTheirThreadIsInterrupted() {
      try (IncomingTree tree = receive("file")) {
        Thread.currentThread().interrupt();
        assertFails(FailureCode.CANCELLED, () -> tree.write(0, content()));
      } finally {
        Thread.interrupted();
      }
      assertThat(everything()).isEmpty();
    }
  }

  /** More files than can be open. */
  @Nested
  class Many {
    private final Manifest many =
        new Manifest(
            IntStream.range(0, 500).mapToObj(number -> entry("file" + number, 2)).toList());

    private IncomingTree receiveMany() {
      return open().open(ID, SENDER, many, new Destination(folder(), ExistingFile.KEEP));
    }

    @Test
    void areOpenOnlyAFewAtATime() throws IOException {
      long before = openDescriptors();
      try (IncomingTree tree = receiveMany()) {
        for (int turn = 0; turn < 2; turn++) {
          for (int number = 0; number < 500; number++) {
            tree.write(number * 2L + turn, ByteBuffer.wrap(new byte[] {(byte) number}));
          }
          assertThat(openDescriptors()).isLessThan(before + OpenChannels.MAX_IDLE + 60);
        }
        tree.commit(MissingEntries.none());
      }
      assertThat(content("file7")).containsExactly(7, 7);
      assertThat(describe("file499").modified()).isEqualTo(NOW);
      assertThat(occupants()).isEqualTo(500);
    }

    private static long openDescriptors() throws IOException {
      try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
        return descriptors.count();
      }
    }

    @Test
    void leaveNothingWhenTheyAreNotCommitted() {
      try (IncomingTree tree = receiveMany()) {
        tree.write(0, ByteBuffer.allocate(777));
      }
      assertThat(everything()).isEmpty();
    }

    @Test
    void areNotWrittenOnceTheirTreeIsClosed() {
      IncomingTree tree = receiveMany();
      tree.close();

      assertFails(FailureCode.CANCELLED, () -> tree.write(0, ByteBuffer.allocate(2)));
      assertFails(FailureCode.CANCELLED, () -> tree.write(0, ByteBuffer.allocate(1)));
      assertThat(everything()).isEmpty();
    }
  }

  /** Links that lead elsewhere. */
  @Nested
  class Links {
    @ParameterizedTest
    @EnumSource(ExistingFile.class)
    void areNeverFollowedFromTheFinalName(ExistingFile ifExists) throws IOException {
      Path elsewhere = Files.writeString(base.resolve("elsewhere"), "kept");
      Files.createSymbolicLink(inbox.resolve("file"), elsewhere);

      if (ifExists == ExistingFile.KEEP || ifExists == ExistingFile.ASK) {
        assertFails(FailureCode.FILE_EXISTS, () -> receive(folder(), ifExists, entry("file", 3)));
      } else {
        try (IncomingTree tree = receive(folder(), ifExists, entry("file", 3))) {
          tree.write(0, content());
          tree.commit(MissingEntries.none());
        }
      }

      assertThat(elsewhere).hasContent("kept");
      assertThat(Files.isSymbolicLink(inbox.resolve("file")))
          .isEqualTo(
              switch (ifExists) {
                case KEEP, RENAME, SKIP, NEWER, ASK -> true;
                case OVERWRITE, DIFFERENT, BACKUP -> false;
              });
    }

    @Test
    void thatLeadNowhereTakeANameToo() throws IOException {
      Files.createSymbolicLink(inbox.resolve("file"), base.resolve("nowhere"));

      assertFails(FailureCode.FILE_EXISTS, () -> receive("file"));
      assertThat(base.resolve("nowhere")).doesNotExist();
    }

    @Test
    void putThereMeanwhileAreNotFollowed() throws IOException {
      try (IncomingTree tree = receive("file")) {
        tree.write(0, content());
        Files.createSymbolicLink(inbox.resolve("file"), base.resolve("nowhere"));

        assertFails(FailureCode.FILE_EXISTS, () -> tree.commit(MissingEntries.none()));
      }
      assertThat(base.resolve("nowhere")).doesNotExist();
    }

    @Test
    void toAFolderAreThePersonsOwnChoice() throws IOException {
      Files.createSymbolicLink(base.resolve("link"), inbox);
      FileReference link = new FileReference("link");

      try (IncomingTree tree = receive(link, ExistingFile.KEEP, entry("file", 0))) {
        tree.commit(MissingEntries.none());
      }
      assertThat(visible()).containsExactly("file");
    }
  }

  /** What a person typed, and what a peer sent. */
  @Nested
  class Names {
    @Test
    void areFoundInThePersonsHome() throws IOException {
      Path home = Files.createDirectory(base.resolve("home"));

      try (IncomingTree tree =
          receive(new FileReference("~/mine"), ExistingFile.KEEP, entry("file", 0))) {
        assertThat(tree.commit(MissingEntries.none()).saved())
            .containsExactly(new FileReference(home.resolve("mine").toString()));
      }
      assertThat(home.resolve("mine")).exists();
    }

    @Test
    void thatCannotBeAreRefusedBeforeAnythingIsSent() {
      assertFails(
          FailureCode.FILE_NAME_UNSAFE,
          () -> receive(in("x".repeat(256)), ExistingFile.KEEP, entry("file", 3)));
      assertFails(
          FailureCode.FILE_MISSING,
          () -> receive(in("nul\0byte"), ExistingFile.KEEP, entry("file", 3)));
      assertThat(everything()).isEmpty();
    }

    @Test
    void ofSeveralFilesAreCheckedBeforeTheFirstIsWritten() {
      occupy("second", new byte[1]);

      assertFails(
          FailureCode.FILE_EXISTS,
          () ->
              open()
                  .open(
                      ID,
                      SENDER,
                      new Manifest(List.of(entry("first", 1), entry("second", 1))),
                      new Destination(folder(), ExistingFile.KEEP)));
      assertThat(everything()).containsExactly("second");
    }

    @Test
    void ofSeveralFilesAreSummedUp() {
      Manifest two = new Manifest(List.of(entry("first", 1), entry("second", 1)));

      try (IncomingTree tree =
          open().open(ID, SENDER, two, new Destination(folder(), ExistingFile.KEEP))) {
        assertThat(tree.describe()).isEqualTo("2 files in " + inbox);
      }
    }

    @Test
    void ofDevicesAreNotReplaced() throws Exception {
      Path pipe = inbox.resolve("pipe");
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

      assertFails(
          FailureCode.FILE_EXISTS,
          () -> receive(in("pipe"), ExistingFile.OVERWRITE, entry("file", 3)));
    }

    @ParameterizedTest
    @EnumSource(
        value = ExistingFile.class,
        names = {"KEEP", "OVERWRITE"})
    void thatBecameFoldersMeanwhileAreLeftAlone(ExistingFile ifExists) {
      try (IncomingTree tree = receive(folder(), ifExists, entry("file", 3))) {
        tree.write(0, content());
        makeFolder("file");

        assertFails(FailureCode.FILE_EXISTS, () -> tree.commit(MissingEntries.none()));
      }
      assertThat(inbox.resolve("file")).isEmptyDirectory();
    }
  }

  /** Folders of a transfer. */
  @Nested
  class FoldersOnDisk {
    private final ManifestEntry folder =
        new ManifestEntry.Folder(new RelativePath("tree"), NOW, 0500);
    private final ManifestEntry inner =
        new ManifestEntry.Folder(new RelativePath("tree/inner"), NOW.minusSeconds(9), 0750);

    private IncomingTree receiveTree() {
      return open()
          .open(
              ID,
              SENDER,
              new Manifest(List.of(folder, entry("tree/a", 3), inner, entry("tree/inner/b", 0))),
              new Destination(folder(), ExistingFile.KEEP));
    }

    @Test
    void getTheirTimesAndPermissionsWhereTheyAreNew() throws IOException {
      try (IncomingTree tree = receiveTree()) {
        tree.write(0, content());
        tree.commit(MissingEntries.none());
      }
      Path made = inbox.resolve("tree");
      assertThat(Files.getLastModifiedTime(made).toInstant()).isEqualTo(NOW);
      assertThat(Files.getLastModifiedTime(made.resolve("inner")).toInstant())
          .isEqualTo(NOW.minusSeconds(9));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rwx------");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve("inner"))))
          .startsWith("rwx")
          .endsWith("---");
      assertThat(everything()).containsExactly("tree");
    }

    @Test
    void stayAsTheyAreWhereTheyWereThere() throws IOException {
      makeFolder("tree");
      try (IncomingTree tree = receiveTree()) {
        tree.write(0, content());
        tree.commit(MissingEntries.none());
      }
      assertThat(Files.getLastModifiedTime(inbox.resolve("tree")).toInstant()).isNotEqualTo(NOW);
      assertThat(everything()).containsExactly("tree");
    }

    @Test
    void leadNowhereElseWhenTheOneAroundThemIsReplacedByALink() throws IOException {
      Path elsewhere = Files.createDirectory(base.resolve("elsewhere"));
      Path moved = base.resolve("moved");
      try (IncomingTree tree = receiveTree()) {
        tree.write(0, content());
        Files.move(inbox, moved);
        Files.createSymbolicLink(inbox, elsewhere);

        assertFails(FailureCode.FILE_UNWRITABLE, () -> tree.commit(MissingEntries.none()));
      }
      assertThat(elsewhere).isEmptyDirectory();
      assertThat(moved.resolve("tree")).doesNotExist();
    }

    @Test
    void areNotPublishedThroughAnInnerLinkThatCameMeanwhile() throws IOException {
      Path elsewhere = Files.createDirectory(base.resolve("elsewhere"));
      makeFolder("tree");
      try (IncomingTree tree = receiveTree()) {
        tree.write(0, content());
        Files.createSymbolicLink(inbox.resolve("tree/inner"), elsewhere);

        assertThat(tree.commit(MissingEntries.none()).missing())
            .extracting(missing -> missing.path() + " " + missing.reason())
            .containsExactly(
                inbox + "/tree/inner FILE_EXISTS", inbox + "/tree/inner/b FILE_EXISTS");
      }
      assertThat(elsewhere).isEmptyDirectory();
      assertThat(inbox.resolve("tree/a")).exists();
    }
  }

  @Test
  void keepsTimesThatNoFileSystemKnows() {
    for (Instant extreme : List.of(CommonEra.LAST, CommonEra.FIRST, Instant.EPOCH.minusNanos(1))) {
      ManifestEntry entry = new ManifestEntry.File(new RelativePath("file"), 0, extreme, 0644);
      try (IncomingTree tree = receive(folder(), ExistingFile.OVERWRITE, entry)) {
        tree.commit(MissingEntries.none());
      }
      assertThat(visible()).containsExactly("file");
    }
  }

  @Test
  void tellsHowMuchSpaceIsMissing() {
    assertThatThrownBy(() -> receive(folder(), ExistingFile.KEEP, entry("huge", Long.MAX_VALUE)))
        .hasMessageContaining("needs 8.0 EiB, but only")
        .hasMessageContaining("iB are free there");
  }
}
