import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or applies google-java-format to every Java file below a folder: {@code Format.java check
 * domain/src} or {@code Format.java apply .}. A folder that does not exist holds no files.
 */
final class Format {
  private Format() {}

  public static void main(String[] arguments) throws Exception {
    boolean check = arguments[0].equals("check");
    Path folder = Path.of(arguments[1]);
    List<String> files = javaFilesIn(folder);
    if (files.isEmpty()) {
      return;
    }
    Stream<String> options =
        check ? Stream.of("--dry-run", "--set-exit-if-changed") : Stream.of("--replace");
    String[] command = Stream.concat(options, files.stream()).toArray(String[]::new);
    StringWriter unformatted = new StringWriter();
    PrintWriter errors = new PrintWriter(System.err, true);
    int exit = new Main(new PrintWriter(unformatted, true), errors, System.in).format(command);
    unformatted.toString().lines().forEach(file -> errors.println("Not formatted: " + file));
    if (exit != 0 && check) {
      errors.println("To format the Java files: mvn -q -N -Pformat process-sources");
    }
    System.exit(exit);
  }

  private static List<String> javaFilesIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().matches("(.*/)?(src/(main|test)/java|packaging)/.*\\.java"))
          .filter(path -> !path.toString().contains("/target/"))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }
}
