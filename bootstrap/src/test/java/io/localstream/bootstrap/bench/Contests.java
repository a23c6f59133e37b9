package io.localstream.bootstrap.bench;

import java.util.List;
import java.util.Optional;

/** Who stands against whom in each row. */
final class Contests {
  private static final String OURS = "LocalStream";
  private static final String BARE = "a bare program";
  private static final int SMALL_FILES = 20_000;
  private static final int SMALL_BYTES = 4096;
  private static final int RECEIVERS = 20;

  private Contests() {}

  static Contest againstScp(Workshop workshop, long size) {
    return cold(workshop, Wire.loopback(), size, "scp");
  }

  private static Contest cold(Workshop workshop, Wire wire, long size, String label) {
    Cargo cargo = Cargo.file(workshop, size);
    Courier theirs = new Scp(new SshServer(workshop, wire));
    return pair(workshop, ColdCopy.over(workshop, wire), label, theirs, cargo);
  }

  static Contest againstHttps(Workshop workshop, long size) {
    Wire wire = Wire.loopback();
    Cargo cargo = Cargo.file(workshop, size);
    Courier theirs = new Https(workshop);
    return pair(workshop, ColdCopy.over(workshop, wire), "nginx to curl", theirs, cargo);
  }

  static Contest againstPlainCopy(Workshop workshop, long size) {
    Wire wire = Wire.loopback();
    Courier ours = new SecondTransfer(workshop, ColdCopy.over(workshop, wire));
    Cargo cargo = Cargo.file(workshop, size);
    return pair(workshop, ours, "plaincopy", new PlainCopy(workshop), cargo);
  }

  static Contest cpu(Workshop workshop, long size) {
    Wire wire = Wire.loopback();
    Cargo cargo = Cargo.file(workshop, size);
    Courier ours = ColdCopy.over(workshop, wire);
    return pair(workshop, ours, "plaincopy", new PlainCopy(workshop), cargo);
  }

  static Contest againstBare(Workshop workshop, long size) {
    Cargo cargo = Cargo.file(workshop, size);
    Courier ours = ColdCopy.over(workshop, Wire.loopback());
    return pair(workshop, ours, BARE, BareCopy.made(workshop, cargo), cargo);
  }

  static Contest bareCpu(Workshop workshop, long size) {
    Cargo cargo = Cargo.file(workshop, size);
    Courier bare = BareCopy.made(workshop, cargo);
    Courier theirs = new PlainCopy(workshop);
    return new Contest(
        new Entrant(BARE, bare, cargo, 1, workshop.folder()),
        Optional.of(new Entrant("plaincopy", theirs, cargo, 1, workshop.folder())));
  }

  static Contest bareAgainstHttps(Workshop workshop, long size) {
    Cargo cargo = Cargo.file(workshop, size);
    Courier bare = BareCopy.made(workshop, cargo);
    return new Contest(
        new Entrant(BARE, bare, cargo, 1, workshop.folder()),
        Optional.of(
            new Entrant("nginx to curl", new Https(workshop), cargo, 1, workshop.folder())));
  }

  static Contest manyAgainstTar(Workshop workshop, long size) {
    Wire wire = Wire.loopback();
    Courier theirs = new TarOverSsh(new SshServer(workshop, wire));
    Courier ours = ColdCopy.over(workshop, wire);
    return pair(workshop, ours, "tar over ssh", theirs, many(workshop, size));
  }

  static Contest manyAgainstScp(Workshop workshop, long size) {
    Wire wire = Wire.loopback();
    Courier theirs = new Scp(new SshServer(workshop, wire));
    Courier ours = ColdCopy.over(workshop, wire);
    return pair(workshop, ours, "scp -r", theirs, many(workshop, size));
  }

  private static Cargo many(Workshop workshop, long size) {
    int count = (int) Math.max(1, Math.min(SMALL_FILES, SMALL_FILES * size >> 30));
    return Cargo.files(workshop, count, SMALL_BYTES);
  }

  static Contest gigabitCold(Workshop workshop, long size) {
    Wire wire = Wires.gigabit(workshop);
    Courier ours = ColdCopy.over(workshop, wire);
    Cargo cargo = Cargo.file(workshop, size);
    return pair(workshop, ours, "iperf3", new Iperf(workshop, wire), cargo);
  }

  static Contest gigabitRunning(Workshop workshop, long size) {
    Wire wire = Wires.gigabit(workshop);
    Courier ours = Session.open(workshop, wire, 1);
    Cargo cargo = Cargo.file(workshop, size);
    return pair(workshop, ours, "iperf3", new Iperf(workshop, wire), cargo);
  }

  static Contest longLineCubic(Workshop workshop, long size) {
    return cold(workshop, Wires.longLine(workshop, "cubic"), size / 64, "scp");
  }

  static Contest longLineBbr(Workshop workshop, long size) {
    return cold(workshop, Wires.longLine(workshop, "bbr"), size / 16, "scp");
  }

  static Contest fanOut(Workshop workshop, long size) {
    Wire wire = Wire.loopback();
    Entrant many =
        new Entrant(
            OURS + ", 20 receivers",
            Session.open(workshop, wire, RECEIVERS),
            Cargo.file(workshop, size / 2),
            RECEIVERS,
            workshop.folder());
    Entrant one =
        new Entrant(
            "LocalStream, one receiver",
            Session.open(workshop, wire, 1),
            Cargo.file(workshop, size),
            1,
            workshop.folder());
    return new Contest(many, Optional.of(one));
  }

  static Contest memory(Workshop workshop, long size) {
    Wire wire = Wire.loopback();
    Courier both = ColdCopy.over(workshop, wire);
    Cargo large = Cargo.large(workshop, 16 * size);
    Cargo small = Cargo.large(workshop, size);
    return new Contest(
        new Entrant("LocalStream, 16 GiB", both, large, 1, workshop.disk()),
        Optional.of(new Entrant("LocalStream, 1 GiB", both, small, 1, workshop.disk())));
  }

  static Contest version(Workshop workshop, long size) {
    return alone(workshop, "--version");
  }

  static Contest help(Workshop workshop, long size) {
    return alone(workshop, "help");
  }

  private static Contest alone(Workshop workshop, String word) {
    Courier ours = new Words(Device.fresh(workshop, List.of()), List.of(word));
    Cargo none = Cargo.files(workshop, 1, 1);
    return new Contest(new Entrant(OURS, ours, none, 1, workshop.folder()), Optional.empty());
  }

  static Contest tiny(Workshop workshop, long size) {
    Wire wire = Wire.loopback();
    Courier ours = new TinyFetch(workshop, ColdCopy.over(workshop, wire));
    Courier theirs = new Scp(new SshServer(workshop, wire));
    return pair(workshop, ours, "scp", theirs, Cargo.files(workshop, 1, 1));
  }

  private static Contest pair(
      Workshop workshop, Courier ours, String label, Courier theirs, Cargo cargo) {
    return new Contest(
        new Entrant(OURS, ours, cargo, 1, workshop.folder()),
        Optional.of(new Entrant(label, theirs, cargo, 1, workshop.folder())));
  }
}
