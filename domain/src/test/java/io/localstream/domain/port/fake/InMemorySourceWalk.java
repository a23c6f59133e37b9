package io.localstream.domain.port.fake;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.IgnoreRules;
import io.localstream.domain.transfer.LinkTarget;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.NameRules;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Selection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks through the folders of an {@link InMemoryFileSpace} for what is to be sent. */
final class InMemorySourceWalk {
  private final InMemoryFileSpace space;
  private final Selection selection;
  private final List<ManifestEntry> entries = new ArrayList<>();
  private final Map<Integer, InMemoryFileSpace.Found> opened = new HashMap<>();
  private final List<MissingEntry> missing = new ArrayList<>();

  /** What was typed, by the name that it is sent under. */
  private final Map<String, String> typed = new HashMap<>();

  InMemorySourceWalk(InMemoryFileSpace space, Selection selection) {
    this.space = space;
    this.selection = selection;
  }

  /** A folder: where it is, how it is sent, where those around it are, what is left out in it. */
  private record Place(String real, RelativePath sent, List<String> around, IgnoreRules rules) {
    String below(String name) {
      String path = sent.value() + "/" + name;
      return path.substring(path.indexOf('/') + 1);
    }
  }

  OutgoingTree open(List<FileReference> sources) {
    if (sources.isEmpty()) {
      throw new LocalStreamException(FailureCode.INVALID_ARGUMENT, "there is nothing to send");
    }
    Map<String, FileReference> taken = new HashMap<>();
    Map<FileReference, RelativePath> names = new LinkedHashMap<>();
    for (FileReference source : sources) {
      RelativePath name = name(source);
      FileReference other = taken.putIfAbsent(key(name), source);
      if (other == null) {
        names.put(source, name);
        typed.put(name.value(), lexical(source));
      } else if (!lexical(other).equals(lexical(source))) {
        throw new LocalStreamException(
            FailureCode.FILE_NAME_UNSAFE, other + " and " + source + " have the same name");
      }
    }
    names.forEach(this::addTyped);
    return new InMemoryOutgoingTree(
        space, new Manifest(entries), opened, missing, selection.strict());
  }

  private static String lexical(FileReference source) {
    return InMemoryFileSpace.lexical("", source.value());
  }

  private String key(RelativePath path) {
    return selection.portableNames() ? path.collisionKey() : path.value();
  }

  private RelativePath path(String folder, String name) {
    if (selection.portableNames() && NameRules.PORTABLE.fault(name).isPresent()) {
      throw new IllegalArgumentException("it is not portable");
    }
    return new RelativePath(folder + name);
  }

  private RelativePath name(FileReference source) {
    String path = lexical(source);
    try {
      return path("", path.substring(path.lastIndexOf('/') + 1));
    } catch (IllegalArgumentException e) {
      throw new LocalStreamException(
          FailureCode.FILE_NAME_UNSAFE, source + " can't be sent: " + e.getMessage(), e);
    }
  }

  private void addTyped(FileReference source, RelativePath sent) {
    String real = space.real(lexical(source)).orElse(source.value());
    if (space.isFolder(real)) {
      walk(new Place(real, sent, List.of(), new IgnoreRules(selection)));
    } else {
      addFile(real, sent, space.require(real));
    }
  }

  private void addFile(String real, RelativePath sent, InMemoryFileSpace.StoredFile file) {
    opened.put(entries.size(), new InMemoryFileSpace.Found(real, file));
    entries.add(
        new ManifestEntry.File(sent, file.content().length, file.modified(), file.permissions()));
  }

  private void walk(Place outside) {
    entries.add(new ManifestEntry.Folder(outside.sent(), InMemoryFileSpace.FIRST_MODIFIED, 0755));
    Optional<InMemoryFileSpace.StoredFile> gitIgnore =
        space
            .find(InMemoryFileSpace.join(outside.real(), ".gitignore"))
            .filter(_ -> outside.rules().readGitIgnore());
    String below = outside.below("");
    IgnoreRules rules =
        gitIgnore
            .map(file -> new String(file.content(), StandardCharsets.UTF_8))
            .map(text ->
                outside.rules().in(below.substring(0, Math.max(0, below.length() - 1)), text))
            .orElse(outside.rules());
    Place folder = new Place(outside.real(), outside.sent(), outside.around(), rules);
    Set<String> taken = new HashSet<>();
    space.names(folder.real()).forEach(name -> addFrom(folder, name, taken));
  }

  private void addFrom(Place folder, String name, Set<String> taken) {
    String path = InMemoryFileSpace.join(folder.real(), name);
    Optional<String> link = space.link(path).filter(_ -> !selection.followLinks());
    Optional<String> real = space.real(path);
    boolean isFolder = link.isEmpty() && real.filter(space::isFolder).isPresent();
    if (folder.rules().leaveOut(folder.below(name), isFolder)) {
      return;
    }
    try {
      RelativePath sent = path(folder.sent().value() + "/", name);
      if (!taken.add(key(sent))) {
        throw new IllegalArgumentException("another has the same name");
      }
      if (link.isPresent()) {
        addLink(folder, path, sent, link.get());
      } else {
        addReal(folder, path, sent, real);
      }
    } catch (IllegalArgumentException e) {
      leaveOut(path, FailureCode.FILE_NAME_UNSAFE, "can't be sent: " + e.getMessage());
    }
  }

  private void addReal(Place folder, String path, RelativePath sent, Optional<String> real) {
    if (real.isEmpty()
        || folder.real().equals(real.get())
        || folder.around().contains(real.get())) {
      leaveOut(path, FailureCode.FILE_UNREADABLE, "leads back to where it lies");
    } else if (space.isFolder(real.get())) {
      List<String> around = new ArrayList<>(folder.around());
      around.add(folder.real());
      walk(new Place(real.get(), sent, around, folder.rules()));
    } else {
      space
          .find(real.get())
          .ifPresentOrElse(
              file -> addFile(real.get(), sent, file),
              () -> leaveOut(path, FailureCode.FILE_MISSING, "is a link that leads nowhere"));
    }
  }

  private void addLink(Place folder, String path, RelativePath sent, String text) {
    try {
      LinkTarget target = new LinkTarget(text.startsWith("./") ? text.substring(2) : text);
      ManifestEntry link = new ManifestEntry.Link(sent, target, InMemoryFileSpace.FIRST_MODIFIED);
      if (target.levelsUp() < sent.segments().size() - 1 || leadsBeside(folder, path, text)) {
        entries.add(link);
        return;
      }
    } catch (IllegalArgumentException _) {
      // As one that leads out.
    }
    leaveOut(
        path,
        FailureCode.FILE_UNREADABLE,
        "is a link that leads out of what is sent; --follow-links sends what it leads to");
  }

  /** Whether it leads to something that is sent, too, from the same folder. */
  private boolean leadsBeside(Place folder, String path, String text) {
    String outermost = folder.around().isEmpty() ? folder.real() : folder.around().getFirst();
    String beside = InMemoryFileSpace.parent(outermost);
    String place = InMemoryFileSpace.lexical(InMemoryFileSpace.parent(path), text);
    return typed.values().stream()
        .filter(source -> InMemoryFileSpace.parent(source).equals(beside))
        .anyMatch(source -> place.equals(source) || place.startsWith(source + "/"));
  }

  private void leaveOut(String path, FailureCode reason, String words) {
    missing.add(new MissingEntry(DisplayText.escape(path), reason, words));
  }
}
