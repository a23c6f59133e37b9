package io.localstream.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk of a test's own; who makes one has to be allowed to. */
final class Disk implements AutoCloseable {
  private final Path folder;
  private final Path filler;

  private Disk(Path folder) {
    this.folder = folder;
    this.filler = folder.resolve("filler");
  }

  /** Whether this user can make one in memory. */
  static boolean canBeMade() {
    return works(
        "d=$(mktemp -d) && mount -t tmpfs -o size=64k none \"$d\" && umount \"$d\" || made=no;"
            + " rmdir \"$d\"; [ -z \"${made:-}\" ]");
  }

  /** Whether this user can make one in a file, and find it again. */
  static boolean canBeMadeInFile() {
    return works(
        "d=$(mktemp -d) && mkdir \"$d/at\" && truncate -s 4M \"$d/image\""
            + " && mkfs.ext4 -q \"$d/image\" && mount -o loop \"$d/image\" \"$d/at\""
            + " && findmnt \"$d/at\" && umount \"$d/at\" || made=no;"
            + " rm -rf --one-file-system \"$d\"; [ -z \"${made:-}\" ]");
  }

  /** Whether this script, without any arguments, succeeds. */
  static boolean works(String script) {
    try {
      shell(script);
      return true;
    } catch (AssertionError _) {
      return false;
    }
  }

  /** One in memory, in the place of an empty folder. */
  static Disk inMemory(Path folder, String size) {
    shell("mount -t tmpfs -o size=\"$1\" none \"$2\"", size, folder);
    return new Disk(folder);
  }

  /** One in a file, which becomes read-only when something is wrong with it. */
  static Disk inFile(Path image, Path folder, String size) {
    shell(
        "truncate -s \"$1\" \"$2\" && mkfs.ext4 -q -m 0 \"$2\""
            + " && mount -o loop,errors=remount-ro \"$2\" \"$3\"",
        size,
        image,
        folder);
    return new Disk(folder);
  }

  /** Takes all of its space, but for a little. */
  void fill() {
    shell("head -c 1T /dev/zero > \"$1\" 2> /dev/null || truncate -s -64K \"$1\"", filler);
  }

  /** Gives back what was taken. */
  void empty() {
    try {
      Files.delete(filler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void makeReadOnly() {
    shell("mount -o remount,ro \"$1\"", folder);
  }

  void makeWritable() {
    shell("mount -o remount,rw \"$1\"", folder);
  }

  /** Has the file system find a fault in itself, whoever uses it just now. */
  void fail() {
    shell(
        "echo fault > /sys/fs/ext4/$(basename \"$(findmnt -no SOURCE \"$1\")\")/trigger_fs_error",
        folder);
  }

  @Override
  public void close() {
    shell("umount -l \"$1\"", folder);
  }

  /** Runs it, with what follows as its arguments. */
  static void shell(String script, Object... arguments) {
    String[] command = new String[arguments.length + 4];
    command[0] = "sh";
    command[1] = "-c";
    command[2] = script;
    command[3] = "sh";
    for (int number = 0; number < arguments.length; number++) {
      command[number + 4] = arguments[number].toString();
    }
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
