package io.localstream.domain.failure;

/**
 * How much space something needs, and how much there is.
 *
 * @param neededBytes 0 or more
 * @param freeBytes 0 or more
 */
public record SpaceShortage(long neededBytes, long freeBytes) {
  public SpaceShortage {
    if (neededBytes < 0 || freeBytes < 0) {
      throw new IllegalArgumentException("no space is negative");
    }
  }
}
