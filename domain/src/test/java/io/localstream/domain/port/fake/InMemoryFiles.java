package io.localstream.domain.port.fake;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.failure.SpaceShortage;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.NameRules;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.TransferId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One file space in memory that serves both directions: what a test {@link #put}s can be sent, what
 * arrives can be looked at, and things can be made to go wrong. Paths are segments joined by {@code
 * /}; {@code .} is the folder that always exists, others appear with the files in them or by {@link
 * #makeFolder}. Safe for several threads.
 */
public final class InMemoryFiles implements OutgoingFiles, IncomingFiles {
  private final InMemoryFileSpace space = new InMemoryFileSpace();
  private final List<FileReference> discarded = new CopyOnWriteArrayList<>();

  /** Writes a file, or replaces it; each time it gets a later modification time. */
  public FileReference put(String path, byte[] content) {
    return put(path, content, 0644);
  }

  /** Writes a file with these POSIX permission bits. */
  public FileReference put(String path, byte[] content, int permissions) {
    space.put(path, content, permissions);
    return new FileReference(path);
  }

  public FileReference makeFolder(String path) {
    space.makeFolder(path);
    return new FileReference(path);
  }

  /** Makes a symbolic link; the target is its text. */
  public FileReference link(String path, String target) {
    space.link(path, target);
    return new FileReference(path);
  }

  public void delete(String path) {
    space.delete(path);
  }

  /** Gives a file another name; it stays what it was. */
  public void rename(String path, String newPath) {
    space.rename(path, newPath);
  }

  /** The content that is visible under a path. */
  public Optional<byte[]> content(String path) {
    return space.find(path).map(file -> file.content().clone());
  }

  /** Size, modification time and permissions of what is visible under a path. */
  public Optional<ManifestEntry> describe(String path) {
    return space.find(path).map(file -> entry(path, file));
  }

  /** Where the symbolic link leads that is visible under a path. */
  public Optional<String> linkTarget(String path) {
    return space.link(path);
  }

  /** The paths of everything that is visible, sorted; folders without a trailing slash. */
  public List<String> visible() {
    return space.visible();
  }

  /** Lets the space hold only such names from now on. */
  public void holdOnly(NameRules rules) {
    space.holdOnly(rules);
  }

  /** How many files have begun to arrive and are neither committed nor closed. */
  public int unfinished() {
    return space.unfinished();
  }

  /** Lets every write fail with {@code NO_SPACE} once that many more bytes have arrived. */
  public void fillDiskAfter(long bytes) {
    space.fillDiskAfter(bytes);
  }

  /** Lets a byte of every stream that arrives be another one, as a bad disk may. */
  public void damageStoredAt(long streamOffset) {
    space.damageStoredAt(streamOffset);
  }

  /**
   * Runs once, just before the read that passes that many bytes from now on: change a file in it.
   */
  public void afterReading(long bytes, Runnable action) {
    space.afterReading(bytes, action);
  }

  /** Runs once, just before the next commit publishes: take the name away in it. */
  public void beforeCommit(Runnable action) {
    space.beforeCommit(action);
  }

  @Override
  public OutgoingTree open(List<FileReference> sources, Selection selection) {
    return new InMemorySourceWalk(space, selection).open(sources);
  }

  @Override
  public long measure(List<FileReference> sources, Selection selection) {
    try (OutgoingTree tree = open(sources, selection)) {
      return tree.manifest().totalBytes();
    }
  }

  /** There is one working folder only. */
  @Override
  public FileReference absolute(FileReference source) {
    return source;
  }

  private static ManifestEntry entry(String path, InMemoryFileSpace.StoredFile file) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new ManifestEntry.File(
        new RelativePath(name), file.content().length, file.modified(), file.permissions());
  }

  @Override
  public IncomingTree open(
      TransferId transfer, DeviceId sender, Manifest manifest, Destination destination) {
    String target = destination.target().value();
    List<String> targets = targets(manifest, destination);
    if (isTooMuch(manifest)) {
      throw new LocalStreamException(
          new SpaceShortage(manifest.totalBytes(), InMemoryFileSpace.CAPACITY_BYTES),
          DisplayText.escape(targets.getFirst()) + " does not fit");
    }
    String folder = folder(manifest, target);
    byte[] stream = new byte[(int) manifest.totalBytes()];
    InMemoryPartial fresh =
        new InMemoryPartial(sender, folder, manifest, stream, StreamRanges.none());
    return new InMemoryIncomingTree(
        space, fresh, targets, new InMemoryPublication(space, destination));
  }

  private static boolean isTooMuch(Manifest manifest) {
    return manifest.totalBytes() > InMemoryFileSpace.CAPACITY_BYTES;
  }

  @Override
  public ReceptionPlan plan(DeviceId sender, Manifest manifest, Destination destination) {
    String target = destination.target().value();
    List<String> targets = targets(manifest, destination);
    String folder = folder(manifest, target);
    return new InMemoryOutlook(space, manifest, destination)
        .plan(
            targets,
            new InMemoryPartial(
                sender,
                folder,
                manifest,
                new byte[isTooMuch(manifest) ? 0 : (int) manifest.totalBytes()],
                StreamRanges.none()));
  }

  @Override
  public void discard(TransferId transfer, FileReference remains) {
    discarded.add(remains);
  }

  /** What was to be discarded so far. */
  public List<FileReference> discarded() {
    return List.copyOf(discarded);
  }

  private List<String> targets(Manifest manifest, Destination destination) {
    String target = destination.target().value();
    if (isFolder(manifest, target)) {
      List<String> targets = new InMemoryNames(space, manifest, destination).targets();
      return new InMemoryFolderNames(space).besideOthers(targets, manifest, destination);
    }
    requireFolder(target, InMemoryFileSpace.parent(target));
    return List.of(target);
  }

  /** One that is missing appears with the first file in it. */
  private boolean isFolder(Manifest manifest, String target) {
    if (space.isFolder(target)) {
      return true;
    }
    boolean file =
        manifest.entries().size() == 1
            && manifest.entries().getFirst() instanceof ManifestEntry.File;
    if (file && !target.endsWith("/")) {
      return false;
    }
    requireFolder(target, space.isTaken(target) ? target : InMemoryFileSpace.parent(target));
    return true;
  }

  private void requireFolder(String target, String folder) {
    if (!space.isFolder(folder)) {
      throw new LocalStreamException(
          FailureCode.FILE_MISSING, DisplayText.escape(target) + ": there is no such folder");
    }
  }

  private String folder(Manifest manifest, String target) {
    return isFolder(manifest, target) ? target : InMemoryFileSpace.parent(target);
  }
}
