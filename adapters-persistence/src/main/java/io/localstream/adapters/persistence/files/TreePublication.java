package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingTree.Arrival;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes what has arrived visible: folders and files, then the links, so that nothing can be put
 * through one of them, then the folders' times. What fails alone does not stop the rest.
 */
final class TreePublication {
  private final Landing landing;
  private final PartFolder parts;
  private final Publication publication;
  private final FolderWalk walk;

  private final Set<String> saved = new LinkedHashSet<>();
  private final Map<Integer, MissingEntry> missing = new TreeMap<>();
  private @Nullable LocalStreamException firstFailure;
  private final BitSet kept = new BitSet();

  /** The outermost one that was told of last, and a slash. */
  private String lastFolder = "";

  private TreePublication(
      Landing landing, PartFolder parts, Destination destination, FolderWalk walk) {
    this.landing = landing;
    this.parts = parts;
    this.publication = new Publication(parts, destination);
    this.walk = walk;
  }

  /**
   * Publishes.
   *
   * @param wanted tells by its place in the manifest whether an entry is to become visible
   * @throws LocalStreamException nothing could be, for this reason
   */
  static Arrival run(
      Landing landing, Progress progress, Destination destination, IntPredicate wanted) {
    PartFolder parts = progress.folder();
    try (FolderWalk walk = new FolderWalk(landing, progress)) {
      parts.requireInPlace();
      TreePublication publication = new TreePublication(landing, parts, destination, walk);
      publication.publishAll(wanted);
      walk.finish();
      return publication.arrival();
    } catch (IOException e) {
      throw WriteFailure.of(landing.named(0), e);
    }
  }

  private Arrival arrival() {
    if (saved.isEmpty() && kept.isEmpty() && firstFailure != null) {
      throw firstFailure;
    }
    return new Arrival(
        saved.stream().map(FileReference::new).toList(),
        EntrySet.of(kept),
        MissingEntries.of(missing));
  }

  private void publishAll(IntPredicate wanted) {
    boolean links = false;
    for (int file = 0; file < landing.count(); file++) {
      if (landing.manifest().isLink(file)) {
        links = true;
      } else if (wanted.test(file)) {
        tryToPublish(file);
      }
    }
    for (int file = 0; links && file < landing.count(); file++) {
      if (landing.manifest().isLink(file) && wanted.test(file)) {
        tryToPublish(file);
      }
    }
  }

  private void tryToPublish(int file) {
    try {
      publish(file);
    } catch (FileAlreadyExistsException _) {
      fail(
          file,
          Targets.taken(
              landing.named(file),
              "was created meanwhile and is left alone; receive it elsewhere"));
    } catch (UnsupportedOperationException e) {
      fail(file, WriteFailure.of(landing.named(file), new IOException("no links here", e)));
    } catch (IOException e) {
      fail(file, WriteFailure.of(landing.named(file), e));
    } catch (LocalStreamException e) {
      fail(file, e);
    }
  }

  private void fail(int file, LocalStreamException failure) {
    firstFailure = firstFailure == null ? failure : firstFailure;
    missing.put(file, landing.missing(file, failure));
  }

  private void publish(int file) throws IOException {
    String path = landing.path(file);
    switch (landing.entry(file)) {
      case ManifestEntry.Folder _ -> {
        walk.enter(path);
        tell(path, path);
      }
      case ManifestEntry.File entry -> {
        parts.restrict(PartFolder.name(file), entry.permissions());
        publish(file, PartFolder.name(file), entry);
      }
      case ManifestEntry.Link link -> {
        PartMaking.makeLink(parts, link.target());
        publish(file, PartFolder.LINK, link);
      }
    }
  }

  private void publish(int file, String part, ManifestEntry entry) throws IOException {
    String path = landing.path(file);
    Place place = walk.enter(Landing.parent(path));
    Optional<String> name = publication.publish(part, place, Landing.last(path), entry);
    if (name.isPresent()) {
      tell(path, name.get());
    } else {
      kept.set(file);
    }
  }

  private void tell(String path, String name) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      saved.add(landing.folder().resolve(name).toString());
    } else if (!path.startsWith(lastFolder) || lastFolder.length() != slash + 1) {
      lastFolder = path.substring(0, slash + 1);
      saved.add(landing.folder().resolve(path.substring(0, slash)).toString());
    }
  }
}
