package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Kills one side or the other of a transfer at random moments, again and again, and lets it go on
 * until it is complete. Prints what came of it; ends with 1 if anything was lost, left behind, sent
 * too often, or hung.
 */
final class KillSoak {
  private static final long BYTES_PER_SECOND = 12 << 20;
  private static final int MAX_KILLS_A_TRANSFER = 4;
  private static final int LONGEST_LIFE_MILLIS = 6_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What a kill may cost: two pauses of the journal, and what was on its way. */
  private static final long MAX_LOST_BYTES = 5 * BYTES_PER_SECOND;

  private final Random random;
  private final Path folder;
  private final TestDevice anna;
  private final TestDevice ben;
  private final SortedMap<String, String> wanted;
  private final long bytes;
  private int kills;
  private int transfers;
  private int wrong;
  private int stray;
  private int hung;
  private int odd;
  private int dated;
  private int late;
  private long passed;

  private KillSoak(Path folder, long seed) throws IOException {
    this.folder = folder;
    this.random = new Random(seed);
    this.anna = TestDevice.known(folder, TestDevice.ANNA);
    this.ben = TestDevice.known(folder, TestDevice.BEN);
    Path album = Files.createDirectories(anna.folder().resolve("album/deep/er"));
    long total = 0;
    for (int file = 0; file < 300; file++) {
      long size = file % 50 == 0 ? 8 << 20 : random.nextInt(40_000);
      Sample.write((file % 2 == 0 ? album : album.getParent()).resolve("file" + file), size);
      total += size;
    }
    this.bytes = total;
    this.wanted = Tree.of(anna.folder().resolve("album"));
  }

  /** Arguments: how often to kill, and the seed of chance. */
  public static void main(String[] arguments) throws IOException {
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    Path folder = Files.createTempDirectory("localstream-kill-soak");
    KillSoak soak = new KillSoak(folder, seed);
    System.out.println("seed " + seed + ", " + soak.bytes + " bytes in 300 files");
    while (soak.kills < Integer.parseInt(arguments[0])) {
      soak.transferWithKills();
    }
    soak.report();
    delete(folder);
    System.exit(soak.wrong + soak.stray + soak.hung + soak.odd == 0 ? 0 : 1);
  }

  private void report() {
    System.out.printf(
        "killed %d times in %d transfers: %d trees wrong, %d folders with another time, %d stray"
            + " files, %d hung, %d odd exit codes, %d killed after all was there; sent %.2f times"
            + " the bytes%n",
        kills,
        transfers,
        wrong,
        dated,
        stray,
        hung,
        odd,
        late,
        (double) passed / bytes / transfers);
  }

  private void transferWithKills() throws IOException {
    transfers++;
    long before = passed;
    int killsBefore = kills;
    boolean done = false;
    for (int attempt = 0; !done; attempt++) {
      done = attempt(attempt < MAX_KILLS_A_TRANSFER);
    }
    compare(Tree.of(ben.folder().resolve("album")));
    if (!ben.files().equals(List.of("album"))) {
      stray += ben.files().size() - 1;
      System.out.println("left behind: " + ben.files());
    }
    if (passed - before > bytes + bytes / 10 + (kills - killsBefore) * MAX_LOST_BYTES) {
      odd++;
      System.out.println("sent too much: " + (passed - before));
    }
    delete(ben.folder().resolve("album"));
    for (String left : ben.files()) {
      delete(ben.folder().resolve(left));
    }
    if (transfers % 10 == 0) {
      report();
    }
  }

  private void compare(SortedMap<String, String> arrived) {
    if (!arrived.keySet().equals(wanted.keySet())) {
      wrong++;
      System.out.println("other paths: " + arrived.keySet());
      return;
    }
    int before = wrong;
    wanted.forEach((path, look) -> {
      String other = arrived.get(path);
      if (!look.equals(other)) {
        System.out.println(path + " was " + look + " and is " + other);
        // A folder that was there when the rest was published keeps its time.
        wrong += look.startsWith("folder") ? 0 : 1;
        dated += look.startsWith("folder") ? 1 : 0;
      }
    });
    wrong = Math.min(wrong, before + 1);
  }

  /** One try; tells whether it was completed. */
  private boolean attempt(boolean kill) throws IOException {
    int port = TestDevice.freePort();
    String own = Integer.toString(port);
    try (TcpProxy road = new TcpProxy(port, Tampering.slowing(BYTES_PER_SECOND));
        LocalStreamProcess sender =
            anna.start(
                    "send", "album", "--port", own, "--host", "127.0.0.1", "--yes", "--wait", "15")
                .awaitListening();
        LocalStreamProcess receiver =
            ben.start("receive", ".", "--from", "127.0.0.1:" + road.port(), "--yes")) {
      boolean killed = kill && killOne(sender, receiver);
      boolean both = end(sender) & end(receiver);
      passed += road.passed();
      return both && !killed && complete(sender, receiver);
    }
  }

  private boolean killOne(LocalStreamProcess sender, LocalStreamProcess receiver) {
    boolean ended =
        Await.holds(
            Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)),
            () -> !sender.isAlive() && !receiver.isAlive());
    if (ended) {
      return false;
    }
    LocalStreamProcess victim = random.nextBoolean() ? sender : receiver;
    if (victim.isAlive()) {
      victim.signal("KILL");
    }
    kills++;
    return !Files.exists(ben.folder().resolve("album"));
  }

  private boolean end(LocalStreamProcess process) {
    boolean ended = Await.holds(PATIENCE, () -> !process.isAlive());
    if (!ended) {
      hung++;
      System.out.println("hung: " + process);
      process.signal("KILL");
    }
    return ended;
  }

  private boolean complete(LocalStreamProcess sender, LocalStreamProcess receiver)
      throws IOException {
    int exit = receiver.exitCode();
    if (exit == 5 && wanted.equals(Tree.of(ben.folder().resolve("album")))) {
      // It was killed when everything was there already; so that exists now.
      late++;
      return true;
    }
    if (exit != 0 && exit != 137 && exit != 3) {
      odd++;
      System.out.println("odd: " + sender + receiver);
    }
    return exit == 0;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
