package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tries what can happen to a network, again and again, and counts what went wrong. Started by
 * {@code bootstrap/soak/network}; ends with 1 if anything did.
 */
final class NetworkSoak {
  private final Map<String, Try> all = new LinkedHashMap<>();

  private interface Try {
    void once(Path folder, Tally tally, int number);
  }

  private NetworkSoak() {
    for (LinkFault fault : LinkFault.values()) {
      all.put(name(fault), fault::tryOnce);
    }
    for (Trickle trickle : Trickle.values()) {
      all.put(name(trickle), trickle::tryOnce);
    }
    for (Crowd.Manner manner : Crowd.Manner.values()) {
      all.put("crowd-" + name(manner), new Siege(List.of(manner))::tryOnce);
    }
    all.put("crowds", new Siege(List.of(Crowd.Manner.values()))::tryOnce);
  }

  private static String name(Enum<?> fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Arguments: the name of a fault, or {@code all}; and how often. */
  public static void main(String[] arguments) throws IOException {
    NetworkSoak soak = new NetworkSoak();
    String wanted = arguments[0];
    if (!wanted.equals("all") && !soak.all.containsKey(wanted)) {
      System.err.println("there are: all " + String.join(" ", soak.all.keySet()));
      System.exit(2);
    }
    boolean clean = true;
    for (String name : wanted.equals("all") ? soak.all.keySet() : List.of(wanted)) {
      clean &= soak.run(name, Integer.parseInt(arguments[1]));
    }
    System.exit(clean ? 0 : 1);
  }

  private boolean run(String name, int times) throws IOException {
    Tally tally = new Tally();
    for (int number = 0; number < times; number++) {
      Path folder = Files.createTempDirectory("localstream-network-soak");
      try {
        all.get(name).once(folder, tally, number);
      } catch (AssertionError | RuntimeException e) {
        tally.wrong("the try itself failed: " + e);
      } finally {
        delete(folder);
      }
    }
    tally.notes().forEach(note -> System.out.println("  " + note.replace("\n", "\n  ")));
    System.out.println(name + " " + tally);
    return tally.isClean();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
