package io.localstream.bootstrap.bench;

/** What is to be reached. */
sealed interface Target {

  /** The ratio is to be this, or more. */
  record AtLeast(double ratio) implements Target {}

  /** The ratio is to be this, or less. */
  record AtMost(double ratio) implements Target {}

  /** Our own figure is to be this, or less. */
  record Within(double limit) implements Target {}

  /** Whether the medians reach it. */
  default boolean isMet(double ours, double ratio) {
    return switch (this) {
      case AtLeast(double wanted) -> ratio >= wanted;
      case AtMost(double wanted) -> ratio <= wanted;
      case Within(double limit) -> ours <= limit;
    };
  }

  default String text(String unit) {
    return switch (this) {
      case AtLeast(double wanted) -> "at least " + Figures.plain(wanted) + " x";
      case AtMost(double wanted) -> "at most " + Figures.plain(wanted) + " x";
      case Within(double limit) -> "at most " + Figures.plain(limit) + " " + unit;
    };
  }
}
