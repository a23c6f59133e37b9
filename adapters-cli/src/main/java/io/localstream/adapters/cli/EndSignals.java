package io.localstream.adapters.cli;

import java.util.Map;
import org.jline.utils.Signals;

/**
 * The signals by which a process is told to end, other than by a person who types Ctrl-C: a
 * shutdown, a closed terminal, a service manager. The process ends with 128 and the signal's
 * number, as it would without this. A signal that is ignored from the start, as by nohup, stays so.
 */
final class EndSignals {
  private static final int BASE = 128;
  private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "TERM", 15);

  private EndSignals() {}

  /**
   * From now on, something is done before such a signal ends the process.
   *
   * @param before done first
   */
  static void beforeEach(Runnable before) {
    NUMBERS.forEach((signal, number) ->
        Signals.register(
            signal,
            () -> {
              before.run();
              Runtime.getRuntime().exit(BASE + number);
            }));
  }
}
