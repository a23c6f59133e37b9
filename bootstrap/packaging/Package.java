import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes the jars in {@code target/localstream/lib} into a program that needs no Java: its own JVM,
 * a launcher, manual pages, completion, and a cache of what a run loads. {@code java -cp 'lib/*'
 * Package.java THIS_FOLDER TARGET TIME}, with the classes of the program on the class path. TIME is
 * the time of every file, in the form of {@link Instant}, so that two builds are the same.
 */
final class Package {
  /** Jackson needs java.xml for one of its optional types, JmDNS logs, guava uses Unsafe. */
  private static final String MODULES =
      "java.base,java.logging,java.naming,java.xml,jdk.unsupported";

  /** Those of java.base. */
  private static final List<String> PROVIDERS =
      List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE", "SunJCE");

  private static final Pattern PROVIDER = Pattern.compile("security\\.provider\\.\\d+=.*");

  private final Path sources;
  private final Path target;
  private final FileTime time;

  private Package(Path sources, Path target, Instant time) {
    this.sources = sources;
    this.target = target;
    this.time = FileTime.from(time);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Package here =
        new Package(Path.of(arguments[0]), Path.of(arguments[1]), Instant.parse(arguments[2]));
    here.libraries();
    here.runtime();
    here.launcher();
    Manual.write(here.target.resolve("share"));
    here.jars();
    here.date();
    here.caches();
    // bin/localstream compares the sources with it. It stays out of the archive.
    Files.writeString(here.target.resolve("built"), "");
  }

  private void libraries() throws IOException {
    Path list = sources.resolve("runtime-jars.sha256");
    List<String> faults = RuntimeJars.faults(target.resolve("lib"), list);
    if (!faults.isEmpty()) {
      System.err.println("[ERROR] the libraries do not agree with " + list + ":");
      faults.forEach(fault -> System.err.println("[ERROR] " + fault));
      System.exit(1);
    }
  }

  /** Takes seconds, so it is kept as long as it would be the same. */
  private void runtime() throws IOException {
    Path image = target.resolve("runtime");
    Path origin = image.resolve("origin");
    String wanted =
        String.join(" ", System.getProperty("java.vm.version"), MODULES, PROVIDERS.toString());
    if (Files.exists(origin) && Files.readString(origin).equals(wanted)) {
      return;
    }
    delete(image);
    int exit =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("this JDK has no jlink"))
            .run(
                System.out,
                System.err,
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                image.toString());
    if (exit != 0) {
      throw new IllegalStateException("jlink failed with " + exit);
    }
    providers(image.resolve("conf/security/java.security"));
    Files.writeString(origin, wanted);
  }

  /**
   * Leaves those security providers that are in the image. For one that is not, the platform would
   * look at every provider on the class path, and BouncyCastle's takes as long to be made as a
   * whole transfer.
   */
  private static void providers(Path configuration) throws IOException {
    AtomicInteger number = new AtomicInteger();
    List<String> lines =
        Files.readAllLines(configuration).stream()
            .filter(
                line -> !PROVIDER.matcher(line).matches() || PROVIDERS.contains(line.split("=")[1]))
            .map(line ->
                PROVIDER.matcher(line).matches()
                    ? "security.provider." + number.incrementAndGet() + "=" + line.split("=")[1]
                    : line)
            .toList();
    if (number.get() != PROVIDERS.size()) {
      throw new IllegalStateException(configuration + " does not name " + PROVIDERS);
    }
    Files.write(configuration, lines);
  }

  private void launcher() throws IOException {
    Path bin = Files.createDirectories(target.resolve("bin"));
    Path launcher = bin.resolve("localstream");
    Files.copy(sources.resolve("localstream"), launcher, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String options : List.of("jvm.options", "collector.options")) {
      Files.copy(
          sources.resolve(options),
          target.resolve("lib").resolve(options),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void jars() throws IOException {
    try (Stream<Path> files = Files.list(target.resolve("lib"))) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        CacheableJar.make(jar);
      }
    }
  }

  /** Before the caches are made: each is bound to the times of the jars. */
  private void date() throws IOException {
    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }

  /**
   * One for runs that do the work, and a small one for {@code help} and {@code --version}: what is
   * in a cache is loaded at the start, wanted or not.
   */
  private void caches() throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("localstream-training");
    try {
      cache("localstream", "Rehearsal", home.toString());
      cache("short", "Main", "help");
    } finally {
      delete(home);
    }
  }

  /** Without it the program is as good, and starts more slowly. */
  private void cache(String name, String main, String argument)
      throws IOException, InterruptedException {
    Path lib = target.resolve("lib");
    Path cache = lib.resolve(name + ".aot");
    File log = target.resolveSibling("training-" + name + ".log").toFile();
    int exit =
        new ProcessBuilder(
                target.resolve("runtime/bin/java").toString(),
                "@" + lib.resolve("jvm.options"),
                "@" + lib.resolve("collector.options"),
                "-XX:AOTCacheOutput=" + cache,
                "-Dlocalstream.terminals=",
                "-cp",
                lib.resolve("localstream.jar").toString(),
                "io.localstream.bootstrap." + main,
                argument)
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start()
            .waitFor();
    if (exit != 0 || !Files.exists(cache)) {
      System.err.println("[WARNING] no start-up cache (exit code " + exit + "), see " + log);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
