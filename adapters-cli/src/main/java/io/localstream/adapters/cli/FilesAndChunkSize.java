package io.localstream.adapters.cli;

import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.FileReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files that are sent, and how they are cut. The size of the chunks may stand behind the files
 * without its name: the last of several words is one when it begins like a number and there is no
 * file of that name.
 */
record FilesAndChunkSize(List<FileReference> files, ChunkSize chunkSize) {
  private static final Pattern SIZE = Pattern.compile("\\d+[A-Za-z]{0,3}");

  static FilesAndChunkSize of(List<FileReference> words, Optional<ChunkSize> named) {
    String last = words.getLast().value();
    boolean isSize =
        named.isEmpty()
            && words.size() > 1
            && SIZE.matcher(last).matches()
            && Files.notExists(Path.of(last));
    return isSize
        ? new FilesAndChunkSize(words.subList(0, words.size() - 1), size(last))
        : new FilesAndChunkSize(words, named.orElse(ChunkSize.DEFAULT));
  }

  private static ChunkSize size(String word) {
    try {
      return ChunkSize.parse(word);
    } catch (IllegalArgumentException e) {
      throw Usage.mistake("CHUNK_SIZE '" + word + "': " + e.getMessage(), "help send_file");
    }
  }
}
