package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is where the folders of a transfer will be; each is looked at once. For one thread. */
final class Grounds {
  private final Path folder;
  private final Map<String, Ground> known = new HashMap<>();

  /** What is where a folder of the transfer will be. */
  enum Ground {
    FOLDER,
    /** A folder that nothing can be moved to from where it arrives. */
    ELSEWHERE,
    NOTHING,
    OTHER
  }

  Grounds(Path folder) {
    this.folder = folder;
    // Then no name can be taken, and thousands need not be asked for.
    known.put("", isEmpty(folder) ? Ground.NOTHING : Ground.FOLDER);
  }

  /** The place of this transfer may be there by now. */
  private static boolean isEmpty(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!PartFolders.isNamedLikeOne(entry)) {
          return false;
        }
      }
      return true;
    } catch (NoSuchFileException _) {
      return true;
    } catch (IOException | DirectoryIteratorException _) {
      // It may be a folder that can be written to and not read.
      return false;
    }
  }

  /** By its path within the folder that the person named. */
  Ground of(String path) throws IOException {
    Ground ground = known.get(path);
    if (ground == null) {
      ground = of(Landing.parent(path));
      if (ground == Ground.FOLDER) {
        BasicFileAttributes there = attributes(folder.resolve(path));
        ground = there == null ? Ground.NOTHING : of(folder.resolve(path), there);
      }
      known.put(path, ground);
    }
    return ground;
  }

  private Ground of(Path path, BasicFileAttributes there) throws IOException {
    if (!there.isDirectory()) {
      return Ground.OTHER;
    }
    return device(path, LinkOption.NOFOLLOW_LINKS).equals(device(folder))
        ? Ground.FOLDER
        : Ground.ELSEWHERE;
  }

  /** What tells its file system from others, where the system has that. */
  private static Object device(Path path, LinkOption... options) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.getAttribute(path, "unix:dev", options)
        : "";
  }

  /** Of what is there itself; null where nothing is. */
  static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException _) {
      return null;
    }
  }
}
