package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.message.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole folders from one process to another. */
class FolderIT {
  @TempDir Path temporary;
  private TestDevice anna;
  private TestDevice ben;
  private Path album;
  private final String port = Integer.toString(TestDevice.freePort());

  @BeforeEach
  void fill() throws IOException {
    anna = TestDevice.known(temporary, TestDevice.ANNA);
    ben = TestDevice.known(temporary, TestDevice.BEN);
    album = Files.createDirectories(anna.folder().resolve("album"));
    Files.createDirectories(album.resolve("2025/sommer im garten"));
    Files.createDirectories(album.resolve("empty"));
    Files.createDirectories(album.resolve("Maildir/cur"));
    file("Maildir/cur/1700000000.M1P2.host:2,S", 300, "rw-------");
    file("What is this? (2025-12-01 10:00)", 30, "rw-r--r--");
    file("cover.jpg", 3_000_000, "rw-r--r--");
    file(".hidden", 10, "rw-------");
    file("2025/tool", 2_000, "rwxr-xr-x");
    file("2025/nothing", 0, "rw-r--r--");
    file("2025/sommer im garten/ἄνθος 🌷.raw", 1_048_577, "r--r--r--");
    Files.createSymbolicLink(album.resolve("best"), Path.of("2025/sommer im garten"));
    Files.createSymbolicLink(album.resolve("2025/cover"), Path.of("../cover.jpg"));
    Files.setLastModifiedTime(
        album.resolve("2025"), FileTime.from(Instant.parse("2025-12-31T23:59:59Z")));
    Files.setLastModifiedTime(
        album.resolve("empty"), FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
  }

  private void file(String name, long bytes, String permissions) throws IOException {
    Path file = Sample.write(album.resolve(name), bytes);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-05-06T07:08:09Z")));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private LocalStreamProcess receiver(String... options) {
    return ben.start(
        Arguments.of(
            options, "receive", ".", "--from", "127.0.0.1:" + port, "--yes", "--wait", "30"));
  }

  private LocalStreamProcess sender(String... options) {
    return anna.start(
            Arguments.of(options, "send", "album", "--port", port, "--host", "127.0.0.1", "--yes"))
        .awaitListening();
  }

  @Test
  void everythingArrivesAsItWas() {
    try (LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver()) {
      receiver.endsWith(0);
      sender.endsWith(0);
      assertThat(receiver.out()).contains("album");
    }
    assertThat(Tree.of(ben.folder().resolve("album"))).isEqualTo(Tree.of(album));
    assertThat(ben.files()).containsExactly("album");
  }

  @Test
  void whatCanNotBeSentIsNamedAndTheRestArrives() throws IOException {
    Files.writeString(album.resolve("what\never"), "a name that would be two lines");
    Files.createSymbolicLink(album.resolve("outside"), Path.of("/etc/hostname"));
    try (LocalStreamProcess sender = sender();
        LocalStreamProcess receiver = receiver()) {
      receiver.endsWith(0);
      assertThat(sender.exitCode()).as(sender::toString).isEqualTo(6);
      sender.assertNoNoise();
      assertThat(sender.err())
          .contains(album + "/what\\u000aever", album.resolve("outside").toString());
    }
    Files.delete(album.resolve("what\never"));
    Files.delete(album.resolve("outside"));
    assertThat(Tree.of(ben.folder().resolve("album")).keySet()).isEqualTo(Tree.of(album).keySet());
  }

  @Test
  void aSecondTimeOnlyWhatIsNewComes() throws IOException {
    everythingArrivesAsItWas();
    Sample.write(album.resolve("2025/new"), 77_777);
    try (TcpProxy road = new TcpProxy(Integer.parseInt(port), Tampering.none());
        LocalStreamProcess sender = sender();
        LocalStreamProcess receiver =
            ben.start(
                "receive",
                ".",
                "--from",
                "127.0.0.1:" + road.port(),
                "--yes",
                "--existing",
                "different",
                "--hidden")) {
      receiver.endsWith(0);
      sender.endsWith(0);
      assertThat(road.passed()).isLessThan(2_500_000);
    }
    assertThat(Tree.of(ben.folder().resolve("album")).get("2025/new"))
        .isEqualTo(Tree.of(album).get("2025/new"));
    assertThat(ben.files()).containsExactly("album");
  }

  @Test
  void whatIsVerifiedHasAReceiptOnBothSides() throws Exception {
    try (LocalStreamProcess sender = sender("--verify");
        LocalStreamProcess receiver = receiver()) {
      receiver.endsWith(0);
      sender.endsWith(0);
    }
    assertThat(Tree.of(ben.folder().resolve("album"))).isEqualTo(Tree.of(album));

    String annas = receipt(anna);
    assertThat(annas)
        .contains("album (7 files)", "missing:           0", "with the key it is known by here")
        .contains("SHA-256:           " + digestByTheTools());
    assertThat(receipt(ben)).contains("from:              " + TestDevice.ANNA);
  }

  @Test
  void moreFilesAreVerifiedThanAMessageHoldsDigests() throws Exception {
    Path many = Files.createDirectory(album.resolve("many"));
    for (int i = 0; i <= Digests.MAX_FILES; i++) {
      Files.writeString(many.resolve("note " + i), "n");
    }
    try (LocalStreamProcess sender = sender("--verify");
        LocalStreamProcess receiver = receiver()) {
      receiver.endsWith(0);
      sender.endsWith(0);
    }
    assertThat(Tree.of(ben.folder().resolve("album"))).isEqualTo(Tree.of(album));
  }

  private static String receipt(TestDevice device) {
    String id;
    try (LocalStreamProcess list = device.start("transfers", "receipts")) {
      list.endsWith(0);
      assertThat(list.out()).contains("content compared");
      id = list.out().lines().skip(1).findFirst().orElseThrow().split(" ")[0];
    }
    try (LocalStreamProcess show = device.start("transfers", "show", id, "--receipt")) {
      show.endsWith(0);
      return show.out();
    }
  }

  /** In the order of the transfer: by name, folder by folder, links left out. */
  private String digestByTheTools() throws Exception {
    Process tools =
        new ProcessBuilder(
                "sh",
                "-c",
                "sha256sum album/.hidden album/2025/nothing 'album/2025/sommer im garten/'*"
                    + " album/2025/tool album/Maildir/cur/* 'album/What is this'* album/cover.jpg"
                    + " | sha256sum")
            .directory(anna.folder().toFile())
            .start();
    return new String(tools.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ")[0];
  }
}
