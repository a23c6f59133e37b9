import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Checks the libraries in a folder before they are packaged: each must be a file that the list
 * names by its SHA-256, and a signed one must be signed in full by a maker that is known here.
 *
 * <p>The list has the form of {@code sha256sum}. It is changed by hand, in the commit that changes
 * a dependency, so that a changed file shows in review. {@code java RuntimeJars.java LIB LIST}
 * prints what does not agree, and ends with 1 if anything does not.
 */
final class RuntimeJars {
  /** The makers of signed libraries, by the SHA-256 of the certificate that signs. */
  private static final Map<String, String> MAKERS =
      Map.of(
          "7c3b84e39bab35b23044ada94939fde3c817b0d4214e02d2185ebed98e4620d9",
          "Legion of the Bouncy Castle Inc.");

  private static final String OURS = "localstream";

  private RuntimeJars() {}

  public static void main(String[] arguments) throws IOException {
    List<String> faults = faults(Path.of(arguments[0]), Path.of(arguments[1]));
    faults.forEach(System.out::println);
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  /** Returns one line for each file that is not as it should be. */
  static List<String> faults(Path lib, Path list) throws IOException {
    Map<String, String> listed = read(list);
    List<String> faults = new ArrayList<>();
    try (Stream<Path> files = Files.list(lib)) {
      for (Path jar : files.filter(RuntimeJars::isForeign).sorted().toList()) {
        String name = jar.getFileName().toString();
        String digest = sha256(Files.readAllBytes(jar));
        String wanted = listed.remove(name);
        if (!digest.equals(wanted)) {
          faults.add(
              (wanted == null ? name + " is not listed" : name + " is another file than listed")
                  + "; its line would be: "
                  + digest
                  + "  "
                  + name);
        }
        checkSigner(jar, faults);
      }
    }
    listed.keySet().forEach(name -> faults.add(name + " is listed, but is not there"));
    return faults;
  }

  private static boolean isForeign(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".jar") && !name.startsWith(OURS);
  }

  private static Map<String, String> read(Path list) throws IOException {
    Map<String, String> listed = new TreeMap<>();
    for (String line : Files.readAllLines(list)) {
      String[] parts = line.split(" {2}", 2);
      if (parts.length != 2 || listed.put(parts[1], parts[0]) != null) {
        throw new IllegalStateException(list + " has a line that is no sum: " + line);
      }
    }
    return listed;
  }

  /** JarFile compares the digests of each entry while it is read (JAR File Specification). */
  private static void checkSigner(Path file, List<String> faults) throws IOException {
    try (JarFile jar = new JarFile(file.toFile(), true)) {
      List<JarEntry> entries =
          Collections.list(jar.entries()).stream()
              .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("META-INF/"))
              .toList();
      List<JarEntry> signed = new ArrayList<>();
      for (JarEntry entry : entries) {
        try (InputStream in = jar.getInputStream(entry)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
        if (entry.getCodeSigners() != null) {
          signed.add(entry);
        }
      }
      boolean claims = jar.stream().anyMatch(entry -> CacheableJar.isSignature(entry.getName()));
      if (!claims) {
        return;
      }
      if (signed.size() < entries.size()) {
        faults.add(file.getFileName() + " is signed, but not all of it");
      } else if (!entries.stream().allMatch(RuntimeJars::isByAMaker)) {
        faults.add(file.getFileName() + " is signed by a maker that is not known here");
      }
    } catch (SecurityException e) {
      faults.add(file.getFileName() + " has a signature that is wrong: " + e.getMessage());
    }
  }

  private static boolean isByAMaker(JarEntry entry) {
    return Stream.of(entry.getCodeSigners())
        .map(CodeSigner::getSignerCertPath)
        .map(path -> path.getCertificates().getFirst())
        .anyMatch(certificate -> MAKERS.containsKey(fingerprint(certificate)));
  }

  private static String fingerprint(Certificate certificate) {
    try {
      return sha256(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
