package io.localstream.adapters.persistence.files;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A file system of a certain kind in a file, mounted with a mask, if this machine can do that. */
final class MountedImage implements AutoCloseable {
  private final Path folder;

  private MountedImage(Path folder) {
    this.folder = folder;
  }

  /**
   * The kinds that keep no permissions, and how they are made and mounted ($1 image, $2 folder).
   */
  enum Kind {
    EXFAT(
        "truncate -s 64M \"$1\" && mkfs.exfat \"$1\"",
        "mount -t exfat -o loop,umask=$3 \"$1\" \"$2\""
            + " || mount.exfat-fuse -o umask=$3 \"$(losetup -f --show \"$1\")\" \"$2\""),
    NTFS(
        "truncate -s 64M \"$1\" && mkfs.ntfs -F -q \"$1\"",
        "ntfs-3g -o umask=$3 \"$(losetup -f --show \"$1\")\" \"$2\""),
    FAT(
        "truncate -s 64M \"$1\" && mkfs.vfat \"$1\"",
        "mount -t vfat -o loop,utf8,umask=$3 \"$1\" \"$2\"");

    private final String making;
    private final String mounting;

    Kind(String making, String mounting) {
      this.making = making;
      this.mounting = mounting;
    }
  }

  /** Mounts a new one at an empty folder; skips the test if that can't be done. */
  static MountedImage at(Path folder, Path image, Kind kind, String mask) {
    assumeTrue(
        shell(kind.making, image, folder, mask) && shell(kind.mounting, image, folder, mask),
        "no " + kind + ": needs root, loop devices and the programs for it");
    return new MountedImage(folder);
  }

  @Override
  public void close() {
    String unmounting =
        "device=$(findmnt -no SOURCE \"$1\") && umount \"$1\" && losetup -d \"$device\" || true";
    if (!shell(unmounting, folder)) {
      throw new AssertionError("can't unmount " + folder);
    }
  }

  private static boolean shell(String script, Object... arguments) {
    String[] command = new String[arguments.length + 4];
    System.arraycopy(new String[] {"sh", "-c", script, "sh"}, 0, command, 0, 4);
    for (int number = 0; number < arguments.length; number++) {
      command[number + 4] = arguments[number].toString();
    }
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
