package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link PartFolder} lies.
 *
 * @param path of it, for people
 * @param parent the folder that it lies in, held open
 * @param key tells it from every other folder, if the system has that
 */
record PartPlace(Path path, FolderAccess parent, @Nullable Object key) {
  static FileSystemException notOwn(Path path) {
    return new FileSystemException(
        path.toString(), null, "another program put something in its place");
  }

  private String name() {
    return String.valueOf(path.getFileName());
  }

  /** Makes sure that the path still leads there: what a person is told is where files are. */
  void requireReachable() throws IOException {
    requireName();
    Object outer = parent.view(BasicFileAttributeView.class).readAttributes().fileKey();
    if (!DescriptorPath.leadsTo(path.resolveSibling(""), outer)) {
      throw notOwn(path.resolveSibling(""));
    }
  }

  /** Makes sure that it still has its name in the folder that it lies in. */
  private void requireName() throws IOException {
    BasicFileAttributes now = parent.view(name(), BasicFileAttributeView.class).readAttributes();
    if (!now.isDirectory() || !Objects.equals(now.fileKey(), key)) {
      throw notOwn(path);
    }
  }

  /** Removes the folder, if it is empty and something else has not taken its name. */
  void remove() throws IOException {
    requireName();
    parent.deleteFolder(name());
  }
}
