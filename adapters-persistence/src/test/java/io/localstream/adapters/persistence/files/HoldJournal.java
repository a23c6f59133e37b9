package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A process that holds the lock of a journal until it is killed; or, where a folder is named, as
 * one who only looks, until something has come into that.
 */
final class HoldJournal {
  private HoldJournal() {}

  public static void main(String[] arguments) throws IOException {
    boolean looking = arguments.length > 1;
    try (FileChannel channel =
        FileChannel.open(
            Path.of(arguments[0]), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.lock(0, Long.MAX_VALUE, looking);
      if (looking) {
        long before = count(Path.of(arguments[1]));
        System.out.println("LOCKED");
        while (count(Path.of(arguments[1])) == before) {
          Thread.onSpinWait();
        }
      } else {
        System.out.println("LOCKED");
        System.in.read();
      }
    }
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      return there.count();
    }
  }
}
