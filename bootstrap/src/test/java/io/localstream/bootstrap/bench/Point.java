package io.localstream.bootstrap.bench;

/**
 * What it took at one size.
 *
 * @param x the size: MiB, files or receivers
 * @param seconds the median
 * @param megabytes the most resident memory of one process, median
 */
record Point(double x, double seconds, double megabytes) {

  /** What one more costs, if it all were so. */
  double microsecondsEach() {
    return seconds / x * 1e6;
  }
}
