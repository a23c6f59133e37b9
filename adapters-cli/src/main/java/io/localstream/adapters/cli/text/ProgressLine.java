package io.localstream.adapters.cli.text;

import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.time.Duration;

/** One line that tells how a transfer goes: name, percent, bytes, rate, time left. */
public final class ProgressLine {
  private static final int BAR_COLUMNS = 20;
  private static final int MIN_NAME_COLUMNS = 8;

  /** Without a byte for so long, a rate says nothing. */
  private static final Duration STALLED = Duration.ofSeconds(3);

  private ProgressLine() {}

  /**
   * Draws the line.
   *
   * @param pace how the content flows
   * @param columns the width of the terminal; the line is shorter
   */
  public static String of(Transfer transfer, TransferPace pace, int columns) {
    String figures =
        switch (transfer.state()) {
          case TransferState.Offered _ -> "waiting for the receiver's yes";
          case TransferState.Running now -> figures(now.bytes(), transfer.totalBytes(), pace);
          case TransferState.Completed _ -> "done";
          case TransferState.Failed _ -> "failed";
        };
    String bar = transfer.state() instanceof TransferState.Running now ? bar(now, transfer) : "";
    String name = TransferText.title(transfer) + TransferText.towards(transfer);
    int room = columns - 1 - Table.columns(figures) - 1;
    if (room - Table.columns(bar) >= Math.min(Table.columns(name), MIN_NAME_COLUMNS * 3)) {
      return cut(name, room - Table.columns(bar)) + " " + bar + figures;
    }
    return cut(cut(name, Math.max(room, MIN_NAME_COLUMNS)) + " " + figures, columns - 1);
  }

  private static String figures(long done, long total, TransferPace pace) {
    String text =
        "%3d%%  %s of %s"
            .formatted(
                Quantities.percent(done, total), Quantities.size(done), Quantities.size(total));
    if (done == total) {
      return text + "  finishing";
    }
    if (pace.silence().compareTo(STALLED) >= 0) {
      return text + "  stalled " + brief(pace.silence());
    }
    long perSecond = pace.bytesPerSecond();
    if (perSecond == 0) {
      return text;
    }
    Duration left = Duration.ofSeconds((total - done) / perSecond);
    return text + "  " + Quantities.size(perSecond) + "/s  " + brief(left) + " left";
  }

  private static String brief(Duration time) {
    return time.compareTo(Duration.ofMinutes(1)) < 0
        ? time.toSeconds() + " s"
        : Quantities.time(time);
  }

  private static String bar(TransferState.Running now, Transfer transfer) {
    int full = Quantities.percent(now.bytes(), transfer.totalBytes()) * BAR_COLUMNS / 100;
    return "[" + "#".repeat(full) + ".".repeat(BAR_COLUMNS - full) + "] ";
  }

  private static String cut(String text, int columns) {
    if (Table.columns(text) <= columns) {
      return text;
    }
    StringBuilder start = new StringBuilder();
    int room = Math.max(0, columns - 3);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int width = Table.columns(Character.toString(codePoint));
      if (width > room) {
        break;
      }
      room -= width;
      start.appendCodePoint(codePoint);
      i += Character.charCount(codePoint);
    }
    return start.append("...").toString();
  }
}
