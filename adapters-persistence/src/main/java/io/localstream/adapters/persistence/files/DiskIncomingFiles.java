package io.localstream.adapters.persistence.files;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.failure.SpaceShortage;
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
    Landing landing = Targets.choose(paths, manifest, destination, rules).besideOthers(destination);
    MadeFolder folder = folder(landing);
    boolean opened = false;
    try {
      KeptManifest wanted = new KeptManifest(sender, manifest);
      DiskIncomingTree tree =
          open(landing, progress(transfer, landing, wanted, destination), destination, folder);
      opened = true;
      return tree;
    } finally {
      if (!opened) {
        folder.removeIfEmpty();
      }
    }
  }

  private static MadeFolder folder(Landing landing) {
    try {
      return MadeFolder.ifMissing(landing.folder());
    } catch (IOException e) {
      throw WriteFailure.of(landing.folder(), e);
    }
  }

  private static Progress progress(
      TransferId transfer, Landing landing, KeptManifest wanted, Destination destination) {
    try {
      return new Leftovers(landing.folder(), wanted, destination).open(transfer);
    } catch (IOException e) {
      throw WriteFailure.of(landing.named(0), e);
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
    Landing landing = Targets.choose(paths, manifest, destination, rules).besideOthers(destination);
    return new Outlook(landing, destination)
        .with(new LeftoverGlimpse(landing.folder(), new KeptManifest(sender, manifest)).best());
  }

  private static DiskIncomingTree open(
      Landing foreseen, Progress progress, Destination destination, MadeFolder folder) {
    boolean opened = false;
    try {
      Landing landing = judged(foreseen, progress, destination);
      Unwanted unwanted = Conflicts.find(landing, destination, progress);
      DiskIncomingTree tree =
          new DiskIncomingTree(
              landing, progress, unwanted, destination, folder.holding(progress.folder()));
      requireSpace(landing, tree.stored(), progress);
      progress.reserveSpace();
      opened = true;
      return tree;
    } finally {
      if (!opened) {
        progress.close();
      }
    }
  }

  private static void requireSpace(Landing landing, StreamRanges stored, Progress progress) {
    long reserveBytes = progress.reserveBytes();
    long neededBytes =
        landing.manifest().totalBytes()
            - stored.bytes()
            - UnnotedSpace.bytes(progress.folder(), landing.manifest(), stored);
    long freeBytes = WriteFailure.freeBytes(landing.folder());
    if (freeBytes - reserveBytes < neededBytes) {
      throw new LocalStreamException(
          new SpaceShortage(Math.max(neededBytes, neededBytes + reserveBytes), freeBytes),
          TypedPaths.show(landing.named(0))
              + " needs "
              + ByteCount.show(Math.max(neededBytes, neededBytes + reserveBytes))
              + ", but only "
              + ByteCount.show(freeBytes)
              + " are free there; free some space or receive it elsewhere");
    }
  }
}
