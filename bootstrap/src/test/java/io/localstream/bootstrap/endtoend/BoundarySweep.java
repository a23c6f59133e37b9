package io.localstream.bootstrap.endtoend;

import io.localstream.application.usecase.RunningDevice;
import io.localstream.bootstrap.endtoend.AlteredTransfer.Cargo;
import io.localstream.bootstrap.endtoend.AlteredTransfer.Outcome;
import io.localstream.bootstrap.endtoend.AlteredTransfer.Verdict;
import io.localstream.bootstrap.endtoend.TcpProxy.Direction;
import io.localstream.bootstrap.endtoend.TcpProxy.Stream;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.LaneCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Does every deed at every boundary between two pieces of the protocol, one in each of many
 * transfers, in random order until all are done or the time is over. What broke is gone on with
 * afterwards, undisturbed, and has to arrive. Started by {@code bootstrap/soak/boundary-sweep}.
 */
final class BoundarySweep {
  private static final int AT_ONCE = 16;

  /** More than that is noted when a transfer breaks. */
  private static final int SOUND_BYTES = 9 << 19;

  private final Path folder;
  private final Cargo cargo;
  private final Load load;
  private final boolean listenerSends;
  private final long end;
  private final int most;
  private final Predicate<Boundary> which;
  private final Queue<Boundary> places = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> notable = new ArrayList<>();
  private int done;

  /** What is sent. */
  enum Load {
    /** One small file over one lane. */
    FILE,
    /** A folder in many chunks, over three lanes. */
    FOLDER,
    /** The same, when it has broken before. */
    RESUMED
  }

  /**
   * Which deeds, of all that are possible.
   *
   * @param most so many of them, the same ones each time
   * @param time begins nothing more after it
   */
  record Limits(Predicate<Boundary> which, int most, Duration time) {}

  /**
   * Prepares a sweep.
   *
   * @param folder an empty one
   */
  BoundarySweep(Path folder, Load load, boolean listenerSends, Limits limits) throws IOException {
    this.folder = folder;
    this.load = load;
    this.listenerSends = listenerSends;
    this.which = limits.which();
    this.most = limits.most();
    this.end = System.nanoTime() + limits.time().toNanos();
    if (load == Load.FILE) {
      Path source = Sample.write(folder.resolve("source"), 3_000);
      this.cargo = new Cargo(source, ChunkSize.DEFAULT, Optional.of(new LaneCount(1)));
    } else {
      Path source = Files.createDirectories(folder.resolve("arrived/deep")).getParent();
      for (int file = 0; file < 6; file++) {
        Sample.write(
            source.resolve(file % 2 == 0 ? "f" + file : "deep/f" + file), (1 << 20) + file);
      }
      this.cargo = new Cargo(source, new ChunkSize(1 << 19), Optional.of(new LaneCount(3)));
    }
  }

