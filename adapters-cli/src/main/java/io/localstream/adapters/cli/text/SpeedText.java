package io.localstream.adapters.cli.text;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.speed.Bottleneck;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.DiskSpeed;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.SpeedReport;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.speed.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was measured, and what that means. */
public final class SpeedText {
  private static final String NOT_MEASURED = "-";

  private SpeedText() {}

  /** What is being done, for a person who waits; empty for what is over at once. */
  public static Optional<String> progress(SpeedStep step, DeviceName peer) {
    return switch (step) {
      case CONSENT -> Optional.of("waiting until the person at " + peer.display() + " agrees");
      case DEVICE -> Optional.of("measuring cipher and disk of both devices");
      case NETWORK_THERE -> Optional.of("measuring the network to " + peer.display());
      case NETWORK_BACK -> Optional.of("measuring the network from " + peer.display());
      case TOGETHER_THERE -> Optional.of("measuring everything together, both ways");
      case ROUND_TRIP, TOGETHER_BACK, END -> Optional.empty();
    };
  }

  /** That another device has measured this one. */
  public static String measuredBy(DeviceName peer) {
    return "measured with " + peer.display() + ", which shows the result";
  }

  /** The answer to {@code bench}. */
  public static List<String> alone(DeviceSpeed speed) {
    Table table = new Table("THIS DEVICE", "SPEED");
    table.row("encrypting, one core", rate(speed.sealing()));
    table.row("decrypting, one core", rate(speed.opening()));
    table.row("reading from disk", speed.disk().map(SpeedText::reading).orElse(NOT_MEASURED));
    table.row("writing to disk", speed.disk().map(SpeedText::writing).orElse(NOT_MEASURED));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("It can send at most about " + most(Bottleneck.of(Stage.ofSender(speed))));
    lines.add("It can receive at most about " + most(Bottleneck.of(Stage.ofReceiver(speed))));
    return lines;
  }

  private static String most(Bottleneck limit) {
    return SpeedVerdict.rate(limit.bytesPerSecond())
        + ": "
        + switch (limit) {
          case Bottleneck.One one ->
              switch (one.stage()) {
                case READING -> "its disk reads more slowly than it encrypts";
                case SEALING -> "it encrypts more slowly than its disk reads";
                case OPENING -> "it decrypts more slowly than its disk writes";
                case WRITING -> "its disk writes more slowly than it decrypts";
                case NETWORK -> throw new IllegalArgumentException("there is no network in that");
              };
          case Bottleneck.Several _, Bottleneck.Together _ ->
              "its disk and its cipher are about as fast as each other";
        };
  }

  /** The answer to {@code bench} with another device. */
  public static List<String> together(SpeedReport report, DeviceName peer) {
    String name = peer.display();
    Table table = new Table("STEP", "FROM HERE TO " + name, "FROM " + name + " TO HERE");
    DeviceSpeed own = report.own();
    DeviceSpeed other = report.peer();
    table.row("reading from disk", disk(own, true), disk(other, true));
    table.row("encrypting, one core", rate(own.sealing()), rate(other.sealing()));
    table.row("network alone", network(report.there().network()), network(report.back().network()));
    table.row("decrypting, one core", rate(other.opening()), rate(own.opening()));
    table.row("writing to disk", disk(other, false), disk(own, false));
    table.row("all together", rate(report.there().together()), rate(report.back().together()));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("A message and its answer take " + roundTrip(report) + ".");
    lines.add(
        "Sending to "
            + name
            + ": "
            + SpeedVerdict.sending(report, name).sentence(report.limitThere()));
    lines.add(
        "Receiving from "
            + name
            + ": "
            + SpeedVerdict.receiving(report, name).sentence(report.limitBack()));
    return lines;
  }

  private static String disk(DeviceSpeed device, boolean reads) {
    return device.disk().map(reads ? SpeedText::reading : SpeedText::writing).orElse(NOT_MEASURED);
  }

  private static String reading(DiskSpeed disk) {
    return rate(disk.reading()) + (disk.fromMemory() ? " (from memory)" : "");
  }

  private static String writing(DiskSpeed disk) {
    return rate(disk.writing());
  }

  private static String rate(Measurement measurement) {
    return SpeedVerdict.rate(measurement.bytesPerSecond());
  }

  private static String network(Measurement measurement) {
    return rate(measurement) + ", " + SpeedVerdict.bits(measurement.bytesPerSecond());
  }

  private static String roundTrip(SpeedReport report) {
    return String.format(Locale.ROOT, "%.1f ms", report.roundTrip().toNanos() / 1e6);
  }
}
