package io.localstream.bootstrap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {
  private static final int LIGHT_BYTES = 120_000;

  @TempDir Path folder;

  @Test
  void drawsEveryRoundOfARow() {
    List<Round> rounds =
        List.of(
            new Round(800, 410.0, true),
            new Round(780, 405.0, false),
            new Round(310, 160.0, true),
            new Round(790, 398.0, false));
    Outcome outcome =
        new Outcome(
            "row", "one thing against another", Measure.SPEED, "2 x", "a", "b", rounds, true, null);
    Charts.rounds(outcome, folder);
    assertThat(folder.resolve("row.svg")).content().contains("<svg").hasSizeLessThan(LIGHT_BYTES);
  }

  @Test
  void drawsHowTimeAndMemoryGrow() {
    List<Point> points =
        List.of(new Point(1, 0.6, 110), new Point(64, 0.8, 120), new Point(1024, 2, 121));
    Charts.growth(new Curve("curve", "one file", "MiB", points, null), folder);
    for (String name : List.of("time", "memory")) {
      assertThat(folder.resolve("scaling-curve-" + name + ".svg"))
          .content()
          .contains("<svg")
          .hasSizeLessThan(LIGHT_BYTES);
    }
  }
}