  /**
   * Runs the sweep.
   *
   * @param arguments who sends, {@code listener} or {@code dialler}; {@code file}, {@code folder}
   *     or {@code resumed}; and for how many seconds
   */
  public static void main(String[] arguments) throws Exception {
    Load load = Load.valueOf(arguments[1].toUpperCase(Locale.ROOT));
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[2]));
    Path folder = Files.createTempDirectory("localstream-boundaries");
    boolean listenerSends = arguments[0].equals("listener");
    Limits limits = new Limits(deed -> true, Integer.MAX_VALUE, time);
    BoundarySweep sweep = new BoundarySweep(folder, load, listenerSends, limits);
    List<String> wrong = sweep.run();
    wrong.forEach(System.out::println);
    System.exit(wrong.isEmpty() ? 0 : 1);
  }

  /** Runs it, and tells what was wrong. */
  List<String> run() throws IOException, InterruptedException {
    List<Boundary> all = boundaries();
    places.addAll(all);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      Path own = Files.createDirectory(folder.resolve("pair" + i));
      threads.add(Thread.ofPlatform().start(() -> work(own)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.printf("%d of %d deeds at boundaries%n", all.size() - places.size(), all.size());
    counts.forEach((what, count) -> System.out.printf("%6d %s%n", count, what));
    return notable;
  }

  /** How many deeds there was no time for. */
  int untried() {
    return places.size();
  }

  /** How many deeds were done: where a lane carries less than at first, a place is not reached. */
  synchronized int done() {
    return done;
  }

  private List<Boundary> boundaries() throws IOException {
    Boundary nothing = new Boundary(Boundary.Deed.DELAY, new Stream(-1, Direction.TO_DIALLER), 0);
    try (Pair pair = new Pair(Files.createDirectory(folder.resolve("first")))) {
      pair.prepare(0);
      Outcome outcome = pair.transfer(0).run(nothing);
      if (outcome.verdict() != Verdict.SUCCESS) {
        throw new IllegalStateException(outcome.toString());
      }
    }
    List<Boundary> all = new ArrayList<>();
    new TreeMap<>(nothing.pieces())
        .forEach((stream, pieces) -> {
          System.out.println(stream + ": " + pieces + " pieces");
          for (Boundary.Deed deed : Boundary.Deed.values()) {
            for (int piece = 0; piece < pieces; piece++) {
              all.add(new Boundary(deed, stream, piece));
            }
          }
        });
    all.removeIf(which.negate());
    Collections.shuffle(all, new Random(all.size()));
    return all.subList(0, Math.min(most, all.size()));
  }

  private void work(Path own) {
    try (Pair pair = new Pair(own)) {
      Boundary next = places.poll();
      for (int number = 0; next != null && System.nanoTime() - end < 0; number++) {
        pair.prepare(number);
        Outcome outcome = pair.transfer(number).run(next);
        count(next, outcome, pair.again(number, outcome));
        next = places.poll();
      }
      if (next != null) {
        places.add(next);
      }
    } catch (IOException | RuntimeException e) {
      synchronized (this) {
        notable.add("WRONG: " + e);
      }
    }
  }

  private synchronized void count(Boundary deed, Outcome outcome, Outcome again) {
    done += deed.isDone() ? 1 : 0;
    String reached = deed.isDone() ? "" : ", place not reached";
    String what = deed.stream().connection() == 0 ? "control" : "lane";
    counts.merge(what + " " + deed.deed() + " " + outcome.verdict() + reached, 1, Integer::sum);
    if (outcome.verdict() == Verdict.WRONG || again.verdict() != Verdict.SUCCESS) {
      notable.add(deed + ": " + outcome + "; again: " + again);
    }
  }

  /** Two devices of this JVM, and where things arrive. */
  private final class Pair implements AutoCloseable {
    private final Path own;
    private final RunningDevice anna;
    private final RunningDevice ben;

    Pair(Path own) {
      this.own = own;
      this.anna = TestDevice.known(own, TestDevice.ANNA).open();
      this.ben = TestDevice.known(own, TestDevice.BEN).open();
    }

    private Path arrivals(int number) {
      return own.resolve("run" + number);
    }

    /** Breaks one off, where it is one that was broken that is wanted. */
    void prepare(int number) throws IOException {
      Files.createDirectory(arrivals(number));
      if (load == Load.RESUMED) {
        Outcome broken = transfer(number).run(spoiling());
        if (broken.verdict() != Verdict.NO_FILE) {
          throw new IllegalStateException("it was to break: " + broken);
        }
      }
    }

    /** Alters what comes over the lanes once there was some. */
    private Tampering spoiling() {
      AtomicLong passed = new AtomicLong();
      return (stream, offset, bytes) -> {
        boolean content = stream.connection() > 0 && stream.direction() == way();
        if (content && passed.addAndGet(bytes.length) > SOUND_BYTES) {
          bytes[bytes.length - 1] ^= 1;
        }
        return new Tampering.Result(bytes, false);
      };
    }

    private Direction way() {
      return listenerSends ? Direction.TO_DIALLER : Direction.TO_LISTENER;
    }

    AlteredTransfer transfer(int number) {
      return new AlteredTransfer(anna, ben, listenerSends, cargo, arrivals(number));
    }

    /** The same once more, with nobody in between who does anything, where it broke. */
    Outcome again(int number, Outcome first) {
      boolean arrived = first.verdict() == Verdict.SUCCESS || first.verdict() == Verdict.NO_RECEIPT;
      return arrived
          ? new Outcome(Verdict.SUCCESS, "needless")
          : transfer(number).run(Tampering.none());
    }

    @Override
    public void close() {
      anna.close();
      ben.close();
    }
  }
}
