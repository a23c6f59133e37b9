package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk, or somebody who works on it, spoils a transfer: both sides say so, and nothing is lost.
 */
class DiskFaultIT {
  private static final int LARGE_BYTES = 4 << 20;
  private static final long MIDDLE = 7 << 20;

  /** Long before the last file is read. */
  private static final long EARLY = 1 << 20;

  /** What need not come again of what had come by then, but for a chunk on each lane. */
  private static final long SAVED = 3 << 20;

  /** What has been written by then: of what passed the rest may still be in a socket's buffer. */
  private static final long WRITTEN = SAVED + (2 << 20);

  private static final String WITHOUT_PRIVILEGES = "-dac_override,-dac_read_search";

  @TempDir Path temporary;
  private final int port = TestDevice.freePort();
  private TestDevice anna;
  private TestDevice ben;
  private Path album;
  private Path target;

  @BeforeEach
  void meet() throws IOException {
    anna = TestDevice.known(temporary, TestDevice.ANNA);
    ben = TestDevice.known(temporary, TestDevice.BEN);
    album = Files.createDirectories(anna.folder().resolve("album"));
    for (String large : List.of("a", "b", "y", "z")) {
      Sample.write(album.resolve(large), LARGE_BYTES);
    }
    for (int file = 0; file < 50; file++) {
      Sample.write(album.resolve("small" + file), 10_000 + file);
    }
    target = Files.createDirectories(ben.folder().resolve("in"));
  }

  /** Over one lane: what waits in the buffers of many has been read, and is not looked at again. */
  private LocalStreamProcess sender() {
    String own = Integer.toString(port);
    return anna.start(
            "send", "album", "--port", own, "--host", "127.0.0.1", "--yes", "--lanes", "1")
        .awaitListening();
  }

  private LocalStreamProcess receiver(TcpProxy road) {
    return ben.start("receive", "in", "--from", "127.0.0.1:" + road.port(), "--yes");
  }

  /** What happens in the middle of a transfer. */
  @FunctionalInterface
  private interface Fault {
    void strike();
  }

  /** What both sides said in the end. */
  private record End(LocalStreamProcess sender, LocalStreamProcess receiver, long passed) {
    /**
     * What went wrong on the receiver's disk is told by both, once.
     *
     * @param told what the sender is told of it
     */
    void assertNotStored(String told, String... words) {
      assertOneLine(receiver, 5, words);
      assertOneLine(sender, 5, TestDevice.BEN, told);
    }

    private static void assertOneLine(LocalStreamProcess side, int exitCode, String... words) {
      side.endsWith(exitCode);
      assertThat(side.out()).isEmpty();
      assertThat(side.err().lines().filter(line -> line.startsWith("localstream: ")))
          .singleElement()
          .asString()
          .contains("album")
          .contains(words);
    }
  }

  private End during(Fault fault) {
    return during(MIDDLE, WRITTEN, fault);
  }

  /**
   * A transfer, and what happens to it.
   *
   * @param middle how many bytes have passed by then
   * @param written how many of them are in files
   */
  private End during(long middle, long written, Fault fault) {
    Gate gate = new Gate(middle);
    try (TcpProxy road = new TcpProxy(port, gate);
        LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver(road)) {
      Await.until(
          Await.PATIENCE,
          () -> gate.isReached() && isWritten(written) || !receiver.isAlive(),
          () -> "the transfer does not get on: " + sender + receiver);
      fault.strike();
      gate.open();
      receiver.exitCode();
      sender.exitCode();
      return new End(sender, receiver, road.passed());
    }
  }

  private boolean isWritten(long bytes) {
    try (Stream<Path> files = Files.walk(target)) {
      return files.mapToLong(file -> file.toFile().length()).sum() >= bytes;
    } catch (IOException | UncheckedIOException e) {
      // A hidden file came or went meanwhile.
      return false;
    }
  }

  /** Now nothing is in the way any more. Tells how many bytes passed. */
  private long again() {
    try (TcpProxy road = new TcpProxy(port, Tampering.none());
        LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver(road)) {
      receiver.endsWith(0);
      sender.endsWith(0);
      assertThat(Tree.of(target.resolve("album"))).isEqualTo(Tree.of(album));
      return road.passed();
    }
  }

