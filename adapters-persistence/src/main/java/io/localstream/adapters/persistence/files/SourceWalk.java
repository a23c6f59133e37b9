package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.transfer.IgnoreRules;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Selection;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks through folders for what is to be sent. Each folder is opened from the one that it lies in,
 * and everything in it is looked at through the open folder: a path that is changed meanwhile leads
 * nowhere else. For one thread.
 */
final class SourceWalk {
  private final FoundSources found;
  private final SourceLinks links;
  private final LinkOption[] linkOptions;
  private final IgnoreRules rules;
  private final TrueSizes sizes = new TrueSizes();
  private final SentNames sentNames;

  /**
   * @param linkOptions whether links in folders are followed
   */
  SourceWalk(
      FoundSources found, SourceLinks links, Selection selection, LinkOption... linkOptions) {
    this.found = found;
    this.links = links;
    this.linkOptions = linkOptions.clone();
    this.rules = new IgnoreRules(selection);
    this.sentNames = SentNames.of(selection);
  }

  /**
   * Adds a folder that a person named, with all that is in it.
   *
   * @throws IOException it can't be read itself
   */
  void addFolder(SourcePlace place, OpenFolder open, RelativePath sent) throws IOException {
    walk(new SourceFolder(place, open, sent, rules), open.attributes());
  }

  /**
   * Adds a file.
   *
   * @param folder the open folder that it lies in
   * @throws IOException it can't be read
   */
  void addFile(SourcePlace place, OpenFolder folder, RelativePath sent, BasicFileAttributes now)
      throws IOException {
    String name = place.nameOf(sent.fileName());
    if (!Permissions.letEverybodyRead(now)) {
      folder.open(name, linkOptions).close();
    }
    BasicFileAttributes sized = sizes.require(place, now, reading(folder, name));
    found.add(
        new SourceFile(
            place,
            new ManifestEntry.File(
                sent, sized.size(), ModificationTime.of(sized), Permissions.of(sized)),
            SourceFile.key(sized)));
  }

  private TrueSizes.Reading reading(OpenFolder folder, String name) {
    return new TrueSizes.Reading() {
      @Override
      public FileChannel open() throws IOException {
        return folder.open(name, linkOptions);
      }

      @Override
      public BasicFileAttributes attributes() throws IOException {
        return folder.attributes(name, linkOptions);
      }
    };
  }

  private void walk(SourceFolder folder, BasicFileAttributes now) throws IOException {
    List<String> names = folder.names(found);
    IgnoreRules inside = folder.rulesInside();
    SourceFolder walked = new SourceFolder(folder.place(), folder.open(), folder.sent(), inside);
    ManifestEntry entry =
        new ManifestEntry.Folder(
            folder.sent(), ModificationTime.of(now), Permissions.ofFolder(now));
    found.add(new SourceFile(folder.place(), entry, SourceFile.key(now)));
    AlikeNames alike = new AlikeNames(names, sentNames::key);
    for (String name : names) {
      addFrom(walked, name, alike);
    }
  }

  private void addFrom(SourceFolder folder, String name, AlikeNames alike) {
    try {
      BasicFileAttributes now = folder.open().attributes(name, linkOptions);
      if (!folder.rules().leaveOut(folder.below(name), now.isDirectory())) {
        RelativePath sent = safePath(folder, name, alike);
        if (sent != null) {
          addFrom(folder, name, sent, now);
        }
      }
    } catch (NoSuchFileException _) {
      found.leaveOut(
          folder.path(name),
          FailureCode.FILE_MISSING,
          "is not there any more, or is a link that leads nowhere");
    } catch (FalseSizeException _) {
      found.leaveOut(folder.path(name), FailureCode.FILE_UNREADABLE, FalseSizeException.WORDS);
    } catch (IOException _) {
      found.leaveOut(
          folder.path(name),
          FailureCode.FILE_UNREADABLE,
          "can't be read and is left out; check its permissions");
    }
  }

  private void addFrom(SourceFolder folder, String name, RelativePath sent, BasicFileAttributes now)
      throws IOException {
    if (now.isSymbolicLink()) {
      links.add(folder, name, sent, now);
    } else if (now.isRegularFile()) {
      addFile(folder.place(), folder.open(), sent, now);
    } else if (now.isDirectory()) {
      addInner(folder, name, sent);
    } else {
      found.leaveOut(
          folder.path(name),
          FailureCode.FILE_UNREADABLE,
          "is a pipe, socket or device and is left out");
    }
  }

  private void addInner(SourceFolder around, String name, RelativePath sent) throws IOException {
    try (OpenFolder inner = around.open().folder(name, linkOptions)) {
      BasicFileAttributes now = inner.attributes();
      Object key = inner.key(now);
      if (around.place().isWithin(key)) {
        found.leaveOut(
            around.path(name),
            FailureCode.FILE_UNREADABLE,
            "leads back to a folder that it lies in, and is left out");
        return;
      }
      SourcePlace place = around.place().inner(name, key);
      walk(new SourceFolder(place, inner, sent, around.rules()), now);
    }
  }

  /** The path in the transfer, or nothing when there can't be one. */
  private @Nullable RelativePath safePath(SourceFolder folder, String name, AlikeNames alike) {
    try {
      RelativePath sent = sentNames.path(folder.sent().value() + "/", name);
      if (alike.take(name)) {
        return sent;
      }
      found.leaveOut(
          folder.path(name),
          FailureCode.FILE_NAME_UNSAFE,
          "can't be sent: some systems can't tell its name from another in the folder; rename it");
    } catch (IllegalArgumentException e) {
      found.leaveOut(
          folder.path(name),
          FailureCode.FILE_NAME_UNSAFE,
          "can't be sent: " + e.getMessage() + "; rename or move it");
    }
    return null;
  }
}
