package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command bench between processes. What is measured is never compared with anything. */
class BenchIT {
  /** Some twenty seconds, and what the start of two JVMs takes on a busy machine. */
  private static final Duration MEASURING = Duration.ofMinutes(4);

  private static final String RATE = "[0-9.]+ [kMG]B/s";

  @TempDir Path temporary;
  private TestDevice anna;
  private TestDevice ben;
  private final String port = Integer.toString(TestDevice.freePort());

  @BeforeEach
  void meet() {
    anna = TestDevice.known(temporary, TestDevice.ANNA);
    ben = TestDevice.known(temporary, TestDevice.BEN);
  }

  private void assertNothingIsLeft() {
    assertThat(anna.files()).isEmpty();
    assertThat(ben.files()).isEmpty();
  }

  private static void assertShowsBothWays(LocalStreamProcess asking) {
    List<String> lines = asking.out().lines().toList();
    assertThat(lines).hasSize(10);
    assertThat(lines.getFirst())
        .matches("STEP +FROM HERE TO " + TestDevice.BEN + " +FROM " + TestDevice.BEN + " TO HERE");
    assertThat(lines.subList(1, 7))
        .allSatisfy(line -> assertThat(line).containsPattern(" " + RATE + ".* " + RATE));
    assertThat(lines.get(7)).matches("A message and its answer take [0-9.]+ ms\\.");
    assertThat(lines.get(8)).startsWith("Sending to " + TestDevice.BEN + ": ");
    assertThat(lines.get(9)).startsWith("Receiving from " + TestDevice.BEN + ": ");
  }

  @Test
  void measuresOneDeviceAlone() {
    try (LocalStreamProcess alone = anna.start("bench")) {
      alone.endsWith(0, MEASURING);
      assertThat(alone.out().lines()).hasSize(7);
      assertThat(alone.out())
          .containsPattern("writing to disk +" + RATE)
          .contains("It can send at most about ", "It can receive at most about ");
    }
    assertNothingIsLeft();
  }

  @Test
  void leavesNothingWhenItIsKilledOrCancelled() {
    // Whoever starts the tests in the background has its children ignore SIGINT.
    TestDevice interruptible = anna.behind("env", "--default-signal=INT");
    for (String signal : List.of("KILL", "INT")) {
      try (LocalStreamProcess alone = interruptible.start("bench")) {
        alone.awaitErr("measuring this device");
        alone.signal(signal);
        assertThat(alone.exitCode()).isNotZero();
      }
      assertNothingIsLeft();
    }
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, 127.0.0.1", "::1, [::1]"})
  void measuresTwoDevices(String host, String dialled) {
    try (LocalStreamProcess asked =
            ben.start("bench", "--port", port, "--host", host, "--yes").awaitListening();
        LocalStreamProcess asking = anna.start("bench", dialled + ":" + port)) {
      asking.endsWith(0, MEASURING);
      asked.endsWith(0);
      assertShowsBothWays(asking);
      assertThat(asked.out())
          .isEqualTo(
              "measured with "
                  + TestDevice.ANNA
                  + ", which shows the result"
                  + System.lineSeparator());
    }
    assertNothingIsLeft();
  }

  @Test
  void isRefusedWhereNobodyCanSayYes() {
    try (LocalStreamProcess asked =
            ben.start("bench", "--port", port, "--host", "127.0.0.1").awaitListening();
        LocalStreamProcess asking = anna.start("bench", "127.0.0.1:" + port)) {
      asking.endsWith(4);
      asked.endsWith(4);
      assertThat(asking.err()).contains("nobody at " + TestDevice.BEN + " answered");
      assertThat(asking.out() + asked.out()).isEmpty();
    }
    assertNothingIsLeft();
  }

  @Test
  void asksThePersonAtTheOtherTerminalEveryTime() {
    assumeTrue(Terminal.isPossible(), "no tmux here");
    try (Terminal bens = Terminal.start(ben, temporary.resolve("ben.tmux"))) {
      bens.awaitScreen("localstream> ");
      bens.type("add_local_connection 127.0.0.1 " + port + " 2");
      bens.awaitScreen("listening on ");
      try (LocalStreamProcess asking = anna.start("bench", "127.0.0.1:" + port)) {
        bens.awaitScreen(TestDevice.ANNA + " asks to measure");
        bens.type("no");
        asking.endsWith(4);
      }
      try (LocalStreamProcess asking = anna.start("bench", "127.0.0.1:" + port)) {
        bens.awaitScreen("(?s)asks to measure.*asks to measure");
        bens.type("yes");
        asking.endsWith(0, MEASURING);
        assertShowsBothWays(asking);
      }
      bens.awaitScreen("measured with " + TestDevice.ANNA);
    }
    assertNothingIsLeft();
  }

  /** Slower than any disk, so that the verdict is clear on any machine. */
  @Test
  void namesASlowNetwork() {
    assumeTrue(Namespace.canBeSlow("BenchIT"), "no slow network namespaces here");
    try (Namespace here = Namespace.create("lsc");
        Namespace there = Namespace.create("lsd")) {
      here.ip("link", "add", "wire", "type", "veth", "peer", "wire", "netns", there.name());
      join(here, 1);
      join(there, 2);
      TestDevice far = ben.behind(there.entry());
      TestDevice near = anna.behind(here.entry());
      try (LocalStreamProcess asked =
              far.start("bench", "--port", port, "--host", "10.77.9.2", "--yes").awaitListening();
          LocalStreamProcess asking = near.start("bench", "10.77.9.2:" + port)) {
        asking.endsWith(0, MEASURING);
        asked.endsWith(0);
        assertThat(asking.out())
            .contains(
                "Sending to " + TestDevice.BEN + ": the network is the bottleneck: ",
                "Receiving from " + TestDevice.BEN + ": the network is the bottleneck: ");
      }
    }
    assertNothingIsLeft();
  }

  private static void join(Namespace namespace, int number) {
    namespace.ip("addr", "add", "10.77.9." + number + "/24", "dev", "wire");
    namespace.ip("link", "set", "wire", "up");
    List<String> shaping = new ArrayList<>(List.of(namespace.entry()));
    shaping.addAll(List.of("tc", "qdisc", "add", "dev", "wire", "root", "tbf"));
    shaping.addAll(List.of("rate", "10mbit", "burst", "32kb", "latency", "50ms"));
    Namespace.does(shaping.toArray(String[]::new));
  }
}