  private List<String> inTarget() {
    String[] names = target.toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  private Disk diskInMemory(String size) throws IOException {
    assumeTrue(Disk.canBeMade(), "this user can't mount a disk");
    Disk disk = Disk.inMemory(ben.folder(), size);
    Files.createDirectories(target);
    return disk;
  }

  @Test
  void nothingIsSentThatWouldNotFit() throws IOException {
    try (Disk _ = diskInMemory("8m")) {
      End end = during(() -> {});
      end.assertNotStored(
          "has no space for it: it needs", "needs 16.", "only 8.0 MiB are free", "free some space");
      assertThat(end.passed()).isLessThan(100_000);
      assertThat(inTarget()).isEmpty();
    }
  }

  @Test
  void nothingIsSentToADiskThatIsReadOnly() throws IOException {
    try (Disk disk = diskInMemory("80m")) {
      disk.makeReadOnly();
      End end = during(() -> {});
      end.assertNotStored("is read-only", "can't be written: the file system is read-only");
      assertThat(end.passed()).isLessThan(100_000);
    }
  }

  @Test
  void aDiskThatFillsUpKeepsWhatHasCome() throws IOException {
    try (Disk disk = diskInMemory("80m")) {
      during(disk::fill)
          .assertNotStored("has no space for it", "the disk is full; free some space");
      assertThat(inTarget()).singleElement().asString().endsWith(".localstream-part");
      disk.empty();
      assertThat(again()).isLessThan(4L * LARGE_BYTES - SAVED);
      assertThat(inTarget()).containsExactly("album");
    }
  }

  @Test
  void aDiskThatBecomesReadOnlyIsToldOf() throws IOException {
    assumeTrue(
        Disk.canBeMadeInFile(), "this user can't mount a file (root, mkfs.ext4, findmnt, loop)");
    try (Disk disk = Disk.inFile(temporary.resolve("image"), ben.folder(), "80m")) {
      Files.createDirectories(target);
      during(disk::fail).assertNotStored("is read-only", "the file system is read-only");
      assertThat(inTarget()).singleElement().asString().endsWith(".localstream-part");
    }
  }

  @Test
  void aFolderThatMayNotBeWrittenToAnyMoreGetsTheRestLater() {
    assumeTrue(
        Disk.works("setpriv --bounding-set " + WITHOUT_PRIVILEGES + " true"),
        "this user can't give up a privilege (root, setpriv)");
    ben = ben.behind("setpriv", "--bounding-set", WITHOUT_PRIVILEGES);
    during(() -> Disk.shell("chmod 500 \"$1\"", target))
        .assertNotStored("permission denied", "permission denied");
    Disk.shell("chmod 700 \"$1\"", target);
    assertThat(again()).isLessThan(LARGE_BYTES);
    assertThat(inTarget()).containsExactly("album");
  }

  @Test
  void aFolderThatIsRemovedIsNotMadeAgain() {
    during(() -> Disk.shell("rm -rf \"$1\"", target))
        .assertNotStored("is not there", "its folder is not there any more");
    assertThat(ben.files()).isEmpty();
  }

  @Test
  void nothingIsWrittenThroughALinkInTheFoldersPlace() throws IOException {
    Path elsewhere = Files.createDirectories(ben.folder().resolve("elsewhere"));
    during(() -> Disk.shell("mv \"$1\" \"$1.old\" && ln -s \"$2\" \"$1\"", target, elsewhere))
        .assertNotStored("could not store it", "can't be written");
    assertThat(elsewhere).isEmptyDirectory();
    Disk.shell("rm \"$1\" && mv \"$1.old\" \"$1\"", target);
    again();
    assertThat(inTarget()).containsExactly("album");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf .*-part",
        "rm .*-part/*",
        "cd .*-part; for f in *; do rm $f; ln -s ../../elsewhere $f; done"
      })
  void whatIsTakenOutOfTheHiddenFolderIsNeverClaimed(String deed) throws IOException {
    Path elsewhere = Files.createDirectories(ben.folder().resolve("elsewhere"));
    during(() -> Disk.shell("cd \"$1\"; " + deed, target)).assertNotStored("", "can't be written");
    assertThat(elsewhere).isEmptyDirectory();
    Disk.shell("rm -rf \"$1\"/.*-part", target);
    again();
    assertThat(inTarget()).containsExactly("album");
  }

  @Test
  void nothingIsWrittenThroughALinkInTheHiddenFoldersPlace() throws IOException {
    Path elsewhere = Files.createDirectories(ben.folder().resolve("elsewhere"));
    during(() ->
            Disk.shell(
                "cd \"$1\" && p=$(echo .*-part) && mv $p ../old && ln -s \"$2\" $p",
                target,
                elsewhere))
        .assertNotStored("could not store it", "another program put something in its place");
    assertThat(elsewhere).isEmptyDirectory();
    again();
  }

  @Test
  void sourcesThatChangeAreNamedOnBothSidesAndTheRestArrives() {
    for (String small : List.of("zz-removed", "zz-replaced")) {
      Sample.write(album.resolve(small), 20_000);
    }
    End end =
        during(
            EARLY,
            0,
            () ->
                Disk.shell(
                    "cd \"$1\" && truncate -s 1000 y && echo more >> z && rm zz-removed"
                        + " && cp zz-replaced new && mv new zz-replaced",
                    album));
    assertThat(end.sender().exitCode()).as(end::toString).isEqualTo(6);
    assertThat(end.receiver().exitCode()).as(end::toString).isEqualTo(6);
    assertThat(end.sender().err()).containsOnlyOnce(album.resolve("z") + " grew while it was sent");
    for (String name : List.of("y", "zz-removed", "zz-replaced")) {
      assertThat(end.sender().err())
          .containsOnlyOnce("localstream: left out: " + album.resolve(name) + " ");
      assertThat(end.receiver().err())
          .containsOnlyOnce(
              "localstream: left out: " + target.resolve("album").resolve(name) + " ");
    }
    SortedMap<String, String> arrived = Tree.of(target.resolve("album"));
    assertThat(arrived).hasSize(54).containsKey("z");
    arrived.remove("");
    // What was there at the start.
    arrived.remove("z");
    assertThat(Tree.of(album)).containsAllEntriesOf(arrived);
    assertThat(inTarget()).containsExactly("album");
  }
}
