package io.localstream.adapters.cli;

import io.localstream.domain.transfer.FileReference;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command sends; closing it removes what had to be kept meanwhile. */
final class Content implements AutoCloseable {
  private static final String NOTE = "note.txt";

  private final List<FileReference> files;
  private final boolean note;
  private final @Nullable PrivateFolder folder;

  private Content(List<FileReference> files, boolean note, @Nullable PrivateFolder folder) {
    this.files = List.copyOf(files);
    this.note = note;
    this.folder = folder;
  }

  static Content files(List<FileReference> files) {
    return new Content(files, false, null);
  }

  /** Standard input to its end, under that name. */
  static Content input(String name, Surroundings surroundings) throws InterruptedException {
    InputStream in = surroundings.standardInput();
    return kept(surroundings, false, folder -> folder.keepInput(name, in));
  }

  static Content note(InputStream text, Surroundings surroundings) throws InterruptedException {
    return kept(surroundings, true, folder -> folder.keep(NOTE, text));
  }

  @FunctionalInterface
  private interface Keeping {
    FileReference in(PrivateFolder folder) throws InterruptedException;
  }

  private static Content kept(Surroundings surroundings, boolean note, Keeping keeping)
      throws InterruptedException {
    PrivateFolder folder = PrivateFolder.create(surroundings);
    boolean done = false;
    try {
      Content content = new Content(List.of(keeping.in(folder)), note, folder);
      done = true;
      return content;
    } finally {
      if (!done) {
        folder.close();
      }
    }
  }

  List<FileReference> files() {
    return files;
  }

  /** Whether it is a text to be read at once. */
  boolean note() {
    return note;
  }

  @Override
  public void close() {
    if (folder != null) {
      folder.close();
    }
  }
}
