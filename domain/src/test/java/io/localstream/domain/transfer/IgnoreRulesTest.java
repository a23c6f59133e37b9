package io.localstream.domain.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {
  /**
   * What git takes in another way than its manual says, because it compares what is in front of the
   * first wildcard apart.
   */
  private static final Pattern UNDOCUMENTED = Pattern.compile("//|[^/*]\\*\\*");

  private static IgnoreRules excluding(String... patterns) {
    return new IgnoreRules(new Selection(List.of(patterns), false, false));
  }

  private static IgnoreRules reading() {
    return new IgnoreRules(new Selection(List.of(), true, false));
  }

  /** As gitignore(5) puts it; a path that ends with a slash is a folder. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *.log       | debug.log a/debug.log b/c/.log |
          *.log       |                      | debug.logs log
          hello.*     | hello.txt a/hello.java |
          /hello.*    | hello.txt            |
          /hello.*    |                      | a/hello.java
          foo/        | foo/ a/foo/          |
          foo/        |                      | foo a/foo
          doc/frotz   | doc/frotz doc/frotz/ |
          doc/frotz   |                      | a/doc/frotz
          /doc/frotz/ | doc/frotz/           |
          frotz/      | frotz/ a/frotz/      |
          foo/*       | foo/test.json foo/bar/ |
          foo/*       |                      | foo/bar/hello.c foo/
          **/foo      | foo a/foo a/b/foo    |
          **/foo/bar  | foo/bar a/foo/bar    |
          **/foo/bar  |                      | foo/a/bar
          abc/**      | abc/a abc/a/b/c      |
          abc/**      |                      | abc abc/ x/abc/a
          a/**/b      | a/b a/x/b a/x/y/b    |
          a/**/b      |                      | ab a/xb a/b/c
          a**b        | ab axxb x/axb        |
          a**b/c      | axb/c                |
          a**b/c      |                      | ax/b/c
          **          | a a/b a/b/           |
          /**         | a a/b a/b/           |
          */          | a/ a/b/              |
          */          |                      | a a/b
          fo?         | foo a/fox            |
          fo?         |                      | fo fo/o
          [a-c]x      | ax cx                |
          [a-c]x      |                      | dx -x
          [!a-c]x     | dx                   |
          [!a-c]x     |                      | ax x /x
          [^a]x       | bx                   |
          []-]        | ] -                  |
          [a-]        | a -                  |
          [[:digit:]_]| 7 _                  |
          [[:digit:]_]|                      | a :
          [[:upper:]] | A                    |
          [[:upper:]] |                      | a
          [[:nope:]]  |                      | n [
          [abc        |                      | [abc a
          a[/]b       |                      | a/b
          \\*.c       | *.c                  |
          \\*.c       |                      | a.c
          \\!a        | !a                   |
          \\#a        | #a                   |
          #a          | #a                   |
          a\\         |                      | a a\\
          [\\]]       | ]                    |
          é?          | éa éß                |
          ''          |                      | a
          /           |                      | a a/
          """)
  void leavesOutWhatFits(String pattern, String out, String kept) {
    IgnoreRules rules = excluding(pattern.replace("\\\\", "\\"));

    assertThat(words(out)).allMatch(path -> leaveOut(rules, path));
    assertThat(words(kept)).noneMatch(path -> leaveOut(rules, path));
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : List.of(text.trim().split(" +"));
  }

  private static boolean leaveOut(IgnoreRules rules, String path) {
    return path.endsWith("/")
        ? rules.leaveOut(path.substring(0, path.length() - 1), true)
        : rules.leaveOut(path, false);
  }

  @Test
  void letsTheLastPatternDecide() {
    IgnoreRules rules = excluding("*.log", "!important.log", "a/important.log");

    assertThat(rules.leaveOut("some.log", false)).isTrue();
    assertThat(rules.leaveOut("b/important.log", false)).isFalse();
    assertThat(rules.leaveOut("a/important.log", false)).isTrue();
  }

  @Test
  void letsADeeperFolderDecideAndWhatIsTypedBeforeAll() {
    IgnoreRules outer = reading().in("", "*.o\n/build\n");
    IgnoreRules inner = outer.in("a/b", "!*.o\n/x\n");

    assertThat(outer.leaveOut("a/b/c.o", false)).isTrue();
    assertThat(inner.leaveOut("a/b/c.o", false)).isFalse();
    assertThat(inner.leaveOut("a/b/x", false)).isTrue();
    assertThat(inner.leaveOut("a/b/c/x", false)).isFalse();
    assertThat(inner.leaveOut("a/b/build", true)).isFalse();
    IgnoreRules typed =
        new IgnoreRules(new Selection(List.of("*.o"), true, false)).in("", "!*.o\n");
    assertThat(typed.leaveOut("c.o", false)).isTrue();
  }

  @Test
  void readsLinesAsGitDoes() {
    IgnoreRules rules = reading().in("", "\ufeffa\r\n# b\n\\#c\nd  \ne\\ \n\n!\n/\n");

    assertThat(List.of("a", "#c", "d", "e ")).allMatch(path -> rules.leaveOut(path, false));
    assertThat(List.of("# b", "b", "e", "d  ", "x")).noneMatch(path -> rules.leaveOut(path, false));
  }

  @Test
  void leavesOutGitsOwnFolderOnlyWithGitignore() {
    assertThat(reading().leaveOut(".git", true)).isTrue();
    assertThat(reading().leaveOut("a/.git", false)).isTrue();
    assertThat(reading().leaveOut("a/x.git", false)).isFalse();
    assertThat(excluding().leaveOut(".git", true)).isFalse();
  }

  @Test
  @Timeout(20)
  void takesNoLongerForAPatternThatCouldFitInManyWays() {
    assertThat(excluding("*a".repeat(60) + "b").leaveOut("a".repeat(255), false)).isFalse();
    assertThat(excluding("**/a/".repeat(30) + "b").leaveOut("a/".repeat(60) + "a", false))
        .isFalse();
  }

  /** Some hundred generated trees with patterns on two levels, against git itself. */
  @Test
  void agreesWithGit(@TempDir Path folder) throws Exception {
    Path repository = folder.resolve("repository");
    assumeTrue(isThereGit(folder, repository), "no git here");
    Random random = new Random(5);
    for (int round = 0; round < 150; round++) {
      SortedMap<String, Boolean> tree = tree(random);
      String outer = patterns(random);
      String inner = patterns(random);
      Files.writeString(repository.resolve(".gitignore"), outer);
      Files.createDirectories(repository.resolve("a"));
      Files.writeString(repository.resolve("a/.gitignore"), inner);
      for (var entry : tree.entrySet()) {
        make(repository.resolve(entry.getKey()), entry.getValue());
      }

      assertThat(ignored(tree, outer, inner))
          .as("%s%n--%n%s", outer, inner)
          .isEqualTo(gitIgnored(folder, repository, tree));
      Files.delete(repository.resolve("a/.gitignore"));
      for (String path : new ArrayList<>(tree.keySet()).reversed()) {
        Files.delete(repository.resolve(path));
      }
    }
  }

  private static boolean isThereGit(Path folder, Path repository) throws InterruptedException {
    try {
      return git(folder, "", "init", "-q", repository.toString()).isEmpty();
    } catch (IOException _) {
      return false;
    }
  }

  private static void make(Path path, boolean isFolder) throws IOException {
    if (isFolder) {
      Files.createDirectories(path);
    } else {
      Files.writeString(path, "");
    }
  }

  /** Paths, and whether each is a folder; the folder {@code a} is always among them. */
  private static SortedMap<String, Boolean> tree(Random random) {
    List<String> names = List.of("a", "b", "ab", "abc", "b.c", "[a", "a b", "!a", "#b");
    SortedMap<String, Boolean> tree = new TreeMap<>();
    List<String> folders = new ArrayList<>(List.of("", "a/"));
    tree.put("a", true);
    for (int i = 0; i < 30; i++) {
      String path =
          folders.get(random.nextInt(folders.size())) + names.get(random.nextInt(names.size()));
      if (!tree.containsKey(path)) {
        tree.put(path, random.nextBoolean());
        if (tree.get(path)) {
          folders.add(path + "/");
        }
      }
    }
    return tree;
  }

  private static String patterns(Random random) {
    List<String> pieces =
        List.of(
            "a",
            "b",
            "c",
            "ab",
            ".c",
            "*",
            "*",
            "**",
            "**/",
            "/**",
            "/",
            "/",
            "?",
            "[a-b]",
            "[!a]",
            "[[:alpha:]]",
            "[]a]",
            "[a",
            "\\a",
            "\\",
            "!",
            " ",
            "#");
    StringBuilder patterns = new StringBuilder();
    for (int count = random.nextInt(4); count >= 0; count--) {
      StringBuilder line = new StringBuilder();
      line.append(random.nextInt(4) == 0 ? "!" : "").append(random.nextInt(4) == 0 ? "/" : "");
      for (int piece = random.nextInt(4); piece >= 0; piece--) {
        line.append(pieces.get(random.nextInt(pieces.size())));
      }
      patterns.append(UNDOCUMENTED.matcher(line).find() ? "" : line + "\n");
    }
    return patterns.toString();
  }

  private static TreeSet<String> ignored(
      SortedMap<String, Boolean> tree, String outer, String inner) {
    IgnoreRules outside = reading().in("", outer);
    IgnoreRules inside = outside.in("a", inner);
    TreeSet<String> ignored = new TreeSet<>();
    // A folder comes before what is in it.
    tree.forEach((path, isFolder) -> {
      boolean with =
          path.contains("/") && ignored.contains(path.substring(0, path.lastIndexOf('/')));
      if (with || (path.startsWith("a/") ? inside : outside).leaveOut(path, isFolder)) {
        ignored.add(path);
      }
    });
    return ignored;
  }

  private static TreeSet<String> gitIgnored(
      Path folder, Path repository, SortedMap<String, Boolean> tree) throws Exception {
    String names = String.join("\0", tree.keySet()) + "\0";
    String found =
        git(
            folder,
            names,
            "-C",
            repository.toString(),
            "-c",
            "core.excludesFile=/dev/null",
            "check-ignore",
            "--no-index",
            "-z",
            "--stdin");
    TreeSet<String> ignored = new TreeSet<>(List.of(found.split("\0")));
    ignored.remove("");
    return ignored;
  }

  private static String git(Path folder, String input, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Path in = Files.writeString(folder.resolve("input"), input);
    ProcessBuilder builder = new ProcessBuilder(command).redirectInput(in.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    Process git = builder.start();
    String output = new String(git.getInputStream().readAllBytes(), UTF_8);
    assertThat(git.waitFor(Duration.ofSeconds(30))).isTrue();
    return output;
  }
}
