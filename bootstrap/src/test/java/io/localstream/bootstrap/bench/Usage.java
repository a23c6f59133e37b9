package io.localstream.bootstrap.bench;

/**
 * What a process, or several together, took.
 *
 * @param beginNanos when the first began, by the system's monotonic clock
 * @param endNanos when the last was over
 * @param cpuSeconds of all, in user and system; 0 where it was not measured
 * @param peakKib the most resident memory that one of them held; 0 where it was not measured
 */
record Usage(long beginNanos, long endNanos, double cpuSeconds, long peakKib) {

  /** What was only timed, by {@link System#nanoTime}. */
  static Usage timed(long beginNanos, long endNanos) {
    return new Usage(beginNanos, endNanos, 0, 0);
  }

  double seconds() {
    return (endNanos - beginNanos) / 1e9;
  }

  /** The same, with its memory. */
  Usage holding(long kib) {
    return new Usage(beginNanos, endNanos, cpuSeconds, kib);
  }

  /** Both as one. */
  Usage and(Usage other) {
    return new Usage(
        Math.min(beginNanos, other.beginNanos),
        Math.max(endNanos, other.endNanos),
        cpuSeconds + other.cpuSeconds,
        Math.max(peakKib, other.peakKib));
  }
}
