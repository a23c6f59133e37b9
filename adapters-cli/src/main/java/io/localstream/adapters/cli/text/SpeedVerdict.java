package io.localstream.adapters.cli.text;

import io.localstream.domain.speed.Bottleneck;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.NominalLink;
import io.localstream.domain.speed.SpeedReport;
import io.localstream.domain.speed.Stage;
import io.localstream.domain.speed.WaySpeed;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names the bottleneck on the way from one device to another.
 *
 * @param sender as it is called in a sentence
 * @param receiver as it is called in a sentence
 */
record SpeedVerdict(String sender, String receiver, WaySpeed way) {
  private static final String HERE = "this device";
  private static final double BITS_PER_MEGABIT = 1e6;
  private static final int MEGABITS_PER_GIGABIT = 1_000;
  private static final int MANY_MEGABITS = 10;

  /** From here to the peer. */
  static SpeedVerdict sending(SpeedReport report, String peer) {
    return new SpeedVerdict(HERE, peer, report.there());
  }

  /** From the peer to here. */
  static SpeedVerdict receiving(SpeedReport report, String peer) {
    return new SpeedVerdict(peer, HERE, report.back());
  }

  String sentence(Bottleneck limit) {
    return switch (limit) {
      case Bottleneck.One one -> one(one.stage(), one.bytesPerSecond());
      case Bottleneck.Several several ->
          several.stages().stream().map(this::part).collect(Collectors.joining(" and "))
              + " are about as slow as each other, at "
              + rate(several.bytesPerSecond())
              + "; it gets faster only where each of them does.";
      case Bottleneck.Together together ->
          "no single part is the bottleneck. The slowest by itself is "
              + part(together.slowest())
              + " at "
              + rate(together.bytesPerSecond())
              + "; together they have to share processors and memory.";
    };
  }

  private String one(Stage stage, double bytesPerSecond) {
    String speed = rate(bytesPerSecond);
    return switch (stage) {
      case READING ->
          owner(sender)
              + " disk is the bottleneck: it reads "
              + speed
              + ". A faster disk there, or a folder on one, would help.";
      case WRITING ->
          owner(receiver)
              + " disk is the bottleneck: it writes "
              + speed
              + ". A faster disk there, or a folder on one, would help.";
      case SEALING ->
          owner(sender)
              + " processor is the bottleneck: one core encrypts "
              + speed
              + ". Close what else keeps it busy, or use a machine with AES instructions.";
      case OPENING ->
          owner(receiver)
              + " processor is the bottleneck: one core decrypts "
              + speed
              + ". Close what else keeps it busy, or use a machine with AES instructions.";
      case NETWORK -> "the network is the bottleneck: " + network();
    };
  }

  private String network() {
    Measurement network = way.network();
    String speed = bits(network.bytesPerSecond());
    Optional<NominalLink> cable = NominalLink.filledBy(network);
    return cable
        .map(link ->
            speed
                + " is what a "
                + bits(link.megabits() * BITS_PER_MEGABIT / Byte.SIZE)
                + " network gives. Only a faster one would help.")
        .orElseGet(() ->
            speed
                + ". Where it is wireless, a cable or a place nearer to the router would help;"
                + " where it is a cable, look for a worn one or a slow switch.");
  }

  private String part(Stage stage) {
    return switch (stage) {
      case READING -> owner(sender) + " disk (reading)";
      case SEALING -> owner(sender) + " processor (encrypting)";
      case NETWORK -> "the network";
      case OPENING -> owner(receiver) + " processor (decrypting)";
      case WRITING -> owner(receiver) + " disk (writing)";
    };
  }

  private static String owner(String device) {
    return device + "'s";
  }

  static String rate(double bytesPerSecond) {
    return Quantities.size(Math.round(bytesPerSecond)) + "/s";
  }

  /** For example {@code 941 Mbit/s} or {@code 2.5 Gbit/s}, as networks are sold. */
  static String bits(double bytesPerSecond) {
    double megabits = bytesPerSecond * Byte.SIZE / BITS_PER_MEGABIT;
    if (megabits >= MEGABITS_PER_GIGABIT) {
      double gigabits = megabits / MEGABITS_PER_GIGABIT;
      return String.format(
          Locale.ROOT, gigabits == Math.rint(gigabits) ? "%.0f Gbit/s" : "%.1f Gbit/s", gigabits);
    }
    return String.format(
        Locale.ROOT, megabits >= MANY_MEGABITS ? "%.0f Mbit/s" : "%.1f Mbit/s", megabits);
  }
}
