package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.NamePlan;
import io.localstream.domain.transfer.NameRules;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Chooses the folder of what arrives. It need not be there, if the folder around it is and the
 * person wrote a slash behind it, or more comes than one file.
 */
final class Targets {
  private Targets() {}

  static Landing choose(
      TypedPaths paths,
      Manifest manifest,
      Destination destination,
      Function<Path, NameRules> rules) {
    FileReference typed = destination.target();
    Path target = paths.resolve(typed).orElseThrow(() -> noFolder(typed));
    if (Files.isDirectory(target)) {
      return new Landing(
          target, manifest, null, NamePlan.of(manifest, rules.apply(target), destination.names()));
    }
    boolean isFolder = namesFolder(typed, manifest);
    requirePossible(typed, target, isFolder);
    return isFolder
        ? new Landing(
            target,
            manifest,
            null,
            NamePlan.of(manifest, rules.apply(target.resolveSibling("")), destination.names()))
        : new Landing(target.resolveSibling(""), manifest, String.valueOf(target.getFileName()));
  }

  private static boolean namesFolder(FileReference typed, Manifest manifest) {
    return typed.value().endsWith("/")
        || typed.value().endsWith(File.separator)
        || manifest.entries().size() > 1
        || !(manifest.entries().getFirst() instanceof ManifestEntry.File);
  }

  private static void requirePossible(FileReference typed, Path target, boolean isFolder) {
    if (isFolder && Files.isRegularFile(target)) {
      throw new LocalStreamException(
          FailureCode.FILE_MISSING,
          typed + " is a file, and this is received into a folder; name a folder");
    }
    boolean isTaken = isFolder && Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (isTaken || target.getParent() == null || !Files.isDirectory(target.getParent())) {
      throw noFolder(typed);
    }
  }

  private static LocalStreamException noFolder(FileReference typed) {
    return new LocalStreamException(
        FailureCode.FILE_MISSING,
        "there is no folder for " + typed + "; create it or receive elsewhere");
  }

  /** Only a file may be replaced, or a link, which is replaced itself and not what it points to. */
  static LocalStreamException irreplaceable(Path target) {
    return taken(target, "is a folder or a device and is not replaced; choose another name");
  }

  static LocalStreamException taken(Path target, String why) {
    return new LocalStreamException(FailureCode.FILE_EXISTS, TypedPaths.show(target) + " " + why);
  }
}
