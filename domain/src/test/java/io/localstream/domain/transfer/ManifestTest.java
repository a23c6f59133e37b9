package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static ManifestEntry entry(String path, long size) {
    return new ManifestEntry.File(new RelativePath(path), size, Instant.EPOCH, 0644);
  }

  private static Manifest of(String... paths) {
    return new Manifest(Stream.of(paths).map(path -> entry(path, 1)).toList());
  }

  @Test
  void addsUpSizes() {
    assertThat(new Manifest(List.of(entry("a", 3), entry("b", 0), entry("c", 4))).totalBytes())
        .isEqualTo(7);
    assertThat(new Manifest(List.of(entry("a", Long.MAX_VALUE), entry("b", 0))).totalBytes())
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void refusesSizesThatOverflow() {
    assertThatThrownBy(() -> new Manifest(List.of(entry("a", Long.MAX_VALUE), entry("b", 1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new Manifest(
                List.of(entry("a", Long.MAX_VALUE), entry("b", Long.MAX_VALUE), entry("c", 2))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The folders in the first two have the same number, found by lattice reduction. */
  @Test
  void refusesAFileThatIsAFolderWhereNumbersWereChosenToFallTogether() {
    String one = "\u5200/\u5200\u5200\u5200\u5200\u5200\u5200\u5200\u5200/1";
    String other = "\u521c/\u51f2\u51d2\u51eb\u51d5\u51ed\u51e9\u5206\u51ff/2";

    assertThatThrownBy(() -> of(one, other, "\u521c")).isInstanceOf(IllegalArgumentException.class);
    assertThat(of(one, other).size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Integer.MIN_VALUE, Long.MIN_VALUE})
  void refusesNegativeSizes(long size) {
    assertThatThrownBy(() -> entry("a", size)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 01000, 04755, 02755, 0100644, Integer.MIN_VALUE})
  void refusesMoreThanThePermissionBits(int permissions) {
    assertThatThrownBy(
            () -> new ManifestEntry.File(new RelativePath("a"), 0, Instant.EPOCH, permissions))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTheSamePathTwice() {
    assertThatThrownBy(() -> of("folder/a", "folder/a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A destination that can't tell them apart says so itself. */
  @ParameterizedTest
  @CsvSource({"File, fILE", "folder/a, FOLDER/A", "\u00e9, e\u0301", "ab, a\u200bb", "A, a/b"})
  void acceptsPathsThatOnlySomeSystemTakesForTheSame(String one, String other) {
    assertThat(of(one, other).size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"a, b", "a/b, b/a", "a, a0", "photo (1).jpg, photo (2).jpg", "ά, έ"})
  void acceptsPathsThatNeverDo(String one, String other) {
    assertThat(of(one, other).entries()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"a, a/b", "a/b/c, a/b"})
  void refusesAFileThatIsAlsoAFolder(String one, String other) {
    assertThatThrownBy(() -> of(one, other)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(other, one)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasAtLeastOneFileAndAtMostAMillion() {
    assertThatThrownBy(() -> new Manifest(List.of())).isInstanceOf(IllegalArgumentException.class);
    List<ManifestEntry> tooMany = Collections.nCopies(Manifest.MAX_ENTRIES + 1, entry("a", 0));
    assertThatThrownBy(() -> new Manifest(tooMany))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1048576 files");
  }

  @Test
  void keepsACopy() {
    List<ManifestEntry> entries = new ArrayList<>(List.of(entry("a", 1)));
    Manifest manifest = new Manifest(entries);

    entries.clear();

    assertThat(manifest.entries()).hasSize(1);
    assertThatThrownBy(() -> manifest.entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void isShownInOneLine() {
    assertThat(of("a\u202eb").display()).isEqualTo("a\\u202eb");
    assertThat(of("a", "b", "c").display()).isEqualTo("a and 2 more");
  }

  @Test
  void theBriefFormShowsTheSameAndHoldsNothing() {
    List<ManifestEntry> many =
        IntStream.range(0, 100).mapToObj(i -> entry("holiday/" + i + ".jpg", 7)).toList();
    Manifest whole = new Manifest(many);
    Manifest brief = whole.brief();

    assertThat(brief.display()).isEqualTo("holiday (100 files)").isEqualTo(whole.display());
    assertThat(brief.totalBytes()).isEqualTo(700);
    assertThat(brief.files()).isEqualTo(100);
    assertThat(brief.entries()).isEmpty();
    assertThat(brief).isEqualTo(whole.brief()).isNotEqualTo(whole);
    assertThat(brief).isNotEqualTo(new Manifest(many.subList(1, 100)).brief());
  }

  private static ManifestEntry folder(String path) {
    return new ManifestEntry.Folder(new RelativePath(path), Instant.EPOCH, 0755);
  }

  private static ManifestEntry link(String path, String target) {
    return new ManifestEntry.Link(new RelativePath(path), new LinkTarget(target), Instant.EPOCH);
  }

  @Test
  void holdsFoldersAndLinksBesideFiles() {
    Manifest manifest =
        new Manifest(
            List.of(folder("a"), entry("a/b", 2), link("a/c", "b"), folder("a/d"), entry("e", 3)));

    assertThat(manifest.entries()).hasSize(5);
    assertThat(manifest.files()).isEqualTo(2);
    assertThat(manifest.totalBytes()).isEqualTo(5);
  }

  @Test
  void takesAFolderThatIsNamedAfterWhatIsInIt() {
    assertThat(new Manifest(List.of(entry("a/b", 2), folder("a"))).entries()).hasSize(2);
  }

  @Test
  void refusesWhatLiesUnderALinkOrAFile() {
    assertApart(link("a", "b"), entry("a/c", 1));
    assertApart(link("a", "b"), folder("a/c"));
    assertApart(link("a", "b"), link("a/c/d", "e"));
    assertApart(entry("a", 1), folder("a/b"));
    assertApart(entry("a", 1), link("a/b", "c"));
  }

  @Test
  void refusesAFolderWithTheNameOfSomethingElse() {
    assertApart(folder("a"), entry("a", 1));
    assertApart(folder("a"), link("a", "b"));
    assertApart(folder("a"), folder("a"));
    assertApart(folder("\u00e9"), entry("\u00e9", 1));
  }

  private static void assertApart(ManifestEntry one, ManifestEntry other) {
    assertThatThrownBy(() -> new Manifest(List.of(one, other)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Manifest(List.of(other, one)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
