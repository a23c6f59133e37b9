package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, on a machine that has a shell and no Java. */
class PackageIT {
  private static final List<String> SHELL_TOOLS = List.of("readlink", "locale");

  @TempDir static Path temporary;

  private static Path unpacked;

  @BeforeAll
  static void unpack() throws IOException {
    Path elsewhere = Files.createDirectories(temporary.resolve("else where"));
    runs(new ProcessBuilder("tar", "-xzf", archive().toString(), "-C", elsewhere.toString()));
    try (Stream<Path> folders = Files.list(elsewhere)) {
      unpacked = folders.toList().getFirst();
    }
    Path tools = Files.createDirectories(temporary.resolve("tools"));
    for (String tool : SHELL_TOOLS) {
      Optional<Path> found = onPath(tool);
      if (found.isPresent()) {
        Files.createSymbolicLink(tools.resolve(tool), found.get());
      }
    }
  }

  private static Path archive() throws IOException {
    // One of another version may have been left there.
    String version = runs(new ProcessBuilder(Distribution.command("--version"))).strip();
    String name = version.replace(' ', '-');
    try (Stream<Path> files = Files.list(Distribution.module().resolve("target"))) {
      Optional<Path> archive =
          files
              .filter(file -> file.getFileName().toString().startsWith(name))
              .filter(file -> file.toString().endsWith(".tar.gz"))
              .findFirst();
      assumeTrue(archive.isPresent(), "no archive: mvn package without -Dquick makes it");
      return archive.get();
    }
  }

  private static Optional<Path> onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String runs(ProcessBuilder builder) {
    try (LocalStreamProcess process = LocalStreamProcess.start(builder)) {
      process.endsWith(0);
      assertThat(process.err()).isEmpty();
      return process.out();
    }
  }

  private static String localstream(String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(unpacked.resolve("bin/localstream").toString()), Stream.of(arguments))
                .toList());
    builder.environment().clear();
    builder.environment().put("PATH", temporary.resolve("tools").toString());
    builder.environment().put("HOME", temporary.toString());
    // Fails where the cache does not fit any more.
    builder.environment().put("LOCALSTREAM_JAVA_OPTS", "-XX:AOTMode=on");
    return runs(builder);
  }

  @Test
  void hasItsVersionInItsName() {
    String version = localstream("--version").strip();
    assertThat(unpacked.getFileName()).hasToString(version.replace(' ', '-'));
  }

  @Test
  void doesItsMainJob() {
    assertThat(localstream("try")).contains("identical");
  }

  @Test
  void hasAManualPageForEveryCommandThatHelpLists() throws IOException {
    Path pages = unpacked.resolve("share/man/man1");
    List<String> listed =
        localstream("help")
            .lines()
            .skip(1)
            .takeWhile(line -> !line.isBlank())
            .map(line -> line.strip().split(" ", 2)[0])
            .toList();
    assertThat(listed).contains("send", "receive", "doctor");
    for (String command : listed) {
      assertThat(pages.resolve("localstream-" + command.replace('_', '-') + ".1")).isNotEmptyFile();
    }
  }

  @Test
  void showsNoCommandInItsPagesThatThereIsNot() throws IOException {
    try (Stream<Path> pages = Files.list(unpacked.resolve("share/man/man1"))) {
      for (Path page : pages.toList()) {
        String name = page.getFileName().toString().replace(".1", "").replaceFirst("-", " ");
        String text = Files.readString(page).replace("\\-", "-").replace('_', '-');
        String synopsis = text.substring(text.indexOf(".nf\n") + 4, text.indexOf("\n.fi"));
        assertThat(synopsis.lines())
            .allMatch(line -> line.isBlank() || line.startsWith(name) || line.startsWith(" "));
      }
    }
  }

  @Test
  void hasPagesThatManShowsWithoutAWarning() throws IOException {
    assumeTrue(onPath("man").isPresent(), "no man");
    for (String page : List.of("localstream.1", "localstream-receive.1", "localstream-trust.1")) {
      ProcessBuilder man =
          new ProcessBuilder(
              "man", "--warnings", "-l", unpacked.resolve("share/man/man1/" + page).toString());
      man.environment().put("LC_ALL", "C.UTF-8");
      man.environment().put("MANWIDTH", "80");
      assertThat(runs(man)).contains("SYNOPSIS", "localstream");
    }
  }

  @Test
  void completesCommandsAndOptionsInBash() {
    assumeTrue(onPath("bash").isPresent(), "no bash");
    String script = unpacked.resolve("share/bash-completion/completions/localstream").toString();
    runs(new ProcessBuilder("bash", "-n", script));
    assertThat(completions(script, "localstream", "rec").split("\\s+"))
        .contains("receive")
        .doesNotContain("send");
    assertThat(completions(script, "localstream", "receive", "--ov").split("\\s+"))
        .containsExactly("--overwrite");
  }

  /** What bash offers in the place of the last word. */
  private static String completions(String script, String... words) {
    // Outside of a completion bash has no compopt.
    String complete =
        "compopt() { :; }; . \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1));"
            + " _complete_localstream; echo \"${COMPREPLY[@]}\"";
    List<String> command = new ArrayList<>(List.of("bash", "-c", complete, "bash", script));
    command.addAll(List.of(words));
    return runs(new ProcessBuilder(command)).strip();
  }
}
