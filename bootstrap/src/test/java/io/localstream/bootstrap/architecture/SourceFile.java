package io.localstream.bootstrap.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text of a Java file, for what class files do not tell. */
record SourceFile(String typeName, String text) {
  private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/|(?m)//.*$");

  /** All below a folder that holds packages; none where there is no such folder. */
  static List<SourceFile> below(Path sourceRoot) {
    return below(sourceRoot, sourceRoot);
  }

  /** Those in a part of the folder. */
  static List<SourceFile> below(Path sourceRoot, Path part) {
    if (!Files.isDirectory(part)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(part)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> read(sourceRoot, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path sourceRoot, Path file) {
    String path = sourceRoot.relativize(file).toString();
    String name = path.substring(0, path.length() - ".java".length());
    try {
      return new SourceFile(
          name.replace(file.getFileSystem().getSeparator(), "."), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isPackageInfo() {
    return typeName.endsWith(".package-info");
  }

  boolean isIn(String packageName) {
    return typeName.startsWith(packageName + ".");
  }

  /** What is left without comments. */
  String code() {
    return COMMENTS.matcher(text).replaceAll("");
  }
}
