package io.localstream.adapters.persistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The users and groups of this machine, as {@code passwd} and {@code group} name them (see their
 * manual pages, section 5). A directory service may know more; so a user or a group that is not
 * named here is not known to be alone.
 */
final class Accounts {
  private static final int NUMBER = 2;
  private static final int FOURTH = 3;
  private static final String ROOT = "root";

  private final Path folder;

  /**
   * @param folder the one of {@code passwd} and {@code group}, {@code /etc}
   */
  Accounts(Path folder) {
    this.folder = folder;
  }

  /** Whether a group holds that user and root at most. */
  boolean isAlone(int user, int group) {
    try {
      List<String[]> users = rows("passwd");
      if (users.stream().noneMatch(each -> each[NUMBER].equals("" + user))) {
        return false;
      }
      Set<String> members = new HashSet<>();
      Optional<String[]> row =
          rows("group").stream().filter(each -> each[NUMBER].equals("" + group)).findFirst();
      if (row.isEmpty()) {
        return false;
      }
      members.addAll(Arrays.asList(row.get()[FOURTH].split(",")));
      users.stream()
          .filter(each -> each[FOURTH].equals("" + group))
          .forEach(each -> members.add(each[0]));
      users.stream()
          .filter(each -> each[NUMBER].equals("" + user))
          .forEach(each -> members.remove(each[0]));
      members.removeAll(Set.of(ROOT, ""));
      return members.isEmpty();
    } catch (IOException _) {
      return false;
    }
  }

  private List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file), StandardCharsets.ISO_8859_1).stream()
        .map(line -> line.split(":", -1))
        .filter(row -> row.length > FOURTH)
        .toList();
  }
}
