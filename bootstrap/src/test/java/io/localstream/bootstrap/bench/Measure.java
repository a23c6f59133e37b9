package io.localstream.bootstrap.bench;

/** What is compared, and which way round: a ratio is always "ours, as a multiple of theirs". */
enum Measure {
  /** How fast bytes arrive, of all receivers together. */
  SPEED("MB/s"),
  /** From the start of the first process to the end of the last. */
  SECONDS("s"),
  /** User and system time of both sides. */
  CPU("CPU s per GiB"),
  /** The most that one of the processes held. */
  MEMORY("MB resident");

  private final String unit;

  Measure(String unit) {
    this.unit = unit;
  }

  String unit() {
    return unit;
  }

  double of(Usage usage, long bytes) {
    return switch (this) {
      case SPEED -> bytes / 1e6 / usage.seconds();
      case SECONDS -> usage.seconds();
      case CPU -> usage.cpuSeconds() / (bytes / (double) (1L << 30));
      case MEMORY -> usage.peakKib() * 1024 / 1e6;
    };
  }

  /** Of speeds and of times: how many times as fast. Of costs: how many times as much. */
  double ratio(double ours, double theirs) {
    return switch (this) {
      case SPEED, CPU, MEMORY -> ours / theirs;
      case SECONDS -> theirs / ours;
    };
  }
}
