package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The network fails in the middle of a transfer, or a crowd besets the door. {@code
 * bootstrap/soak/network} tries more, and more often.
 */
class FaultIT {
  private static final long BYTES = 64 << 20;
  private static final long BYTES_PER_SECOND = 16 << 20;

  @TempDir Path temporary;

  /** At the same time, since they mostly wait. */
  @Test
  void whatTheNetworkDoesLosesNothing() throws Exception {
    assumeTrue(Namespace.canBeSlow("FaultIT"), "no slow network namespaces here");
    Map<LinkFault, Integer> faults = new LinkedHashMap<>();
    faults.put(LinkFault.CUT, 0);
    faults.put(LinkFault.BLINK, 1);
    if (Tap.arePossible()) {
      faults.put(LinkFault.BAD_CABLE, 2);
    }
    List<Tally> tallies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> ends = new ArrayList<>();
      for (Map.Entry<LinkFault, Integer> each : faults.entrySet()) {
        Path folder = Files.createDirectory(temporary.resolve(each.getKey().name()));
        Tally tally = new Tally();
        tallies.add(tally);
        ends.add(threads.submit(() -> each.getKey().tryOnce(folder, tally, each.getValue())));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    }
    assertThat(tallies).allSatisfy(Tally::assertClean);
  }

  /** Thousands of connections at once: some silent, some slow, some gone at once. */
  @Test
  void crowdsKeepNobodyOut() {
    Tally tally = new Tally();
    new Siege(List.of(Crowd.Manner.values()), BYTES, BYTES_PER_SECOND).tryOnce(temporary, tally, 0);
    tally.notes().forEach(System.out::println);
    tally.assertClean();
  }
}
