import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites a library's jar so that the JVM takes its classes into an AOT cache (JEP 483), which it
 * refuses for signed jars and for class files older than Java 6.
 *
 * <p>The signatures of BouncyCastle's jars say who made them. {@link RuntimeJars} has verified them
 * before they are removed here. OpenJDK asks for them nowhere: it loads providers from unsigned
 * jars too. In an installed package they would protect nothing: an attacker who can change a jar
 * can change the launcher beside it as well.
 *
 * <p>picocli's classes are of version 49 (Java 5), whose verifier infers types. They get version 51
 * and the stack maps (JVMS 4.7.4) that it asks for; their code stays as it is.
 */
final class CacheableJar {
  private static final int OLDEST_CACHEABLE = 50;
  private static final int OLDEST_WITH_STACK_MAPS_ONLY = 51;

  /** Of every entry: the same in each build, and in each time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

  private final ZipFile jar;
  private final ClassFile classes;

  private CacheableJar(ZipFile jar, URLClassLoader library) {
    this.jar = jar;
    this.classes =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(library)));
  }

  static void make(Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (ZipFile jar = new ZipFile(file.toFile());
        URLClassLoader library = new URLClassLoader(new URL[] {file.toUri().toURL()})) {
      CacheableJar made = new CacheableJar(jar, library);
      if (!made.isNeeded()) {
        return;
      }
      made.write(fresh);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  static boolean isSignature(String entry) {
    return SIGNATURE.matcher(entry).matches();
  }

  private List<? extends ZipEntry> entries() {
    return Collections.list(jar.entries());
  }

  private boolean isNeeded() throws IOException {
    for (ZipEntry entry : entries()) {
      if (isSignature(entry.getName()) || isOld(entry)) {
        return true;
      }
    }
    return false;
  }

  /** Told by the bytes 6 and 7 of a class file (JVMS 4.1). */
  private boolean isOld(ZipEntry entry) throws IOException {
    if (!entry.getName().endsWith(".class")) {
      return false;
    }
    try (var in = jar.getInputStream(entry)) {
      byte[] head = in.readNBytes(8);
      return ((head[6] & 0xff) << 8 | head[7] & 0xff) < OLDEST_CACHEABLE;
    }
  }

  private void write(Path fresh) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(fresh))) {
      for (ZipEntry entry : entries()) {
        if (!isSignature(entry.getName())) {
          ZipEntry copy = new ZipEntry(entry.getName());
          copy.setTimeLocal(TIME);
          out.putNextEntry(copy);
          out.write(content(entry));
        }
      }
    }
  }

  private byte[] content(ZipEntry entry) throws IOException {
    byte[] content;
    try (var in = jar.getInputStream(entry)) {
      content = in.readAllBytes();
    }
    if (entry.getName().equals("META-INF/MANIFEST.MF")) {
      return withoutDigests(content);
    }
    return isOld(entry) ? modern(entry.getName(), content) : content;
  }

  private static byte[] withoutDigests(byte[] content) throws IOException {
    Manifest manifest = new Manifest(new ByteArrayInputStream(content));
    manifest.getEntries().clear();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    manifest.write(out);
    return out.toByteArray();
  }

  private byte[] modern(String name, byte[] old) {
    ClassModel model = classes.parse(old);
    ClassTransform newer =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(OLDEST_WITH_STACK_MAPS_ONLY, 0);
          } else {
            builder.with(element);
          }
        };
    // Methods are only given stack maps where their code is gone through.
    byte[] made =
        classes.transformClass(
            model,
            newer.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
    List<VerifyError> errors = classes.verify(made);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(name + " could not be made newer", errors.getFirst());
    }
    return made;
  }
}
