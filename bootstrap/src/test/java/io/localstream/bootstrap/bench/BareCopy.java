package io.localstream.bootstrap.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The bare program of Bare.java: what two JVMs can reach that do nothing but read, seal and send,
 * and open and write. It runs in LocalStream's JVM, with its options and a start-up cache of its
 * own.
 */
record BareCopy(Workshop workshop, Path jar, Path cache) implements Courier {

  /** Compiles it, and makes the cache in a run with that cargo. */
  static BareCopy made(Workshop workshop, Cargo cargo) {
    Path classes = workshop.newFolder("bare");
    Path jar = workshop.scratch("bare.jar");
    BareCopy made = new BareCopy(workshop, jar, workshop.scratch("bare.aot"));
    String source = Module.folder().resolve("bench/Bare.java").toString();
    run(workshop, tool("javac"), "-d", classes.toString(), source);
    run(workshop, tool("jar"), "cf", jar.toString(), "-C", classes.toString(), ".");
    String copy = workshop.scratch("copy").toString();
    List<String> both =
        List.of("both", Integer.toString(Workshop.freePort()), cargo.only().toString(), copy);
    Command.of(workshop.folder(), made.command("-XX:AOTCacheOutput=", both)).output();
    return made;
  }

  private static void run(Workshop workshop, String... words) {
    Command.of(workshop.folder(), words).output();
  }

  /** Of the JDK that runs this. */
  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private List<String> command(String cacheOption, List<String> arguments) {
    Path distribution = Objects.requireNonNull(workshop.program().getParent()).resolveSibling(".");
    List<String> words = new ArrayList<>();
    words.add(distribution.resolve("runtime/bin/java").toString());
    words.add("@" + distribution.resolve("lib/jvm.options"));
    words.add("@" + distribution.resolve("lib/collector.options"));
    words.addAll(List.of(cacheOption + cache, "-cp", jar.toString(), "Bare"));
    words.addAll(arguments);
    return words;
  }

  @Override
  public Usage carry(Cargo cargo, List<Path> to) {
    String port = Integer.toString(Workshop.freePort());
    String target = to.getFirst().resolve(cargo.names().getFirst()).toString();
    try (Run sending = start("send", port, cargo.only().toString());
        Run receiving = start("receive", port, target)) {
      return sending.end().and(receiving.end());
    }
  }

  private Run start(String... arguments) {
    return Run.start(
        workshop, Command.of(workshop.folder(), command("-XX:AOTCache=", List.of(arguments))));
  }
}
