package io.localstream.domain.speed;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What holds up everything else. */
public sealed interface Bottleneck {
  /** A stage that is so little faster than the slowest one is as slow: figures vary that much. */
  double AS_SLOW = 1.2;

  /** What is slower than so much of its slowest stage is held up by something else. */
  double MUCH_SLOWER = 0.6;

  /** How fast the slowest part is by itself. */
  double bytesPerSecond();

  /** One stage is clearly slower than all others. */
  record One(Stage stage, double bytesPerSecond) implements Bottleneck {}

  /**
   * Several stages are about as slow as each other.
   *
   * @param stages at least two, the slowest first
   */
  record Several(List<Stage> stages, double bytesPerSecond) implements Bottleneck {
    public Several {
      stages = List.copyOf(stages);
    }
  }

  /**
   * No stage by itself: each is much faster than all of them together, as where they have to share
   * a processor.
   *
   * @param slowest the slowest of them
   */
  record Together(Stage slowest, double bytesPerSecond) implements Bottleneck {}

  /** Finds it where nothing but single stages was measured. */
  static Bottleneck of(Map<Stage, Measurement> stages) {
    Map<Stage, Double> speeds = new EnumMap<>(Stage.class);
    stages.forEach((stage, measured) -> speeds.put(stage, measured.bytesPerSecond()));
    double lowest = Collections.min(speeds.values());
    List<Stage> slow =
        speeds.entrySet().stream()
            .filter(entry -> entry.getValue() <= lowest * AS_SLOW)
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    return slow.size() == 1 ? new One(slow.getFirst(), lowest) : new Several(slow, lowest);
  }

  /** Finds it where the whole was measured, too. */
  static Bottleneck of(Map<Stage, Measurement> stages, Measurement together) {
    Bottleneck slowest = of(stages);
    if (together.bytesPerSecond() >= slowest.bytesPerSecond() * MUCH_SLOWER) {
      return slowest;
    }
    return new Together(
        switch (slowest) {
          case One one -> one.stage();
          case Several several -> several.stages().getFirst();
          case Together whole -> whole.slowest();
        },
        slowest.bytesPerSecond());
  }
}
