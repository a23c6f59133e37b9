package io.localstream.adapters.cli;

import java.util.List;
import org.jline.utils.Signals;

/**
 * The signals by which a process is told to end, other than by a person who types Ctrl-C: a
 * shutdown, a closed terminal, a service manager. The process ends with 128 and the signal's
 * number, as it would without this. A signal that is ignored from the start, as by nohup, stays so.
 */
final class EndSignals {
  private static final int BASE = 128;
  private static final List<EndSignal> ALL =
      List.of(new EndSignal("HUP", 1), new EndSignal("TERM", 15));

  private record EndSignal(String name, int number) {}

  private EndSignals() {}

  /**
   * From now on, such a signal ends the process.
   *
   * @param before done first
   */
  static void onSignal(Runnable before) {
    for (EndSignal signal : ALL) {
      Signals.register(
          signal.name(),
          () -> {
            before.run();
            Runtime.getRuntime().exit(BASE + signal.number());
          });
    }
  }
}
