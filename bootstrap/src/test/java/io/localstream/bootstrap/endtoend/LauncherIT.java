package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bootstrap/bin/localstream}. */
class LauncherIT {
  private static final Path LAUNCHER = Distribution.module().resolve("bin/localstream");

  @TempDir Path temporary;

  @BeforeEach
  void needsAShell() {
    assumeTrue(new File("/bin/sh").canExecute(), "no /bin/sh");
  }

  @Test
  void startsThroughALinkInAFolderWithASpaceWithoutAskingMaven() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("with a space"));
    Path link = Files.createSymbolicLink(folder.resolve("local stream"), LAUNCHER);
    Path noMaven = folder.resolve("mvn");
    Files.writeString(noMaven, "#!/bin/sh\necho Maven was started >&2\nexit 1\n");
    Files.setPosixFilePermissions(noMaven, PosixFilePermissions.fromString("rwxr-xr-x"));
    ProcessBuilder builder = new ProcessBuilder(link.toString(), "--version");
    builder.directory(folder.toFile());
    builder.environment().merge("PATH", folder.toString(), (old, mine) -> mine + ":" + old);
    builder.environment().put("LOCALSTREAM_JAVA", Distribution.command().getFirst());
    builder.environment().put("LOCALSTREAM_HOME", temporary.resolve("home").toString());
    try (LocalStreamProcess process = LocalStreamProcess.start(builder)) {
      process.endsWith(0);
      assertThat(process.out()).startsWith("localstream ");
      assertThat(process.err()).isEmpty();
    }
    assertThat(temporary.resolve("home")).doesNotExist();
  }

  /** The other tests start the program without it. */
  @Test
  void hasTheOptionsThatTheOtherTestsUse() {
    assertThat(LAUNCHER).content().contains(Distribution.JVM_OPTIONS);
  }
}
