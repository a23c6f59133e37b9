package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.NameRules;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * What names a folder can hold, by the type of its file system: nothing is written to find out.
 * What a type does not tell shows when a name is used, and then that entry is left out.
 */
final class FileSystemNames {
  /** FAT, NTFS, SMB and shared folders of virtual machines, as Linux and macOS call them. */
  private static final Set<String> OF_WINDOWS =
      Set.of(
          "vfat",
          "msdos",
          "fat",
          "exfat",
          "ntfs",
          "ntfs3",
          "fuseblk",
          "fuse.exfat",
          "fuse.ntfs",
          "fuse.ntfs-3g",
          "cifs",
          "smb3",
          "smbfs",
          "fuse.smbnetfs",
          "vboxsf",
          "drvfs",
          "fuse.vmhgfs-fuse",
          "prl_fs");

  private static final Set<String> OF_MACOS = Set.of("apfs", "hfs", "hfsplus", "fuse.apfs");
  private static final NameRules FOLDING = new NameRules(false, true, NameRules.ANY.maxBytes());

  /** Names are encrypted, which makes them longer; see ecryptfs(7). */
  private static final NameRules ENCRYPTED = new NameRules(false, false, 143);

  private static final String PLAN_9 = "9p";

  private FileSystemNames() {}

  /** The rules of the file system that a folder is on. */
  static NameRules of(Path folder) {
    if (folder.getFileSystem().getSeparator().equals("\\")) {
      return NameRules.PORTABLE;
    }
    try {
      FileStore store = Files.getFileStore(folder);
      return of(store.type(), store.name());
    } catch (IOException _) {
      return NameRules.ANY;
    }
  }

  /**
   * The rules of a type.
   *
   * @param device what is mounted
   */
  static NameRules of(String type, String device) {
    String name = type.toLowerCase(Locale.ROOT);
    if (OF_WINDOWS.contains(name) || (name.equals(PLAN_9) && isDriveOfWindows(device))) {
      return NameRules.PORTABLE;
    }
    if (OF_MACOS.contains(name)) {
      return FOLDING;
    }
    return name.equals("ecryptfs") ? ENCRYPTED : NameRules.ANY;
  }

  /** A Linux below Windows reaches the drives in this way. */
  private static boolean isDriveOfWindows(String device) {
    return device.equals("drvfs") || (device.length() >= 2 && device.charAt(1) == ':');
  }
}
