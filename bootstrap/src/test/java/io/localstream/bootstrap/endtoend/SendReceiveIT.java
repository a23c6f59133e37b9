package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file from {@code localstream send} to {@code localstream receive}. */
class SendReceiveIT {
  private static final String STRANGE_NAME = "Ἑλλάς και \uD83D\uDE80 ταξίδι.txt";

  @TempDir Path temporary;
  private TestDevice anna;
  private TestDevice ben;
  private final String port = Integer.toString(TestDevice.freePort());

  @BeforeEach
  void meet() {
    anna = TestDevice.known(temporary, TestDevice.ANNA);
    ben = TestDevice.known(temporary, TestDevice.BEN);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 0, empty",
    "127.0.0.1, 1048577, one byte more than a chunk",
    "::1, 1, one byte",
    "::1, 3145728, three chunks",
  })
  void theListenerSends(String host, long bytes, String name) {
    Path source = Sample.write(anna.folder().resolve(name), bytes);
    try (LocalStreamProcess sender =
            anna.start("send", name, "--port", port, "--host", host, "--yes").awaitListening();
        LocalStreamProcess receiver =
            ben.start("receive", ".", "--from", endpoint(host), "--yes")) {
      assertArrived(source, ben.folder().resolve(name), sender, receiver);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "::1, 0, empty",
    "127.0.0.1, 1, one byte",
    "::1, 1048577, one byte more than a chunk",
    "127.0.0.1, 67108864, 64 MiB",
    "127.0.0.1, 2097152, " + STRANGE_NAME,
  })
  void theListenerReceives(String host, long bytes, String name) {
    Path source = Sample.write(anna.folder().resolve(name), bytes);
    try (LocalStreamProcess receiver =
            ben.start("receive", "here.bin", "--port", port, "--host", host, "--yes")
                .awaitListening();
        LocalStreamProcess sender = anna.start("send", name, "--to", endpoint(host), "--yes")) {
      assertArrived(source, ben.folder().resolve("here.bin"), sender, receiver);
    }
  }

  @Test
  void aStrangeNameArrivesInAFolderAsItIs() throws IOException {
    Path source = Sample.write(anna.folder().resolve(STRANGE_NAME), 100_000);
    Files.createDirectory(ben.folder().resolve("λήψεις"));
    try (LocalStreamProcess sender = sender(STRANGE_NAME);
        LocalStreamProcess receiver = receiver("λήψεις", "--quiet")) {
      Path target = ben.folder().resolve("λήψεις").resolve(STRANGE_NAME);
      assertArrived(source, target, sender, receiver);
      assertThat(receiver.out()).isEqualTo(target + System.lineSeparator());
    }
  }

  @Test
  void tryingItOnOneMachineComparesWhatArrived() {
    Sample.write(anna.folder().resolve("sample"), 3_000_000);
    try (LocalStreamProcess trial = anna.start("try", "sample")) {
      trial.endsWith(0);
      assertThat(trial.out())
          .contains("OK: identical", Sample.sha256(anna.folder().resolve("sample")));
    }
    assertThat(anna.files()).containsExactly("sample");
  }

  private void assertArrived(
      Path source, Path target, LocalStreamProcess sender, LocalStreamProcess receiver) {
    receiver.endsWith(0);
    sender.endsWith(0);
    assertThat(Sample.sha256(target)).isEqualTo(Sample.sha256(source));
    assertThat(ben.files()).containsExactly(ben.folder().relativize(target).getName(0).toString());
    assertThat(sender.out().lines()).singleElement().asString().startsWith("sent ");
    assertThat(receiver.out().lines())
        .singleElement()
        .asString()
        .contains(target.getFileName().toString());
  }

  private String endpoint(String host) {
    return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
  }

  private LocalStreamProcess sender(String file) {
    return anna.start("send", file, "--port", port, "--host", "127.0.0.1", "--yes")
        .awaitListening();
  }

  private LocalStreamProcess receiver(String target, String option) {
    return ben.start("receive", target, "--from", "127.0.0.1:" + port, "--yes", option);
  }

  @Nested
  class WhereAFileExists {
    private Path existing;
    private Path source;

    @BeforeEach
    void create() throws IOException {
      existing = Files.writeString(ben.folder().resolve("notes.txt"), "mine");
      source = Sample.write(anna.folder().resolve("notes.txt"), 5_000);
    }

    @Test
    void isRefusedAndLeftAlone() {
      try (LocalStreamProcess sender = sender("notes.txt");
          LocalStreamProcess receiver = receiver("notes.txt", "--wait=60")) {
        assertThat(receiver.exitCode()).as(receiver::toString).isEqualTo(5);
        assertThat(receiver.err()).contains("notes.txt exists already");
        assertThat(receiver.out()).isEmpty();
        assertThat(sender.exitCode()).as(sender::toString).isEqualTo(5);
        sender.assertNoNoise();
      }
      assertThat(existing).hasContent("mine");
      assertThat(ben.files()).containsExactly("notes.txt");
    }

    @Test
    void isReplacedWhenThatIsSaid() {
      try (LocalStreamProcess sender = sender("notes.txt");
          LocalStreamProcess receiver = receiver(".", "--overwrite")) {
        assertArrived(source, existing, sender, receiver);
      }
    }

    @Test
    void isKeptBesideTheNewOneWhenThatIsSaid() {
      try (LocalStreamProcess sender = sender("notes.txt");
          LocalStreamProcess receiver = receiver(".", "--rename")) {
        receiver.endsWith(0);
        sender.endsWith(0);
      }
      assertThat(existing).hasContent("mine");
      assertThat(ben.folder().resolve("notes (1).txt")).hasSameBinaryContentAs(source);
    }
  }
}
