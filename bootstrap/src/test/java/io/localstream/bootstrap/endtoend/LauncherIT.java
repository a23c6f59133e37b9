package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bootstrap/bin/localstream} and the launcher in the package. */
class LauncherIT {
  @TempDir Path temporary;

  @BeforeEach
  void needsAShell() {
    assumeTrue(new File("/bin/sh").canExecute(), "no /bin/sh");
  }

  @Test
  void startsThroughALinkInAFolderWithASpaceWithoutAskingMaven() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("with a space"));
    Path launcher = Distribution.module().resolve("bin/localstream");
    Path link = Files.createSymbolicLink(folder.resolve("local stream"), launcher);
    Path noMaven = folder.resolve("mvn");
    Files.writeString(noMaven, "#!/bin/sh\necho Maven was started >&2\nexit 1\n");
    Files.setPosixFilePermissions(noMaven, PosixFilePermissions.fromString("rwxr-xr-x"));
    String path = folder + ":" + System.getenv("PATH");
    tellsItsVersionAndNothingElse(link, Map.of("PATH", path));
    assertThat(temporary.resolve("home")).doesNotExist();
  }

  /** What a person may ask for, and what may happen to a package; never a word of the JVM. */
  @Nested
  class OfThePackage {
    private Path packaged;

    /** A copy, whose JVM is a link. */
    @BeforeEach
    void copy() throws IOException {
      packaged = Files.createDirectories(temporary.resolve("a copy"));
      Files.createSymbolicLink(
          packaged.resolve("runtime"), Distribution.folder().resolve("runtime"));
      for (String folder : List.of("bin", "lib")) {
        Files.createDirectory(packaged.resolve(folder));
        try (Stream<Path> files = Files.list(Distribution.folder().resolve(folder))) {
          for (Path file : files.toList()) {
            copy(file, packaged.resolve(folder).resolve(file.getFileName()));
          }
        }
      }
    }

    private static void copy(Path from, Path to) throws IOException {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private Path launcher() {
      return packaged.resolve("bin/localstream");
    }

    @Test
    void usesItsCache() {
      Map<String, String> orFail = Map.of("LOCALSTREAM_JAVA_OPTS", "-XX:AOTMode=on");
      tellsItsVersionAndNothingElse(launcher(), orFail);
    }

    @Test
    void startsWithoutACache() throws IOException {
      Files.delete(packaged.resolve("lib/short.aot"));
      Files.delete(packaged.resolve("lib/localstream.aot"));
      tellsItsVersionAndNothingElse(launcher(), Map.of());
    }

    @Test
    void startsWithACacheThatDoesNotFit() throws IOException {
      Files.setLastModifiedTime(
          packaged.resolve("lib/localstream.jar"), FileTime.fromMillis(1_000_000_000_000L));
      tellsItsVersionAndNothingElse(launcher(), Map.of());
    }

    @Test
    void startsWithADamagedCache() throws IOException {
      Files.write(packaged.resolve("lib/short.aot"), new byte[10_000]);
      tellsItsVersionAndNothingElse(launcher(), Map.of());
    }

    @Test
    void takesAnotherCollector() {
      Map<String, String> parallel = Map.of("LOCALSTREAM_JAVA_OPTS", "-XX:+UseParallelGC -Xmx200m");
      tellsItsVersionAndNothingElse(launcher(), parallel);
    }

    @Test
    void takesAnotherJava() {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      tellsItsVersionAndNothingElse(launcher(), Map.of("LOCALSTREAM_JAVA", java));
    }

    @Test
    void saysThatAnotherJavaIsMissing() {
      try (LocalStreamProcess process =
          start(launcher(), Map.of("LOCALSTREAM_JAVA", "/nowhere/java"))) {
        process.endsWith(1);
        assertThat(process.err())
            .isEqualToIgnoringNewLines(
                "localstream: LOCALSTREAM_JAVA is not a program: /nowhere/java");
      }
    }
  }

  private void tellsItsVersionAndNothingElse(Path launcher, Map<String, String> environment) {
    try (LocalStreamProcess process = start(launcher, environment)) {
      process.endsWith(0);
      assertThat(process.out()).matches("localstream \\S+\n");
      assertThat(process.err()).isEmpty();
    }
  }

  private LocalStreamProcess start(Path launcher, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "--version");
    builder.directory(temporary.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("LOCALSTREAM_HOME", temporary.resolve("home").toString());
    return LocalStreamProcess.start(builder);
  }
}
