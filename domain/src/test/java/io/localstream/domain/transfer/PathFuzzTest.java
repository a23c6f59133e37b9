package io.localstream.domain.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** No path and no link leads out, whatever the system makes of its characters. */
class PathFuzzTest {
  private static final Path BASE = Path.of("/base/inbox");

  static Stream<byte[]> paths() {
    return Stream.of(
            "album/one.jpg",
            "..",
            "../x",
            "a/../b",
            "/etc/passwd",
            "a//b",
            "a\\b",
            "C:x",
            "a:b",
            "con.txt",
            "COM\u00b9",
            "a.",
            "a ",
            "\uff0e\uff0e/x",
            "a\uff0fb",
            "\u2025",
            "e\u0301",
            "\ufb01le",
            "stra\u00dfe",
            "a\u200db",
            "\u03c2",
            "\u0130",
            "\u1e9e",
            "\ud83d\ude00",
            "\ud800",
            "n".repeat(255),
            "\u0345",
            "\u1fb3",
            "\u01c5")
        .map(PathFuzzTest::bytes);
  }

  static Stream<byte[]> links() {
    return Stream.of(
            "a/b/c\n../x",
            "a/b/c\n../../x",
            "a\n..",
            "a/b\n..",
            "a\nb/../../c",
            "a\n/etc",
            "a/b\n../../x",
            "a\n../",
            "a\n",
            "a/b/c\n../..")
        .map(PathFuzzTest::bytes);
  }

  /** Two bytes a character, so that everything can be said, half a character too. */
  private static byte[] bytes(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  private static String text(byte[] bytes) {
    return ByteBuffer.wrap(bytes).asCharBuffer().toString();
  }

  /** Empty where the domain refuses it, in the one way in which it may. */
  private static <T> Optional<T> accepted(String text, Function<String, T> read) {
    try {
      return Optional.of(read.apply(text));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank().hasLineCount(1);
      return Optional.empty();
    }
  }

  @MethodSource("paths")
  @FuzzTest
  void pathsStayWhereTheyAreResolved(byte[] data) {
    accepted(text(data), RelativePath::new).ifPresent(PathFuzzTest::checkPath);
  }

  private static void checkPath(RelativePath path) {
    String value = path.value();
    assertThat(new String(value.getBytes(UTF_8), UTF_8)).isEqualTo(value);
    Path resolved = BASE.resolve(value);
    assertThat(resolved.normalize().equals(resolved) && resolved.startsWith(BASE)).isTrue();
    assertThat(resolved.getNameCount()).isEqualTo(BASE.getNameCount() + path.segments().size());
    if (path.segments().stream().allMatch(name -> NameRules.PORTABLE.fault(name).isEmpty())) {
      checkPortable(path);
    }
  }

  private static void checkPortable(RelativePath path) {
    String value = path.value();
    for (Normalizer.Form form : Normalizer.Form.values()) {
      List<String> names = Arrays.asList(Normalizer.normalize(value, form).split("/", -1));
      assertThat(names).hasSameSizeAs(path.segments()).doesNotContain("", ".", "..");
      assertThat(value.chars()).noneMatch(c -> c < ' ' || c == '\\' || c == ':');
      assertSameKey(path, Normalizer.normalize(value, form));
    }
    // Unicode, D145: case is compared on the decomposed form, where a subscript iota, which becomes
    // a letter in upper case, comes behind the other marks of its letter.
    String decomposed = Normalizer.normalize(value, Normalizer.Form.NFD);
    assertSameKey(path, decomposed.toUpperCase(Locale.ROOT));
    assertSameKey(path, decomposed.toLowerCase(Locale.ROOT));
    assertSameKey(path, path.collisionKey());
  }

  /** What a file system may take for the same is the same here. */
  private static void assertSameKey(RelativePath path, String other) {
    accepted(other, RelativePath::new)
        .ifPresent(same -> assertThat(same.collisionKey()).isEqualTo(path.collisionKey()));
  }

  @MethodSource("links")
  @FuzzTest
  void linksStayWithinTheTransfer(byte[] data) {
    String[] both = text(data).split("\n", 2);
    if (both.length == 2) {
      accepted(both[0], RelativePath::new)
          .ifPresent(path ->
              accepted(both[1], LinkTarget::new)
                  .flatMap(target ->
                      accepted("", _ -> new ManifestEntry.Link(path, target, Instant.EPOCH)))
                  .ifPresent(PathFuzzTest::checkLink));
    }
  }

  private static void checkLink(ManifestEntry.Link link) {
    Path folder = BASE.resolve(link.path().value()).getParent();
    assertThat(folder.resolve(link.target().value()).normalize().startsWith(BASE)).isTrue();
  }
}
