package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build takes into the package: {@code packaging/RuntimeJars.java}. */
class RuntimeJarsIT {
  private static final String LIBRARY = "bcutil-jdk18on";

  @TempDir Path temporary;

  private Path lib;
  private Path list;
  private Path jar;

  @BeforeEach
  void takeASignedLibrary() throws IOException {
    Path original =
        Stream.of(System.getProperty("java.class.path").split(":"))
            .map(Path::of)
            .filter(path -> path.getFileName().toString().startsWith(LIBRARY))
            .findFirst()
            .orElseThrow();
    lib = Files.createDirectory(temporary.resolve("lib"));
    jar = Files.copy(original, lib.resolve(original.getFileName()));
    list = temporary.resolve("runtime-jars.sha256");
    listWhatIsThere();
  }

  private void listWhatIsThere() throws IOException {
    Files.writeString(list, sha256(jar) + "  " + jar.getFileName() + "\n");
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void acceptsTheMakersLibrary() {
    try (LocalStreamProcess check = check()) {
      check.endsWith(0);
      assertThat(check.out()).isEmpty();
    }
  }

  @Test
  void refusesAnotherFileUnderTheSameName() throws IOException {
    String listed = Files.readString(list);
    inTheJar(archive -> Files.writeString(archive.getPath("META-INF/added"), "more"));
    assertThat(Files.readString(list)).isEqualTo(listed);
    refuses(jar.getFileName() + " is another file than listed");
  }

  @Test
  void refusesALibraryThatIsNotListed() throws IOException {
    Files.copy(jar, lib.resolve("more.jar"));
    refuses("more.jar is not listed");
  }

  @Test
  void refusesAListThatNamesMoreThanIsThere() throws IOException {
    Files.writeString(list, Files.readString(list) + "00  gone.jar\n");
    refuses("gone.jar is listed, but is not there");
  }

  @Test
  void refusesASignedClassThatWasChanged() throws IOException {
    inTheJar(archive -> {
      try (Stream<Path> files = Files.walk(archive.getPath("/org"))) {
        Path first =
            files.filter(file -> file.toString().endsWith(".class")).findFirst().orElseThrow();
        byte[] content = Files.readAllBytes(first);
        content[content.length - 1] ^= 1;
        Files.write(first, content);
      }
    });
    listWhatIsThere();
    refuses(jar.getFileName() + " has a signature that is wrong");
  }

  @Test
  void refusesAClassThatTheSignatureDoesNotCover() throws IOException {
    inTheJar(archive -> Files.writeString(archive.getPath("/org/Added.class"), "more"));
    listWhatIsThere();
    refuses(jar.getFileName() + " is signed, but not all of it");
  }

  @Test
  void refusesASignatureOfAnotherMaker() throws IOException {
    inTheJar(archive -> {
      Files.delete(archive.getPath("META-INF/BCRSA204.SF"));
      Files.delete(archive.getPath("META-INF/BCRSA204.RSA"));
    });
    Path keys = temporary.resolve("keys");
    List<String> secret = List.of("-keystore", keys.toString(), "-storepass", "secret");
    tool(
        "keytool",
        secret,
        List.of("-genkeypair", "-alias", "m", "-keyalg", "RSA", "-dname", "CN=Legion"));
    tool("jarsigner", secret, List.of(jar.toString(), "m"));
    listWhatIsThere();
    refuses(jar.getFileName() + " is signed by a maker that is not known here");
  }

  private void refuses(String line) {
    try (LocalStreamProcess check = check()) {
      check.endsWith(1);
      assertThat(check.out()).startsWith(line);
    }
  }

  private LocalStreamProcess check() {
    return LocalStreamProcess.start(
        new ProcessBuilder(
            java("java"),
            Distribution.module().resolve("packaging/RuntimeJars.java").toString(),
            lib.toString(),
            list.toString()));
  }

  private static void tool(String name, List<String> options, List<String> arguments) {
    try (LocalStreamProcess tool =
        LocalStreamProcess.start(
            new ProcessBuilder(
                Stream.of(List.of(java(name)), options, arguments)
                    .flatMap(List::stream)
                    .toList()))) {
      assertThat(tool.exitCode()).as(tool.toString()).isZero();
    }
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  private void inTheJar(Change change) throws IOException {
    try (FileSystem archive =
        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      change.make(archive);
    }
  }

  /** A change of an archive. */
  private interface Change {
    void make(FileSystem archive) throws IOException;
  }
}
