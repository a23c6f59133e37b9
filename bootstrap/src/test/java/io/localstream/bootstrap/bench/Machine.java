package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the comparison runs on. */
final class Machine {
  private static final Path ROOT = Path.of("/");

  private Machine() {}

  static Map<String, String> described(Path program) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("processor", of("/proc/cpuinfo", "model name"));
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("memory", of("/proc/meminfo", "MemTotal"));
    facts.put("kernel", said("uname", "-sr"));
    facts.put("system", of("/etc/os-release", "PRETTY_NAME").replace("\"", ""));
    facts.put("load before", said("cut", "-d ", "-f1-3", "/proc/loadavg"));
    facts.put("congestion control", said("sysctl", "-n", "net.ipv4.tcp_congestion_control"));
    facts.put("LocalStream", said(program.toString(), "--version"));
    facts.put(
        "revision",
        said("git", "-C", Module.folder().toString(), "describe", "--always", "--dirty"));
    facts.put("JDK of the driver", System.getProperty("java.vm.version"));
    facts.put("ssh", said("ssh", "-V"));
    facts.put("nginx", said("nginx", "-v"));
    facts.put("curl", said("curl", "--version"));
    facts.put("iperf3", said("iperf3", "--version"));
    facts.put("gcc", said("gcc", "--version"));
    return facts;
  }

  /** Whether others have kept half a core or more busy for the last minute. */
  static boolean isBusy() {
    return Double.parseDouble(said("cut", "-d ", "-f1", "/proc/loadavg")) > 0.5;
  }

  private static String of(String file, String name) {
    try {
      return Files.readString(Path.of(file))
          .lines()
          .filter(line -> line.startsWith(name))
          .map(line -> line.replaceFirst("^[^:=]*[:=]\\s*", ""))
          .findFirst()
          .orElse("?");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String said(String... command) {
    try {
      return Command.of(ROOT, command).output().lines().findFirst().orElse("?");
    } catch (CannotRun | UncheckedIOException e) {
      return "none";
    }
  }
}
