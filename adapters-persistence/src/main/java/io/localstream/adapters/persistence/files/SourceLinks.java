package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.transfer.LinkTarget;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/** Judges the symbolic links in folders that are sent. For one thread. */
final class SourceLinks {
  private static final String HERE = "./";

  private final FoundSources found;

  /** What was typed, by the name that it is sent under. */
  private final Map<String, Path> typed = new HashMap<>();

  SourceLinks(FoundSources found) {
    this.found = found;
  }

  /** Something beside the folders that is sent, too, and may be led to. */
  void mayLeadTo(RelativePath sent, Path path) {
    typed.put(sent.value(), path);
  }

  /** Adds a link where it leads to a place of the transfer, and tells where it does not. */
  void add(SourceFolder folder, String name, RelativePath sent, BasicFileAttributes now)
      throws IOException {
    Path text = folder.open().readLink(name);
    try {
      ManifestEntry.Link link =
          new ManifestEntry.Link(sent, target(text), ModificationTime.of(now));
      if (!leadsOut(folder, link)) {
        found.add(new SourceFile(folder.place(), link, SourceFile.key(now)));
        return;
      }
    } catch (IllegalArgumentException _) {
      // As one that leads out: what it means elsewhere can't be told.
    }
    found.leaveOut(
        folder.path(name),
        FailureCode.FILE_UNREADABLE,
        "is a link that leads out of what is sent, or may; --follow-links sends what it leads to");
  }

  /** What links often begin with says nothing, and is left away. */
  private static LinkTarget target(Path text) {
    String value = text.toString();
    if (!TypedPaths.isText(text)) {
      throw new IllegalArgumentException("the link's target is not text in UTF-8");
    }
    while (value.startsWith(HERE)) {
      value = value.substring(HERE.length());
    }
    return new LinkTarget(value);
  }

  /** Within its own folder it may lead anywhere; beside that only to what is sent from there. */
  private boolean leadsOut(SourceFolder folder, ManifestEntry.Link link) throws IOException {
    int levelsUp = link.target().levelsUp();
    if (levelsUp < link.path().segments().size() - 1) {
      return false;
    }
    String[] steps = link.target().value().split("/", -1);
    Path other = steps.length > levelsUp ? typed.get(steps[levelsUp]) : null;
    Path parent = folder.place().outermost().path().toRealPath().getParent();
    return other == null
        || parent == null
        || !Files.exists(other)
        || !Files.exists(parent.resolve(steps[levelsUp]))
        || !Files.isSameFile(other, parent.resolve(steps[levelsUp]));
  }
}
