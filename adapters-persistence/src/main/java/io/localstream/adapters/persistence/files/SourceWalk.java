package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.transfer.IgnoreRules;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Selection;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks through folders for what is to be sent. For one thread. */
final class SourceWalk {
  private static final LinkOption[] FOLLOW = {};
  private static final LinkOption[] KEEP = {LinkOption.NOFOLLOW_LINKS};

  private final FoundSources found;
  private final SourceLinks links;
  private final LinkOption[] linkOptions;
  private final IgnoreRules rules;
  private final SentNames sentNames;

  SourceWalk(FoundSources found, SourceLinks links, Selection selection) {
    this.found = found;
    this.links = links;
    this.linkOptions = selection.followLinks() ? FOLLOW : KEEP;
    this.rules = new IgnoreRules(selection);
    this.sentNames = SentNames.of(selection);
  }

  /**
   * Adds a file, or a folder with all that is in it.
   *
   * @param parent where it lies
   * @throws IOException it can't be read itself, or is neither
   */
  void add(Path parent, Path path, RelativePath sent, BasicFileAttributes now) throws IOException {
    if (now.isDirectory()) {
      walk(new SourceFolder(path, sent, key(path, now), null, rules), parent, now);
    } else {
      addFile(parent, path, sent, now);
    }
  }

  private static Object key(Path path, BasicFileAttributes now) throws IOException {
    Object key = now.fileKey();
    return key == null ? path.toRealPath() : key;
  }

  private void addFile(Path folder, Path path, RelativePath sent, BasicFileAttributes now)
      throws IOException {
    if (!Permissions.letEverybodyRead(now) && !Files.isReadable(path)) {
      throw new AccessDeniedException(path.toString());
    }
    found.add(
        new SourceFile(
            folder,
            new ManifestEntry.File(
                sent, now.size(), now.lastModifiedTime().toInstant(), Permissions.of(now)),
            SourceFile.key(now)));
  }

  private void walk(SourceFolder folder, Path parent, BasicFileAttributes now) throws IOException {
    List<String> names = folder.names(found);
    IgnoreRules inside = folder.rulesInside();
    SourceFolder walked =
        new SourceFolder(folder.path(), folder.sent(), folder.key(), folder.around(), inside);
    ManifestEntry entry =
        new ManifestEntry.Folder(
            folder.sent(), now.lastModifiedTime().toInstant(), Permissions.ofFolder(now));
    found.add(new SourceFile(parent, entry, SourceFile.key(now)));
    AlikeNames alike = new AlikeNames(names, sentNames::key);
    for (String name : names) {
      addFrom(walked, name, alike);
    }
  }

  private void addFrom(SourceFolder folder, String name, AlikeNames alike) {
    Path path = folder.path().resolve(name);
    try {
      BasicFileAttributes now = Permissions.read(path, linkOptions);
      if (!folder.rules().leaveOut(folder.below(name), now.isDirectory())) {
        RelativePath sent = safePath(folder, path, name, alike);
        if (sent != null) {
          addFrom(folder, path, sent, now);
        }
      }
    } catch (NoSuchFileException _) {
      found.leaveOut(
          path, FailureCode.FILE_MISSING, "is not there any more, or is a link that leads nowhere");
    } catch (IOException _) {
      found.leaveOut(
          path,
          FailureCode.FILE_UNREADABLE,
          "can't be read and is left out; check its permissions");
    }
  }

  private void addFrom(SourceFolder folder, Path path, RelativePath sent, BasicFileAttributes now)
      throws IOException {
    if (now.isSymbolicLink()) {
      links.add(folder, path, sent, now);
    } else if (now.isRegularFile()) {
      addFile(folder.path(), path, sent, now);
    } else if (!now.isDirectory()) {
      found.leaveOut(
          path, FailureCode.FILE_UNREADABLE, "is a pipe, socket or device and is left out");
    } else if (folder.isWithin(key(path, now))) {
      found.leaveOut(
          path,
          FailureCode.FILE_UNREADABLE,
          "leads back to a folder that it lies in, and is left out");
    } else {
      SourceFolder inner = new SourceFolder(path, sent, key(path, now), folder, folder.rules());
      walk(inner, folder.path(), now);
    }
  }

  /** The path in the transfer, or nothing when there can't be one. */
  private @Nullable RelativePath safePath(
      SourceFolder folder, Path path, String name, AlikeNames alike) {
    try {
      RelativePath sent = sentNames.path(folder.sent().value() + "/", name);
      if (alike.take(name)) {
        return sent;
      }
      found.leaveOut(
          path,
          FailureCode.FILE_NAME_UNSAFE,
          "can't be sent: some systems can't tell its name from another in the folder; rename it");
    } catch (IllegalArgumentException e) {
      found.leaveOut(
          path,
          FailureCode.FILE_NAME_UNSAFE,
          "can't be sent: " + e.getMessage() + "; rename or move it");
    }
    return null;
  }
}
