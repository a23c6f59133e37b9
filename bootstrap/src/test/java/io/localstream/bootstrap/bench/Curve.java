package io.localstream.bootstrap.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the cost grows with one size.
 *
 * @param end why it is not longer; null where it is complete
 */
record Curve(String id, String title, String unit, List<Point> points, @Nullable String end) {

  /** What is carried at one size. */
  @FunctionalInterface
  interface Load {
    Entrant at(Workshop workshop, long size);
  }

  /** Measures size by size, until all are done or one cannot be. */
  static Curve measured(Workshop workshop, Curve empty, List<Long> sizes, int rounds, Load load) {
    List<Point> points = new ArrayList<>();
    for (long size : sizes) {
      try {
        Point point = point(workshop, load.at(workshop, size), size, rounds);
        points.add(point);
        System.out.printf(
            "%s,%d,%.3f,%.1f,%.4f%n",
            empty.id(), size, point.seconds(), point.megabytes(), point.microsecondsEach());
      } catch (CannotRun e) {
        System.out.println(empty.id() + "," + size + ",not run: " + e.getMessage());
        return empty.with(points, e.getMessage());
      } finally {
        workshop.clear();
      }
    }
    return empty.with(points, null);
  }

  private Curve with(List<Point> measured, @Nullable String why) {
    return new Curve(id, title, unit, List.copyOf(measured), why);
  }

  private static Point point(Workshop workshop, Entrant entrant, long size, int rounds) {
    List<Usage> usages = IntStream.range(0, rounds).mapToObj(_ -> entrant.carry(workshop)).toList();
    return new Point(
        size,
        Series.of(usages.stream().map(Usage::seconds).toList()).median(),
        Series.of(usages.stream().map(usage -> usage.peakKib() * 1024 / 1e6).toList()).median());
  }
}
