package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Adds up what is found to be sent, and keeps what is left out. For one thread. */
final class FoundSources {
  private final Consumer<SourceFile> each;
  private final List<MissingEntry> missing = new ArrayList<>();
  private int size;
  private long totalBytes;

  /**
   * Nothing yet.
   *
   * @param each is given what is found, in order
   */
  FoundSources(Consumer<SourceFile> each) {
    this.each = each;
  }

  void add(SourceFile source) {
    if (size == Manifest.MAX_ENTRIES) {
      throw tooMuch("there are more than " + Manifest.MAX_ENTRIES + " files and folders to send");
    }
    if (totalBytes > Long.MAX_VALUE - source.entry().sizeBytes()) {
      throw tooMuch("the files have more than 8 EiB together");
    }
    totalBytes += source.entry().sizeBytes();
    size++;
    each.accept(source);
  }

  private static LocalStreamException tooMuch(String what) {
    return new LocalStreamException(
        FailureCode.INVALID_ARGUMENT, what + "; send them in several parts", null);
  }

  /**
   * Notes what is not sent while the rest is.
   *
   * @param words the rest of a line that begins with the path
   */
  void leaveOut(Path path, FailureCode reason, String words) {
    missing.add(new MissingEntry(TypedPaths.show(path), reason, words));
  }

  /** Of all files together. */
  long totalBytes() {
    return totalBytes;
  }

  List<MissingEntry> missing() {
    return List.copyOf(missing);
  }
}
