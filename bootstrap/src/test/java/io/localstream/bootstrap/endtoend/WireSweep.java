package io.localstream.bootstrap.endtoend;

import io.localstream.application.usecase.RunningDevice;
import io.localstream.bootstrap.endtoend.AlteredTransfer.Outcome;
import io.localstream.bootstrap.endtoend.AlteredTransfer.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Flips a bit of every byte that passes between two devices, one in each of many transfers, in
 * random order until all are done or the time is over, and reports what came of it. Started by
 * {@code bootstrap/soak/wire-sweep}.
 */
final class WireSweep {
  private static final int AT_ONCE = 16;
  private static final Duration SLOW = Duration.ofSeconds(25);

  private final Path folder;
  private final Path source;
  private final boolean listenerSends;
  private final long end;
  private final Queue<Tampering.Once> places = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> notable = new ArrayList<>();
  private final Map<TcpProxy.Stream, SortedSet<Long>> harmless = new TreeMap<>();

  private WireSweep(Path folder, boolean listenerSends, Duration time) {
    this.folder = folder;
    this.source = Sample.write(folder.resolve("source"), 200);
    this.listenerSends = listenerSends;
    this.end = System.nanoTime() + time.toNanos();
  }

  /**
   * Runs the sweep.
   *
   * @param arguments who sends, {@code listener} or {@code dialler}, and for how many seconds
   */
  public static void main(String[] arguments) throws Exception {
    boolean listenerSends = arguments[0].equals("listener");
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
    Path folder = Files.createTempDirectory("localstream-sweep");
    boolean right = new WireSweep(folder, listenerSends, time).run();
    System.exit(right ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException {
    List<Tampering.Once> all = record();
    places.addAll(all);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      Path own = Files.createDirectory(folder.resolve("pair" + i));
      threads.add(Thread.ofPlatform().start(() -> work(own)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.printf("%d of %d bytes%n", all.size() - places.size(), all.size());
    counts.forEach((what, count) -> System.out.printf("%6d %s%n", count, what));
    harmless.forEach(
        (stream, places) -> System.out.println("harmless in " + stream + ": " + places));
    notable.forEach(System.out::println);
    return counts.keySet().stream().noneMatch(what -> what.contains(Verdict.WRONG.name()));
  }

  private List<Tampering.Once> record() throws IOException {
    Recorder recorder = new Recorder();
    Path own = Files.createDirectory(folder.resolve("first"));
    try (RunningDevice anna = TestDevice.known(own, TestDevice.ANNA).open();
        RunningDevice ben = TestDevice.known(own, TestDevice.BEN).open()) {
      transfer(anna, ben, own, 0).run(recorder);
    }
    List<Tampering.Once> all = new ArrayList<>();
    new TreeMap<>(recorder.recorded())
        .forEach((stream, bytes) -> {
          System.out.println(stream + ": " + bytes.length + " bytes");
          for (int i = 0; i < bytes.length; i++) {
            all.add(new Tampering.Once(Tampering.Deed.FLIP, stream, i));
          }
        });
    Collections.shuffle(all, new Random(all.size()));
    return all;
  }

  private AlteredTransfer transfer(RunningDevice anna, RunningDevice ben, Path own, long number)
      throws IOException {
    Path arrivals = Files.createDirectory(own.resolve("run" + number));
    return new AlteredTransfer(anna, ben, listenerSends, source, arrivals);
  }

  private void work(Path own) {
    try (RunningDevice anna = TestDevice.known(own, TestDevice.ANNA).open();
        RunningDevice ben = TestDevice.known(own, TestDevice.BEN).open()) {
      Tampering.Once next = places.poll();
      for (long number = 0; next != null && System.nanoTime() - end < 0; number++) {
        long begin = System.nanoTime();
        Outcome outcome = transfer(anna, ben, own, number).run(next);
        count(next, outcome, Duration.ofNanos(System.nanoTime() - begin));
        next = places.poll();
      }
      if (next != null) {
        places.add(next);
      }
    } catch (IOException | RuntimeException e) {
      synchronized (this) {
        notable.add("WRONG: " + e);
        counts.merge(Verdict.WRONG + " of the test itself", 1, Integer::sum);
      }
    }
  }

  private synchronized void count(Tampering.Once deed, Outcome outcome, Duration took) {
    Verdict verdict = outcome.verdict();
    String reached = deed.isDone() ? "" : ", place not reached";
    counts.merge(deed.stream() + " " + verdict + reached, 1, Integer::sum);
    if (deed.isDone() && verdict == Verdict.SUCCESS) {
      harmless.computeIfAbsent(deed.stream(), any -> new TreeSet<>()).add(deed.place());
    }
    if (verdict == Verdict.WRONG || took.compareTo(SLOW) > 0) {
      notable.add(deed + ", " + took.toMillis() + " ms: " + outcome);
    }
  }
}
