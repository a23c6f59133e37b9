package io.localstream.adapters.cli.text;

import java.time.Duration;

/**
 * How a transfer gets on.
 *
 * @param running how long content has been on its way, or was
 * @param before how much of the content was there before
 * @param bytesPerSecond of the last seconds; 0 where that is not known
 * @param silence how long ago something came or left last
 */
public record TransferPace(Duration running, long before, long bytesPerSecond, Duration silence) {
  /** Where nothing is known of it. */
  public static final TransferPace NONE = after(Duration.ZERO);

  /** Of one that took so long, and of which nothing was there before. */
  public static TransferPace after(Duration running) {
    return new TransferPace(running, 0, 0, Duration.ZERO);
  }
}
