package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.transfer.FileReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending more files than fit on a command line. */
class FilesFromTest {
  private static final String PEER = "192.168.1.9:8080";

  @TempDir private Path folder;
  private final ProgramRig rig = new ProgramRig();

  private List<String> sent() {
    return rig.device().commands.stream()
        .filter(SendFiles.Command.class::isInstance)
        .map(SendFiles.Command.class::cast)
        .flatMap(command -> command.files().stream())
        .map(FileReference::value)
        .toList();
  }

  private String list(String content) throws IOException {
    return Files.writeString(folder.resolve("list"), content).toString();
  }

  @Test
  void takesSeveralFiles() {
    assertThat(rig.run("send", "a", "b c", "--yes", "--to", PEER, "--file", "d")).isZero();
    assertThat(sent()).containsExactly("a", "b c", "d");
  }

  @Test
  void readsOnePathALine() throws IOException {
    assertThat(
            rig.run("send", "--yes", "--to", PEER, "--files-from", list("a\n\n b \r\n\u03c6\n#c")))
        .isZero();
    assertThat(sent()).containsExactly("a", " b ", "\u03c6", "#c");
  }

  @Test
  void readsPathsWithLineBreaks() throws IOException {
    assertThat(rig.run("send", "first", "--yes", "--to", PEER, "--files-from", list("a\nb\0c\r\0")))
        .isZero();
    assertThat(sent()).containsExactly("first", "a\nb", "c\r");
  }

  @Test
  void readsStandardInput() {
    assertThat(rig.runWithInput("a\nb\n", "send", "--yes", "--to", PEER, "--files-from", "-"))
        .isZero();
    assertThat(sent()).containsExactly("a", "b");
  }

  @Test
  void refusesAPathThatIsNoText() throws IOException {
    Path list = Files.write(folder.resolve("list"), new byte[] {'a', '\n', 'b', (byte) 0xff});

    assertThat(rig.run("send", "--yes", "--to", PEER, "--files-from", list.toString()))
        .isEqualTo(2);
    assertThat(rig.err()).singleElement().asString().contains("not text in UTF-8");
  }

  @Test
  void refusesAListThatIsMissingOrEmpty() throws IOException {
    assertThat(rig.run("send", "--yes", "--to", PEER, "--files-from", folder + "/no-list"))
        .isEqualTo(5);
    assertThat(rig.err()).singleElement().asString().contains("no-list; check its spelling");

    assertThat(rig.run("send", "--yes", "--to", PEER, "--files-from", list("\n\n"))).isEqualTo(2);
    assertThat(rig.err()).singleElement().asString().contains("names no files");
  }

  @Test
  void wantsAFile() {
    assertThat(rig.run("send", "--yes", "--to", PEER)).isEqualTo(2);
    assertThat(rig.err()).containsExactly("localstream: FILE is missing (see 'help send')");
  }
}
