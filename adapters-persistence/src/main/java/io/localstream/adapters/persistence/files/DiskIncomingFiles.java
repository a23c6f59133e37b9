package io.localstream.adapters.persistence.files;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.NameRules;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.TransferId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/**
 * Keeps what arrives in this machine's file system: hidden beside its final name until all of the
 * transfer is complete and forced to disk. Safe for several threads.
 */
public final class DiskIncomingFiles implements IncomingFiles {
  private final TypedPaths paths;
  private final Function<Path, NameRules> rules;

  /**
   * @param base the folder that relative paths start at: the program's working folder
   * @param userHome the folder that {@code ~} stands for
   */
  public DiskIncomingFiles(Path base, Path userHome) {
    this(base, userHome, FileSystemNames::of);
  }

  /**
   * @param rules what names a folder can hold
   */
  DiskIncomingFiles(Path base, Path userHome, Function<Path, NameRules> rules) {
    paths = new TypedPaths(base, userHome);
    this.rules = rules;
  }

  @Override
  public IncomingTree open(
      TransferId transfer, DeviceId sender, Manifest manifest, Destination destination) {
    Landing landing = Targets.choose(paths, manifest, destination, rules);
    KeptManifest wanted = new KeptManifest(sender, manifest);
    Progress progress;
    try {
      progress = new Leftovers(landing.folder(), wanted, destination).open(transfer);
    } catch (IOException e) {
      throw WriteFailure.of(landing.named(0), e);
    }
    boolean opened = false;
    try {
      DiskIncomingTree tree = open(judged(landing, progress, destination), progress, destination);
      opened = true;
      return tree;
    } finally {
      if (!opened) {
        progress.close();
      }
    }
  }

  /** Another of two like names would quietly take the place of the first. */
  private static Landing judged(Landing landing, Progress progress, Destination destination) {
    boolean unforeseen =
        !landing.isNamed()
            && landing.count() > 1
            && !landing.names().rules().folding()
            && foldsNames(progress);
    return unforeseen ? landing.folding(destination.names()) : landing;
  }

  /** Whether letter case makes no difference, as in some folders of ext4 and F2FS. */
  private static boolean foldsNames(Progress progress) {
    return progress.folder().look(Journal.NAME.toUpperCase(Locale.ROOT)).isPresent();
  }

  @Override
  public void discard(TransferId transfer, FileReference remains) {
    paths
        .resolve(remains)
        .ifPresent(folder -> {
          try {
            PartRemains.remove(folder);
          } catch (IOException e) {
            throw WriteFailure.of(folder, e);
          }
        });
  }

  @Override
  public ReceptionPlan plan(DeviceId sender, Manifest manifest, Destination destination) {
    Landing landing = Targets.choose(paths, manifest, destination, rules);
    return new Outlook(landing, destination)
        .with(new LeftoverGlimpse(landing.folder(), new KeptManifest(sender, manifest)).best());
  }

  private static DiskIncomingTree open(
      Landing landing, Progress progress, Destination destination) {
    Unwanted unwanted = Conflicts.find(landing, destination, progress);
    DiskIncomingTree tree = new DiskIncomingTree(landing, progress, unwanted, destination);
    requireSpace(landing, tree.stored(), progress.reserveBytes());
    progress.reserveSpace();
    return tree;
  }

  private static void requireSpace(Landing landing, StreamRanges stored, long reserveBytes) {
    long neededBytes = landing.manifest().totalBytes() - stored.bytes();
    long freeBytes = WriteFailure.freeBytes(landing.folder().resolve("any"));
    if (freeBytes - reserveBytes < neededBytes) {
      throw new LocalStreamException(
          FailureCode.NO_SPACE,
          TypedPaths.show(landing.named(0))
              + " needs "
              + ByteCount.show(Math.max(neededBytes, neededBytes + reserveBytes))
              + ", but only "
              + ByteCount.show(freeBytes)
              + " are free there; free some space or receive it elsewhere");
    }
  }
}
