package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.transfer.IgnoreRules;
import io.localstream.domain.transfer.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is being walked.
 *
 * @param sent its path in the transfer
 * @param key tells it from every other
 * @param around the folder that it was found in; nothing for the one that was typed
 * @param rules what is left out in it, without its own .gitignore
 */
record SourceFolder(
    Path path, RelativePath sent, Object key, @Nullable SourceFolder around, IgnoreRules rules) {
  private static final String GIT_IGNORE = ".gitignore";

  /** The names in it, in order; those that are no text are left out. */
  List<String> names(FoundSources found) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
      for (Path child : children) {
        String name = String.valueOf(child.getFileName());
        if (isPathOf(name, child)) {
          names.add(name);
        } else {
          found.leaveOut(
              child,
              FailureCode.FILE_NAME_UNSAFE,
              "can't be sent: its name is not text in UTF-8; rename it");
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(names);
    return names;
  }

  /** Whether the name leads back to where it was found, which bytes that are no text do not. */
  private boolean isPathOf(String name, Path child) {
    try {
      return path.resolve(name).equals(child);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  /** What is left out in it; git does not follow a link there either. */
  IgnoreRules rulesInside() throws IOException {
    Path file = path.resolve(GIT_IGNORE);
    if (!rules.readGitIgnore() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return rules;
    }
    return rules.in(below(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  /** Its path from the folder that was typed on; empty for that one. */
  private String below() {
    int slash = sent.value().indexOf('/');
    return slash < 0 ? "" : sent.value().substring(slash + 1);
  }

  /** The path of what is in it, as the rules see it. */
  String below(String name) {
    return around == null ? name : below() + "/" + name;
  }

  /** Whether it is, or lies in, the one with that key. */
  boolean isWithin(Object other) {
    for (SourceFolder folder = this; folder != null; folder = folder.around()) {
      if (folder.key().equals(other)) {
        return true;
      }
    }
    return false;
  }

  /** The one that was typed. */
  SourceFolder outermost() {
    SourceFolder folder = this;
    while (folder.around() != null) {
      folder = folder.around();
    }
    return folder;
  }
}
