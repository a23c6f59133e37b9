package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePlanTest {
  private static final NamePolicy MAP = NamePolicy.CAREFUL.with(NamePolicy.Unfit.MAP);
  private static final NameRules FOLDING = new NameRules(false, true, 255);

  private static Manifest manifest(String... paths) {
    return new Manifest(
        Arrays.stream(paths)
            .<ManifestEntry>map(path ->
                path.endsWith("/")
                    ? new ManifestEntry.Folder(
                        new RelativePath(path.substring(0, path.length() - 1)), Instant.EPOCH, 0755)
                    : new ManifestEntry.File(new RelativePath(path), 0, Instant.EPOCH, 0644))
            .toList());
  }

  private static NamePlan plan(NameRules rules, NamePolicy policy, String... paths) {
    return NamePlan.of(manifest(paths), rules, policy);
  }

  private static List<String> faults(NamePlan plan, int count) {
    return IntStream.range(0, count)
        .mapToObj(entry -> plan.fault(entry).map(NameFault::name).orElse("-"))
        .toList();
  }

  private static List<String> paths(NamePlan plan, int count) {
    return IntStream.range(0, count).mapToObj(plan::path).toList();
  }

  @Test
  void takesEverythingWhereEverythingCanBeHeld() {
    NamePlan plan =
        plan(NameRules.ANY, MAP, "cur/1700000000.M1P2.host:2,S", "con.txt", "Readme", "readme");

    assertThat(faults(plan, 4)).containsOnly("-");
    assertThat(plan.path(0)).isEqualTo("cur/1700000000.M1P2.host:2,S");
    assertThat(plan.isMapped(0)).isFalse();
  }

  @Test
  void leavesOutWhatCannotBeHeldWithAllThatLiesInIt() {
    NamePlan plan =
        plan(NameRules.PORTABLE, NamePolicy.CAREFUL, "a:b/", "a:b/c", "d/con.txt", "e.", "fine");

    assertThat(faults(plan, 5)).containsExactly("CHARACTER", "CHARACTER", "DEVICE", "ENDING", "-");
  }

  @Test
  void mapsToTheSameNamesEachTime() {
    String[] offered = {"a:b/", "a:b/c?", "d/con.txt", "e.", "CON.tar.gz", "fine"};
    NamePlan plan = plan(NameRules.PORTABLE, MAP, offered);

    assertThat(faults(plan, 6)).containsOnly("-");
    List<String> saved = paths(plan, 6);
    assertThat(saved)
        .allSatisfy(path ->
            assertThat(path.split("/")).allMatch(name -> NameRules.PORTABLE.fault(name).isEmpty()))
        .doesNotHaveDuplicates();
    assertThat(saved.get(1)).startsWith(saved.get(0) + "/c_~");
    assertThat(saved.get(2)).matches("d/_con~[0-9a-f]{8}\\.txt");
    assertThat(saved.get(5)).isEqualTo("fine");
    assertThat(plan.isMapped(5)).isFalse();
    assertThat(paths(plan(NameRules.PORTABLE, MAP, "other", "a:b/c?"), 2))
        .containsExactly("other", saved.get(1));
  }

  @Test
  void leavesOutTheSecondOfTwoThatAreAlike() {
    NamePlan plan =
        plan(
            FOLDING,
            NamePolicy.CAREFUL,
            "Readme",
            "README",
            "A/x",
            "a/y",
            "A/z",
            "\u00e9",
            "e\u0301");

    assertThat(faults(plan, 7)).containsExactly("-", "ALIKE", "-", "ALIKE", "-", "-", "ALIKE");
  }

  @Test
  void mapsTheSecondOfTwoThatAreAlike() {
    NamePlan plan = plan(FOLDING, MAP, "Readme", "README", "A/x", "a/x", "b");

    assertThat(faults(plan, 5)).containsOnly("-");
    assertThat(paths(plan, 5).stream().map(path -> path.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
    assertThat(plan.path(0)).isEqualTo("Readme");
    assertThat(plan.path(3)).matches("a~[0-9a-f]{8}/x");
  }

  @Test
  void givesNoNameThatAnotherEntryHas() {
    String taken = plan(FOLDING, MAP, "a", "A").path(1);
    NamePlan plan = plan(FOLDING, MAP, taken, "a", "A");

    assertThat(faults(plan, 3)).containsExactly("-", "-", "ALIKE");

    String mapped = plan(NameRules.PORTABLE, MAP, "a?").path(0);
    NamePlan other = plan(NameRules.PORTABLE, MAP, mapped, "a?");
    assertThat(faults(other, 2)).containsExactly("-", "ALIKE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..\\..\\x", "C:x", "../..\\x", "con"})
  void leavesOutLinksWhoseTargetMeansSomethingElse(String target) {
    Manifest manifest =
        new Manifest(
            List.of(
                new ManifestEntry.Link(
                    new RelativePath("a/b/link"), new LinkTarget(target), Instant.EPOCH)));

    assertThat(NamePlan.of(manifest, NameRules.PORTABLE, MAP).fault(0)).isPresent();
    assertThat(NamePlan.of(manifest, NameRules.ANY, MAP).fault(0)).isEmpty();
  }

  @Test
  void mappedNamesAreNeverTooLong() {
    String longest = "\u20ac".repeat(84) + "?";

    assertThat(RelativePath.utf8Length(plan(NameRules.PORTABLE, MAP, longest).path(0)))
        .isLessThanOrEqualTo(255);
  }
}
