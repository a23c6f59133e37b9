package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out whether files hold as much as their size says. For one thread. */
final class TrueSizes {
  /** File systems of Linux in which the size of a file says nothing; some block who reads. */
  private static final Set<String> SIZELESS =
      Set.of(
          "proc",
          "sysfs",
          "cgroup",
          "cgroup2",
          "debugfs",
          "tracefs",
          "securityfs",
          "configfs",
          "fusectl",
          "pstore",
          "bpf",
          "efivarfs",
          "binfmt_misc",
          "selinuxfs",
          "rpc_pipefs",
          "nsfs");

  private final Map<String, Boolean> sizeless = new HashMap<>();
  private @Nullable SourcePlace last;
  private boolean lastIsSizeless;

  /**
   * The attributes of a file whose size is true, as far as that can be seen before it is read.
   *
   * @param now what it seems to be
   * @throws FalseSizeException it is not
   */
  BasicFileAttributes require(SourcePlace place, BasicFileAttributes now, Reading reading)
      throws IOException {
    if (isSizeless(place)) {
      throw new FalseSizeException();
    }
    if (now.size() > 0 || !holdsSomething(reading)) {
      return now;
    }
    BasicFileAttributes later = reading.attributes();
    if (later.size() == 0) {
      throw new FalseSizeException();
    }
    return later;
  }

  /** How the file is looked at. */
  interface Reading {
    FileChannel open() throws IOException;

    BasicFileAttributes attributes() throws IOException;
  }

  private static boolean holdsSomething(Reading reading) throws IOException {
    try (FileChannel channel = reading.open()) {
      return channel.read(ByteBuffer.allocate(1)) > 0;
    }
  }

  @SuppressWarnings("ReferenceEquality") // A place is equal to itself only.
  private boolean isSizeless(SourcePlace place) {
    if (place != last) {
      // The key of a folder begins with its device, of which there are few.
      String device = place.key().toString().split(",", 2)[0];
      lastIsSizeless = sizeless.computeIfAbsent(device, _ -> isSizelessAt(place));
      last = place;
    }
    return lastIsSizeless;
  }

  private static boolean isSizelessAt(SourcePlace place) {
    try {
      return SIZELESS.contains(Files.getFileStore(place.path()).type());
    } catch (IOException _) {
      return false;
    }
  }
}
