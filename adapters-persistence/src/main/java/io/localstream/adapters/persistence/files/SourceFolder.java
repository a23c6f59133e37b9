package io.localstream.adapters.persistence.files;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.transfer.IgnoreRules;
import io.localstream.domain.transfer.RelativePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A folder that is being walked.
 *
 * @param open open as long as it is walked
 * @param sent its path in the transfer
 * @param rules what is left out in it, without its own .gitignore
 */
record SourceFolder(SourcePlace place, OpenFolder open, RelativePath sent, IgnoreRules rules) {
  private static final String GIT_IGNORE = ".gitignore";

  /** The names in it, in order; those that are no text are left out. */
  List<String> names(FoundSources found) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path child : open.names()) {
      String name = child.toString();
      if (TypedPaths.isText(child)) {
        names.add(name);
      } else {
        found.leaveOut(
            path(name),
            FailureCode.FILE_NAME_UNSAFE,
            "can't be sent: its name is not text in UTF-8; rename it");
      }
    }
    Collections.sort(names);
    return names;
  }

  /** The path of what is in it. */
  Path path(String name) {
    return place.path().resolve(name);
  }

  /** What is left out in it; git does not follow a link there either. */
  IgnoreRules rulesInside() throws IOException {
    if (!rules.readGitIgnore() || !hasGitIgnore()) {
      return rules;
    }
    try (FileChannel channel = open.open(GIT_IGNORE, LinkOption.NOFOLLOW_LINKS);
        InputStream in = Channels.newInputStream(channel)) {
      return rules.in(below(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private boolean hasGitIgnore() throws IOException {
    try {
      return open.attributes(GIT_IGNORE, LinkOption.NOFOLLOW_LINKS).isRegularFile();
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /** Its path from the folder that was typed on; empty for that one. */
  private String below() {
    int slash = sent.value().indexOf('/');
    return slash < 0 ? "" : sent.value().substring(slash + 1);
  }

  /** The path of what is in it, as the rules see it. */
  String below(String name) {
    return place.around() == null ? name : below() + "/" + name;
  }
}
