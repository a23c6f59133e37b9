package io.localstream.bootstrap.endtoend;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as it was packaged, started without the launcher, which would build it anew. */
final class Distribution {
  /** As in the launcher. */
  static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx96m",
          "-XX:MaxDirectMemorySize=64m",
          "--enable-native-access=ALL-UNNAMED",
          "-Dguice_bytecode_gen_option=DISABLED");

  private Distribution() {}

  /** The folder of the module bootstrap. */
  static Path module() {
    try {
      Path classes =
          Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.getParent().getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the tests' classes are not in a folder", e);
    }
  }

  /** The command that starts the program, on the JVM of the tests. */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(jvm());
    command.addAll(Cached.OPTIONS);
    command.addAll(program());
    command.addAll(List.of(arguments));
    return command;
  }

  private static List<String> jvm() {
    List<String> jvm = new ArrayList<>();
    jvm.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    jvm.addAll(JVM_OPTIONS);
    return jvm;
  }

  private static List<String> program() {
    return List.of("-cp", lib() + File.separator + "*", "io.localstream.bootstrap.Main");
  }

  private static Path lib() {
    Path lib = module().resolve("target/localstream/lib");
    if (!Files.isDirectory(lib)) {
      throw new IllegalStateException(lib + " is missing: mvn package makes it");
    }
    return lib;
  }

  /** Made once for all tests. */
  private static final class Cached {
    static final List<String> OPTIONS = StartUpCache.options(jvm(), program(), lib());
  }
}
