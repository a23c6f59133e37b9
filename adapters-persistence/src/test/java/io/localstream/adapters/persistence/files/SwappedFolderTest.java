package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.Selection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A local user who owns the folder around what a person named lets that change places, again and
 * again, with a link to a folder that is closed to that user. Nothing may land in there or be sent.
 */
class SwappedFolderTest {
  private static final int RUNS = 20;
  private static final String OTHER_USER = "65534";

  @TempDir private Path temporary;

  private Path theirs;
  private Path inbox;
  private Path closed;

  @BeforeEach
  void letAnotherUserOwnTheFolderAround() throws Exception {
    assumeTrue(Files.getOwner(Path.of("/proc/self")).getName().equals("root"), "needs root");
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    closed = Files.createDirectory(temporary.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    theirs = Files.createDirectory(temporary.resolve("theirs"));
    inbox = Files.createDirectory(theirs.resolve("inbox"));
    Path link = Files.createSymbolicLink(theirs.resolve("link"), closed);
    for (Path each : List.of(theirs, inbox, link)) {
      assertThat(run("chown", "-h", OTHER_USER, each.toString())).isZero();
    }
    Path classes = Files.createDirectories(temporary.resolve(packagePath()));
    try (var code = getClass().getResourceAsStream("SwapFolders.class")) {
      Files.copy(code, classes.resolve("SwapFolders.class"));
    }
  }

  private static String packagePath() {
    return SwapFolders.class.getPackageName().replace('.', '/');
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private Process swapping() throws IOException {
    Process process =
        new ProcessBuilder(
                "setpriv",
                "--reuid=" + OTHER_USER,
                "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                temporary.toString(),
                SwapFolders.class.getName(),
                inbox.toString(),
                theirs.resolve("link").toString())
            .redirectErrorStream(true)
            .start();
    String said = new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
    assertThat(said).isEqualTo("swapping");
    return process;
  }

  @ParameterizedTest
  @EnumSource(names = {"KEEP", "OVERWRITE", "RENAME"})
  void nothingLandsWhereTheLinkLeads(ExistingFile ifExists) throws Exception {
    Manifest manifest =
        Inbox.files(
            IntStream.range(0, 5)
                .mapToObj(number -> number < 3 ? "file" + number : "tree/file" + number)
                .toArray(String[]::new));
    int arrived = 0;
    Process attacker = swapping();
    try {
      for (int run = 0; run < RUNS; run++) {
        arrived += receive(manifest, ifExists);
        assertThat(everythingIn(closed)).as("in run " + run).isEmpty();
      }
    } finally {
      attacker.destroyForcibly().waitFor();
    }
    assertThat(arrived).isLessThanOrEqualTo(RUNS);
  }

  @Test
  void nothingIsSentFromWhereTheLinkLeads() throws Exception {
    Files.writeString(inbox.resolve("public"), "public");
    Files.writeString(closed.resolve("secret"), "secret");
    DiskOutgoingFiles files = new DiskOutgoingFiles(theirs, theirs);
    Process attacker = swapping();
    try {
      for (int run = 0; run < RUNS; run++) {
        for (String named : List.of(inbox.toString(), inbox + "/secret", inbox + "/public")) {
          try (OutgoingTree tree = files.open(List.of(new FileReference(named)), Selection.ALL)) {
            assertThat(tree.manifest().entries())
                .extracting(entry -> entry.path().fileName())
                .doesNotContain("secret");
          } catch (LocalStreamException e) {
            assertThat(e.getMessage().lines()).hasSize(1);
          }
        }
      }
    } finally {
      attacker.destroyForcibly().waitFor();
    }
  }

  /** Without the attacker everything arrives: the runs above fail for no other reason. */
  @Test
  void everythingArrivesInAFolderThatIsLeftAlone() throws IOException {
    assertThat(receive(Inbox.files("a", "tree/b"), ExistingFile.KEEP)).isEqualTo(1);
    assertThat(inbox.resolve("tree/b")).exists();
  }

  private int receive(Manifest manifest, ExistingFile ifExists) {
    try (IncomingTree tree = new Inbox(inbox).receive(manifest, ifExists)) {
      Inbox.write(tree, 0, Math.toIntExact(manifest.totalBytes()));
      tree.commit(MissingEntries.none());
      return 1;
    } catch (LocalStreamException _) {
      return 0;
    }
  }

  private static List<Path> everythingIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
