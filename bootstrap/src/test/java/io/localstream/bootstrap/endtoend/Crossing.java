package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder on its way from Anna's machine to Ben's, over a network that fails. */
final class Crossing implements AutoCloseable {
  static final String ANNA = "anna";
  static final String BEN = "ben";

  private static final String PORT = "7117";
  private static final int MEGABITS = 100;
  private static final long BYTES = 64 << 20;

  /** Later than the first look at what has come, which is after two seconds. */
  private static final long MIDDLE = 36 << 20;

  /** What came in the two seconds, less all that may have been on its way. */
  private static final long SAVED = 8 << 20;

  private final Lan lan = new Lan(ANNA, BEN);
  private final Tally tally;
  private final boolean senderListens;
  private final TestDevice anna;
  private final TestDevice ben;
  private final Path album;
  private boolean slow;

  /**
   * Builds the network, over which content comes slowly.
   *
   * @param folder an empty one
   */
  Crossing(Path folder, Tally tally, boolean senderListens) {
    this.tally = tally;
    this.senderListens = senderListens;
    anna = lan.on(ANNA, TestDevice.known(folder, TestDevice.ANNA));
    ben = lan.on(BEN, TestDevice.known(folder, TestDevice.BEN));
    try {
      album = Files.createDirectories(anna.folder().resolve("album"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Sample.write(album.resolve("a.bin"), BYTES / 4);
    Sample.write(album.resolve("b.bin"), BYTES / 2);
    Sample.write(album.resolve("c.bin"), BYTES / 4);
    lan.slow(ANNA, MEGABITS);
    slow = true;
    tally.tried();
  }

  Lan lan() {
    return lan;
  }

  Tally tally() {
    return tally;
  }

  String listening() {
    return senderListens ? ANNA : BEN;
  }

  String dialling() {
    return senderListens ? BEN : ANNA;
  }

  /** Both processes of one try. */
  record Both(LocalStreamProcess sender, LocalStreamProcess receiver) implements AutoCloseable {
    @Override
    public void close() {
      sender.close();
      receiver.close();
    }

    LocalStreamProcess of(String machine) {
      return machine.equals(ANNA) ? sender : receiver;
    }
  }

  /** Starts both. */
  Both begin(String... options) {
    String at = lan.address(listening());
    if (senderListens) {
      LocalStreamProcess sender =
          anna.start(Arguments.of(options, "send", "album", "--port", PORT, "--host", at, "--yes"))
              .awaitListening();
      return new Both(
          sender,
          ben.start(
              Arguments.of(
                  options, "receive", ".", "--from", at + ":" + PORT, "--yes", "--wait", "60")));
    }
    LocalStreamProcess receiver =
        ben.start(Arguments.of(options, "receive", ".", "--port", PORT, "--host", at, "--yes"))
            .awaitListening();
    return new Both(
        anna.start(
            Arguments.of(
                options, "send", "album", "--to", at + ":" + PORT, "--yes", "--wait", "60")),
        receiver);
  }

  /** Waits until more than half has come, and some of it was noted. */
  void awaitMiddle(Both both) {
    long before = lan.arrived(BEN);
    Await.until(
        Await.PATIENCE,
        () -> lan.arrived(BEN) - before > MIDDLE,
        () -> "the transfer does not get on: " + both);
  }

  /** The transfer broke off: both say so. */
  void breaksOff(Both both) {
    tally.ends(both.sender(), 3);
    tally.ends(both.receiver(), 3);
    tally.nothingVisible(ben);
  }

  void nothingVisible() {
    tally.nothingVisible(ben);
  }

  /** The transfer is done, in spite of all. */
  void isDone(Both both) {
    tally.ends(both.receiver(), 0);
    tally.ends(both.sender(), 0);
    tally.arrived(album, ben);
  }

  /** As {@link #isDone}, and what had come before did not come again. */
  void isDoneWithTheRest(Both both, long arrivedBefore) {
    isDone(both);
    long rest = lan.arrived(BEN) - arrivedBefore;
    tally.note("came after the break: " + rest + " of " + BYTES + " bytes");
    if (rest > BYTES - SAVED) {
      tally.wrong("all of it came again: " + rest);
    }
  }

  /** The same two commands again, which send the rest. */
  void again() {
    if (slow) {
      lan.fast(ANNA);
      slow = false;
    }
    long before = lan.arrived(BEN);
    try (Both both = begin()) {
      isDoneWithTheRest(both, before);
    }
  }

  @Override
  public void close() {
    lan.close();
  }
}
