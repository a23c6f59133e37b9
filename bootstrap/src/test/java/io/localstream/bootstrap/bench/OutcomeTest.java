package io.localstream.bootstrap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.bootstrap.bench.Target.AtLeast;
import io.localstream.bootstrap.bench.Target.AtMost;
import io.localstream.bootstrap.bench.Target.Within;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeTest {
  private static final Path NOWHERE = Path.of("/");

  @TempDir Path temporary;

  @Test
  void dividesEachRoundByItself() {
    // The machine was ten times slower in the second round: the ratios do not see that.
    Outcome outcome =
        outcome(Measure.SPEED, new Round(200, 100.0, true), new Round(30, 10.0, false));
    assertThat(outcome.ratios().median()).isEqualTo(2.5);
    assertThat(outcome.oursInOrder().median()).isEqualTo(115);
  }

  @Test
  void countsHowManyTimesAsFast() {
    assertThat(Measure.SPEED.ratio(200, 100)).isEqualTo(2);
    assertThat(Measure.SECONDS.ratio(1, 2)).isEqualTo(2);
  }

  @Test
  void countsHowManyTimesAsMuch() {
    assertThat(Measure.CPU.ratio(3, 2)).isEqualTo(1.5);
    assertThat(Measure.MEMORY.ratio(3, 2)).isEqualTo(1.5);
  }

  @Test
  void readsUsageInTheUnitOfTheRow() {
    Usage usage = new Usage(0, 500_000_000, 3, 1000).and(new Usage(1, 2_000_000_000, 1, 2000));
    long gibibyte = 1L << 30;
    assertThat(Measure.SECONDS.of(usage, gibibyte)).isEqualTo(2);
    assertThat(Measure.SPEED.of(usage, 4_000_000)).isEqualTo(2);
    assertThat(Measure.CPU.of(usage, 2 * gibibyte)).isEqualTo(2);
    assertThat(Measure.MEMORY.of(usage, gibibyte)).isEqualTo(2.048);
  }

  @Test
  void meetsTargetsAtTheirEdge() {
    assertThat(new AtLeast(2).isMet(0, 2)).isTrue();
    assertThat(new AtLeast(2).isMet(0, 1.99)).isFalse();
    assertThat(new AtMost(1.6).isMet(0, 1.6)).isTrue();
    assertThat(new AtMost(1.6).isMet(0, 1.61)).isFalse();
    assertThat(new Within(128).isMet(128, Double.NaN)).isTrue();
    assertThat(new Within(128).isMet(128.1, Double.NaN)).isFalse();
  }

  @Test
  void keepsEverythingInAFile() {
    Outcome missing = Outcome.missing(Rows.all().getFirst(), "no such program");
    Results results =
        new Results(
            "today",
            Map.of("cores", "2"),
            1024,
            List.of(outcome(Measure.SECONDS, new Round(1, null, true)), missing));
    results.write(temporary.resolve("results.json"));
    assertThat(Results.read(temporary.resolve("results.json"))).isEqualTo(results);
  }

  @Test
  void letsTheLaterOfTwoRunsCount() {
    Row row = Rows.all().getFirst();
    Results first = new Results("1", Map.of(), 1, List.of(Outcome.missing(row, "a")));
    Results second = new Results("2", Map.of(), 1, List.of(Outcome.missing(row, "b")));
    assertThat(first.and(second)).isEqualTo(second);
  }

  @Test
  void replacesThePartOfThePageThatIsMadeOfResults() {
    String page =
        "a\n<!-- results: made by bootstrap/bench/run --page -->old<!-- end of results -->\nb";
    assertThat(Page.replaced(page, "new\n"))
        .isEqualTo(
            "a\n"
                + "<!-- results: made by bootstrap/bench/run --page -->\n"
                + "new\n"
                + "<!-- end of results -->\n"
                + "b");
  }

  private static Outcome outcome(Measure measure, Round... rounds) {
    Courier none = (cargo, to) -> Usage.timed(0, 1);
    Entrant entrant = new Entrant("a", none, new Cargo(NOWHERE, List.of(), 1), 1, NOWHERE);
    boolean alone = rounds[0].theirs() == null;
    Contest contest = new Contest(entrant, alone ? Optional.empty() : Optional.of(entrant));
    List<Target> targets = List.of(alone ? new Within(1) : new AtLeast(2));
    Row row = new Row("id", "title", measure, targets, List.of(), 1, (workshop, size) -> contest);
    return Outcome.of(row, contest, List.of(rounds));
  }
}
