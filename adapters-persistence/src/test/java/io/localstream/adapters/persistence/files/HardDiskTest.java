package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.localstream.adapters.persistence.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or can't be written to, and masks: each in a process of its own. */
class HardDiskTest {
  private static final int CANNOT_MOUNT = 77;

  @TempDir private Path folder;

  /** Receives into a memory disk that only the receiving process sees. */
  private String receiveInto(String mountOptions, int size, int inTheWay)
      throws IOException, InterruptedException {
    return onDisk(mountOptions, ReceiveFile.class, folder, size, inTheWay);
  }

  private String onDisk(String mountOptions, Class<?> main, Object... arguments)
      throws IOException, InterruptedException {
    String mount =
        """
        if [ -z "$OWN_MOUNTS" ]; then
          OWN_MOUNTS=1 unshare --map-root-user --mount "$0" -c '
            mount -t tmpfs -o %s none "$1" || exit %d
            shift
            exec "$@"' sh '%s' "$@"
          exit $?
        fi
        """
            .formatted(mountOptions, CANNOT_MOUNT, folder);
    Process process = JavaProcess.startInShell(mount, main, arguments);
    String output = JavaProcess.output(process);
    assumeTrue(!output.isEmpty(), "this user can't mount a memory disk");
    return output;
  }

  @Test
  void receivesWhatFits() throws Exception {
    assertThat(receiveInto("size=1m", 900 << 10, 0)).isEqualTo("SAVED 1");
  }

  @Test
  void tellsBeforehandThatThereIsNoSpace() throws Exception {
    assertThat(receiveInto("size=1m", 2 << 20, 0)).isEqualTo("NO_SPACE 0");
  }

  @Test
  void tellsThatTheDiskBecameFullAndLeavesNothing() throws Exception {
    assertThat(receiveInto("size=1m", 800 << 10, 800 << 10)).isEqualTo("NO_SPACE 1");
  }

  @Test
  void goesOnWithWhatWasNotedBeforeTheDiskBecameFull() throws Exception {
    assertThat(onDisk("size=1m", FillDiskBetweenCheckpoints.class, folder))
        .isEqualTo("NO_SPACE 300000");
  }

  @Test
  void resumesOnADiskThatHoldsMoreOfThePartThanWasNoted() throws Exception {
    assertThat(onDisk("size=1m", ResumeOnSmallDisk.class, folder, 400, 700, 100))
        .isEqualTo("fits SAVED");
  }

  @Test
  void tellsBeforehandThatTheHolesOfAPartStillNeedSpace() throws Exception {
    assertThat(onDisk("size=1m", ResumeOnSmallDisk.class, folder, 700, 800, 400))
        .isEqualTo("too large NO_SPACE");
  }

  @Test
  void tellsThatTheDiskIsFullWhateverLanguageTheSystemSpeaks() throws Exception {
    assertThat(onDisk("size=1m", FillDisk.class, folder)).isEqualTo("FILE_UNWRITABLE NO_SPACE");
  }

  @Test
  void cannotWriteToADiskThatIsReadOnly() throws Exception {
    assertThat(receiveInto("size=1m,ro", 10, 0)).isEqualTo("READ_ONLY 0");
  }

  @Test
  void tellsBeforehandWhatIsToComeToAnotherDisk() throws Exception {
    assertThat(onDisk("size=1m", ReceiveOntoTwoDisks.class, folder))
        .isEqualTo("missing 2, there other, elsewhere 0");
  }

  @Test
  void takesAwayWhatTheUsersMaskTakesAway() throws Exception {
    Process process = JavaProcess.startInShell("umask 027", ReceiveFile.class, folder, 10, 0);

    assertThat(JavaProcess.output(process)).isEqualTo("SAVED 1");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("file"))))
        .isEqualTo("rwxr-x---");
  }
}
