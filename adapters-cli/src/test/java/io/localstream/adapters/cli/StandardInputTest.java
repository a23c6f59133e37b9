package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.SendFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending what is in no file of the person's: standard input, and notes. */
class StandardInputTest {
  private static final String PEER = "192.168.1.9:8080";

  private final ProgramRig rig = new ProgramRig();

  private SendFiles.Command sent() {
    return rig.device().commands.stream()
        .filter(SendFiles.Command.class::isInstance)
        .map(SendFiles.Command.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private Path kept() {
    return Path.of(sent().files().getFirst().value());
  }

  @Test
  void isSentUnderANameAndNotKept() {
    assertThat(
            rig.runWithInput("some data", "send", "-", "--name", "data.bin", "--yes", "--to", PEER))
        .isZero();

    assertThat(kept().getFileName()).hasToString("data.bin");
    assertThat(sent().note()).isFalse();
    assertThat(Files.notExists(kept().resolveSibling(""))).isTrue();
  }

  @Test
  void isCalledStdinOtherwise() {
    assertThat(rig.runWithInput("", "send", "-", "--yes", "--to", PEER)).isZero();

    assertThat(kept().getFileName()).hasToString("stdin");
  }

  @Test
  void isKeptNowhereWhenItCannotBeSent() {
    assertThat(rig.runWithInput("x", "send", "-", "--name", "missing", "--yes", "--to", PEER))
        .isEqualTo(5);

    assertThat(rig.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a secret,''", "-,a secret"})
  void isSentAsANote(String text, String input) {
    assertThat(rig.runWithInput(input, "send", "--text", text, "--yes", "--to", PEER)).isZero();

    assertThat(sent().note()).isTrue();
    assertThat(Files.notExists(kept().resolveSibling(""))).isTrue();
  }

  @Test
  void isNoNoteWhenItIsTooLong() {
    assertThat(rig.runWithInput("x".repeat(65_537), "send", "--text", "-", "--yes", "--to", PEER))
        .isEqualTo(2);
    assertThat(rig.err()).last().asString().contains("at most 64 KiB");
  }

  @ParameterizedTest
  @CsvSource({
    "send - other --to 192.168.1.9:8080",
    "send - - --to 192.168.1.9:8080",
    "send --text hi other --to 192.168.1.9:8080",
    "send --text hi - --to 192.168.1.9:8080",
    "send - --files-from list --to 192.168.1.9:8080",
    "send file --name other --to 192.168.1.9:8080",
    "send - --name a/b --to 192.168.1.9:8080",
    "send --text= --to 192.168.1.9:8080",
    "receive - --plan --port 8080",
    "receive - --existing newer --port 8080"
  })
  void isRefusedWithOtherThings(String line) {
    assertThat(rig.run(line.split(" "))).isEqualTo(2);
  }

  @Test
  void isNotNeededForANoteInTheShell() {
    assertThat(rig.runWithInput("connect 192.168.1.9 8080 --yes\nsend_file 8080 --text 'a b'"))
        .isZero();

    SendFiles.Command sent = (SendFiles.Command) rig.device().commands.getLast();
    assertThat(sent.note()).isTrue();
    assertThat(Path.of(sent.files().getFirst().value())).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "send_file 8080 --text ''",
        "send_file 8080 x --text a",
        "send_file 8080 --text a --background",
        "send_file 8080 -"
      })
  void isRefusedInTheShell(String line) {
    assertThat(rig.runWithInput(line)).isEqualTo(2);
    assertThat(rig.devices).isEmpty();
  }
}
