package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program is given at its start: streams, folders, variables. */
class StartIT {
  /** Nobody is there. */
  private static final String PEER = "127.0.0.1:9";

  @TempDir private Path folder;

  /** Runs a script in which {@code "$0"} is the program and {@code $1} the temporary folder. */
  private LocalStreamProcess run(String script) {
    String program = String.join(" ", Distribution.command());
    ProcessBuilder builder =
        new ProcessBuilder(List.of("sh", "-c", script, program, folder.toString()));
    builder.environment().put("LOCALSTREAM_HOME", folder.resolve("home").toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return LocalStreamProcess.start(builder);
  }

  @Test
  void sendsNothingWhereStandardInputIsClosed() {
    for (String command :
        List.of("", "send -", "send --text -", "send --files-from -", "receive --code-file -")) {
      String to = command.startsWith("send") ? " --yes --to " + PEER : "";
      try (LocalStreamProcess process = run("exec \"$0\" " + command + to + " <&-")) {
        process.endsWith(5);
        assertThat(process.err()).contains("closed");
        assertThat(process.out()).isEmpty();
      }
    }
  }

  @Test
  void saysWhatTheVirtualMachineSaysOnStandardError() {
    try (LocalStreamProcess process = run("LOCALSTREAM_JAVA_OPTS='-Xms600m' exec \"$0\" status")) {
      process.endsWith(1);
      assertThat(process.out()).isEmpty();
    }
  }

  @Test
  void startsInNoFolderThatWasDeleted() {
    try (LocalStreamProcess process =
        run("mkdir \"$1/gone\"; cd \"$1/gone\"; rmdir \"$1/gone\"; exec \"$0\" status")) {
      process.endsWith(5);
      assertThat(process.out()).isEmpty();
      assertThat(process.err()).contains("the current folder was deleted");
    }
  }

  @Test
  void doesNothingInAFolderWhosePathIsNoText() throws IOException {
    String script =
        "d=\"$1/in/$(printf 'a\\377')\"; mkdir -p \"$d\"; cd \"$d\";"
            + " exec \"$0\" receive . --yes --from "
            + PEER;
    try (LocalStreamProcess process = run(script)) {
      process.endsWith(5);
      assertThat(process.err()).contains("not text in UTF-8");
    }
    assertThat(Files.exists(folder.resolve("home"))).isFalse();
  }

  @Test
  void doesNothingWithAPathThatIsNoText() {
    for (String command :
        List.of("receive \"$bad\" --yes --from " + PEER, "send \"$bad\" --yes --to " + PEER)) {
      try (LocalStreamProcess process = run("bad=\"$(printf 'a\\377')\"; exec \"$0\" " + command)) {
        process.endsWith(2);
        assertThat(process.err()).contains("not text in UTF-8");
      }
    }
    assertThat(Files.exists(folder.resolve("home"))).isFalse();
  }

  @Test
  void keepsTemporaryFilesWhereTheEnvironmentSays() {
    try (LocalStreamProcess process =
        run("echo x | TMPDIR=\"$1/none\" \"$0\" send - --yes --to " + PEER)) {
      process.endsWith(5);
      assertThat(process.err()).contains("none");
    }
  }
}
