package io.localstream.adapters.cli;

import io.localstream.domain.display.DisplayText;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;

/** Files and folders that a begun path may become. */
final class PathCandidates {
  private static final int MOST = 1_000;

  private PathCandidates() {}

  /** Folders end with a separator, so that typing goes on in them; hidden files when asked for. */
  static List<Candidate> of(String begun) {
    int end = Math.max(begun.lastIndexOf('/'), begun.lastIndexOf(File.separatorChar)) + 1;
    String folder = begun.substring(0, end);
    boolean hidden = begun.substring(end).startsWith(".");
    List<Candidate> found = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (found.size() < MOST && (hidden || !name.startsWith("."))) {
          found.add(candidate(folder, name, Files.isDirectory(entry)));
        }
      }
    } catch (IOException | InvalidPathException | SecurityException _) {
      // A folder that can't be read has nothing to offer.
      return List.of();
    }
    return found;
  }

  private static Candidate candidate(String folder, String name, boolean isFolder) {
    String shown = DisplayText.escape(name) + (isFolder ? "/" : "");
    String value = folder + name + (isFolder ? "/" : "");
    return new Candidate(value, shown, null, null, null, null, !isFolder);
  }
}
