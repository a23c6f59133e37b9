package io.localstream.bootstrap.architecture;

import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A module of the build: its folder, and where the class path has its classes, which is a folder or
 * a jar, depending on how far the build went.
 */
record ProductionModule(String folder) {
  static final String ROOT_PACKAGE = "io.localstream";
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  /** Those that the topmost pom names, so that a new one cannot stay unseen. */
  static List<ProductionModule> all() {
    return MODULE
        .matcher(read(top().resolve("pom.xml")))
        .results()
        .map((MatchResult module) -> new ProductionModule(module.group(1)))
        .toList();
  }

  /** The layer's package: {@code adapters-socket} has {@code io.localstream.adapters.socket}. */
  String packageName() {
    return ROOT_PACKAGE + "." + folder.replace('-', '.');
  }

  List<SourceFile> sources() {
    return SourceFile.below(sourceRoot("main"));
  }

  List<SourceFile> testSources() {
    return SourceFile.below(sourceRoot("test"));
  }

  Path sourceRoot(String kind) {
    return top().resolve(folder).resolve("src").resolve(kind).resolve("java");
  }

  /** The production classes; never those of the tests, published or not. */
  URI classes() {
    return root(packageName(), false);
  }

  /** The published fakes and contracts of the domain. */
  static URI publishedTestClasses() {
    return root(ROOT_PACKAGE + ".domain.port.fake", true);
  }

  static Location location(URI root) {
    return root.getPath().endsWith(".jar") ? Location.of(jar(root)) : Location.of(Path.of(root));
  }

  /** How many class files there are, counted without ArchUnit. */
  static long countClassFiles(URI root) {
    try {
      if (!root.getPath().endsWith(".jar")) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
          return files.filter(file -> file.toString().endsWith(".class")).count();
        }
      }
      try (JarFile jar = jar(root)) {
        return jar.stream().filter(entry -> entry.getName().endsWith(".class")).count();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JarFile jar(URI file) {
    try {
      return new JarFile(Path.of(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI root(String packageName, boolean ofTests) {
    String marker = packageName.replace('.', '/') + "/package-info.class";
    try {
      List<URI> roots =
          Collections.list(ProductionModule.class.getClassLoader().getResources(marker)).stream()
              .map(found -> rootOf(found, marker))
              .filter(root -> isOfTests(root) == ofTests)
              .toList();
      if (roots.size() != 1) {
        throw new IllegalStateException(
            "expected " + marker + " in one place on the class path, but found it in " + roots);
      }
      return roots.getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI rootOf(URL found, String marker) {
    try {
      if (found.openConnection() instanceof JarURLConnection jar) {
        return jar.getJarFileURL().toURI();
      }
      String url = found.toString();
      return new URI(url.substring(0, url.length() - marker.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOfTests(URI root) {
    return root.getPath().endsWith("/test-classes/") || root.getPath().endsWith("-tests.jar");
  }

  private static Path top() {
    for (Path each = Path.of("").toAbsolutePath(); each != null; each = each.getParent()) {
      Path pom = each.resolve("pom.xml");
      if (Files.exists(pom) && MODULE.matcher(read(pom)).find()) {
        return each;
      }
    }
    throw new IllegalStateException("no pom.xml that names modules, from here upwards");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
