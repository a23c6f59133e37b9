package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files of this machine's file system, to be sent. Safe for several threads. */
public final class DiskOutgoingFiles implements OutgoingFiles {
  private final TypedPaths paths;

  /**
   * @param base the folder that relative paths start at: the program's working folder
   * @param userHome the folder that {@code ~} stands for
   */
  public DiskOutgoingFiles(Path base, Path userHome) {
    paths = new TypedPaths(base, userHome);
  }

  @Override
  public OutgoingTree open(List<FileReference> sources, Selection selection) {
    PackedSources.Packer packer = new PackedSources.Packer();
    HeldFolders held = held(selection);
    boolean done = false;
    try {
      FoundSources found = find(sources, selection, packer::add, held);
      OutgoingTree tree =
          new DiskOutgoingTree(packer.packed(), found.missing(), held, selection.strict());
      done = true;
      return tree;
    } finally {
      if (!done) {
        held.close();
      }
    }
  }

  private static HeldFolders held(Selection selection) {
    return selection.followLinks() ? new HeldFolders() : new HeldFolders(LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public long measure(List<FileReference> sources, Selection selection) {
    try (HeldFolders held = held(selection)) {
      return find(sources, selection, _ -> {}, held).totalBytes();
    }
  }

  private FoundSources find(
      List<FileReference> sources,
      Selection selection,
      Consumer<SourceFile> each,
      HeldFolders held) {
    if (sources.isEmpty()) {
      throw new LocalStreamException(
          FailureCode.INVALID_ARGUMENT, "there is nothing to send; name a file or a folder");
    }
    FoundSources found = new FoundSources(each);
    SourceLinks links = new SourceLinks(found);
    Map<RelativePath, Path> typed = typed(sources, SentNames.of(selection));
    typed.forEach(links::mayLeadTo);
    TypedSources walk =
        new TypedSources(new SourceWalk(found, links, selection, held.options()), held);
    typed.forEach((name, path) -> add(walk, path, name));
    return found;
  }

  @Override
  public FileReference absolute(FileReference source) {
    return paths.resolve(source).map(path -> new FileReference(path.toString())).orElse(source);
  }

  /** What was typed, in that order, and the names that it is sent under. */
  private Map<RelativePath, Path> typed(List<FileReference> sources, SentNames names) {
    Map<RelativePath, Path> typed = LinkedHashMap.newLinkedHashMap(sources.size());
    Map<String, Path> taken = HashMap.newHashMap(sources.size());
    for (FileReference source : sources) {
      Path path = resolve(source);
      RelativePath name = safeName(source, path, names);
      Path other = taken.putIfAbsent(names.key(name.value()), path);
      if (other == null) {
        typed.put(name, path);
      } else if (!isSame(path, other)) {
        throw failure(
            FailureCode.FILE_NAME_UNSAFE,
            other,
            "and " + TypedPaths.show(path) + " have the same name on some system; send them apart",
            null);
      }
    }
    return typed;
  }

  /** Whether it was named twice. */
  private static boolean isSame(Path path, Path other) {
    try {
      return path.equals(other) || Files.isSameFile(path, other);
    } catch (IOException _) {
      return false;
    }
  }

  private Path resolve(FileReference source) {
    return paths
        .resolve(source)
        .orElseThrow(() ->
            new LocalStreamException(
                FailureCode.FILE_MISSING,
                source + " can't be the name of a file on this system; check its spelling"));
  }

  private static RelativePath safeName(FileReference source, Path path, SentNames names) {
    Path name = path.getFileName();
    if (name == null) {
      throw new LocalStreamException(
          FailureCode.FILE_NAME_UNSAFE,
          source + " can't be sent: it has no name; name the folders in it");
    }
    try {
      return names.path("", name.toString());
    } catch (IllegalArgumentException e) {
      // That it is not there at all is more to the point.
      look(path);
      throw new LocalStreamException(
          FailureCode.FILE_NAME_UNSAFE,
          source + " can't be sent under its name: " + e.getMessage() + "; rename it",
          e);
    }
  }

  private static void add(TypedSources walk, Path path, RelativePath name) {
    try {
      if (!walk.add(path, name)) {
        throw failure(
            FailureCode.FILE_UNREADABLE,
            path,
            "is a device or a pipe; only files and folders can be sent",
            null);
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static void look(Path path) {
    try {
      Permissions.read(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static LocalStreamException unreadable(Path path, IOException cause) {
    return switch (cause) {
      case NoSuchFileException _ ->
          failure(FailureCode.FILE_MISSING, path, "does not exist; check its spelling", cause);
      case FalseSizeException _ ->
          failure(FailureCode.FILE_UNREADABLE, path, FalseSizeException.WORDS, cause);
      default ->
          failure(FailureCode.FILE_UNREADABLE, path, "can't be read; check its permissions", cause);
    };
  }

  private static LocalStreamException failure(
      FailureCode code, Path path, String what, @Nullable IOException cause) {
    return new LocalStreamException(code, TypedPaths.show(path) + " " + what, cause);
  }
}
