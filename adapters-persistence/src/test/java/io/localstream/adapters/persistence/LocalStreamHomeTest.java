package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStreamHomeTest {
  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();

  private LocalStreamHome home(Path at) {
    return new LocalStreamHome(at, warnings::add);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void allow(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static void assertRefused(LocalStreamHome home, FailureCode code, String naming) {
    assertThatThrownBy(home::open)
        .asInstanceOf(type(LocalStreamException.class))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo(code))
        .satisfies(failure -> assertThat(failure).hasMessageContaining(naming));
  }

  /** What is found on first use. */
  @Nested
  class OnOpening {
    @Test
    void createsTheFolderForItsOwnerAlone() throws IOException {
      Path at = folder.resolve("data/localstream");

      assertThat(home(at).open()).isEqualTo(at.toRealPath());

      assertThat(permissions(at)).isEqualTo("rwx------");
      assertThat(permissions(at.getParent())).isEqualTo("rwx------");
      try (var content = Files.list(at)) {
        assertThat(content).isEmpty();
      }
      assertThat(warnings).isEmpty();
    }

    @Test
    void doesNothingBefore() {
      home(folder.resolve("home"));

      assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void closesAFolderThatIsOpenToOthersAndSaysSo() throws IOException {
      Path at = Files.createDirectory(folder.resolve("home"));
      allow(at, "rwxr-xr-x");

      home(at).open();
      home(at).open();

      assertThat(permissions(at)).isEqualTo("rwx------");
      assertThat(warnings).singleElement().asString().contains(at.toString());
    }

    @Test
    void leavesAFolderOfOtherThingsAsItIs() throws IOException {
      Path at = Files.createDirectory(folder.resolve("project"));
      Path other = Files.createFile(at.resolve("pom.xml"));
      allow(at, "rwxr-xr-x");

      assertRefused(home(at), FailureCode.HOME_INSECURE, at.toString());

      assertThat(permissions(at)).isEqualTo("rwxr-xr-x");
      assertThat(at).isDirectoryContaining(other::equals);
      try (var content = Files.list(at)) {
        assertThat(content).containsExactly(other);
      }
    }

    @Test
    void closesAHomeThatWasOpenedToOthers() throws IOException {
      Path at = Files.createDirectory(folder.resolve("home"));
      home(at).secret("key");
      Files.createFile(at.resolve("notes.txt"));
      allow(at, "rwxr-xr-x");

      home(at).open();

      assertThat(permissions(at)).isEqualTo("rwx------");
    }

    @Test
    void followsALinkOfTheUsersOwn() throws IOException {
      Path real = Files.createDirectory(folder.resolve("real"));
      allow(real, "rwx------");
      Path link = Files.createSymbolicLink(folder.resolve("link"), real);

      assertThat(home(link).open()).isEqualTo(real.toRealPath());
    }

    @Test
    void refusesWhatAnotherUserOwns() throws IOException {
      Path at = Files.createDirectory(folder.resolve("home"));
      giveAway(at);

      assertRefused(home(at), FailureCode.HOME_INSECURE, "belongs to another user");
    }

    @Test
    void refusesALinkToWhatAnotherUserOwns() throws IOException {
      Path theirs = Files.createDirectory(folder.resolve("theirs"));
      Path link = Files.createSymbolicLink(folder.resolve("link"), theirs);
      giveAway(theirs);

      assertRefused(home(link), FailureCode.HOME_INSECURE, "belongs to another user");
    }

    private void giveAway(Path path) throws IOException {
      UserPrincipal other =
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      try {
        Files.setOwner(path, other);
      } catch (FileSystemException _) {
        assumeTrue(false, "only root can give files away");
      }
    }

    @Test
    void refusesAFolderAboveInWhichAnybodyCanReplaceIt() throws IOException {
      Path open = Files.createDirectory(folder.resolve("open"));
      allow(open, "rwxrwxrwx");

      assertRefused(
          home(open.resolve("data").resolve("home")), FailureCode.HOME_INSECURE, open.toString());
    }

    @Test
    void refusesAFolderAboveThatAnotherUserOwns() throws IOException {
      Path theirs = Files.createDirectory(folder.resolve("theirs"));
      Path at = Files.createDirectories(theirs.resolve("data/home"));
      giveAway(theirs);

      assertRefused(home(at), FailureCode.HOME_INSECURE, theirs + " belongs to another user");
    }

    @Test
    void refusesAFolderAboveThatAGroupOfOthersCanWriteTo() throws IOException {
      Path shared = Files.createDirectory(folder.resolve("shared"));
      try {
        // A group that no machine has, so it may hold anybody.
        Files.setAttribute(shared, "unix:gid", 987_654);
      } catch (FileSystemException _) {
        assumeTrue(false, "only root can give a folder to such a group");
      }
      allow(shared, "rwxrwxr-x");

      assertRefused(home(shared.resolve("home")), FailureCode.HOME_INSECURE, "chmod g-w");

      allow(shared, "rwxr-xr-x");
      home(shared.resolve("home")).open();
    }

    @Test
    void acceptsAFolderAboveOfAGroupThatHoldsThisUserAlone() throws IOException {
      Path own = Files.createDirectory(folder.resolve("own"));
      assumeTrue(
          new Accounts(Path.of("/etc"))
              .isAlone(
                  (int) Files.getAttribute(own, "unix:uid"),
                  (int) Files.getAttribute(own, "unix:gid")),
          "this user shares the group");
      allow(own, "rwxrwxr-x");

      home(own.resolve("home")).open();

      assertThat(warnings).isEmpty();
    }

    @Test
    void refusesALinkThatAnotherUserCouldTurnElsewhere() throws IOException {
      Path real = Files.createDirectory(folder.resolve("real"));
      Path theirs = Files.createDirectory(folder.resolve("theirs"));
      Files.createSymbolicLink(theirs.resolve("inner"), real);
      Path link = Files.createSymbolicLink(folder.resolve("link"), theirs.resolve("inner"));
      giveAway(theirs);

      assertRefused(
          home(link.resolve("home")), FailureCode.HOME_INSECURE, theirs + " belongs to another");
    }

    @Test
    void doesNotFollowLinksForEver() throws IOException {
      Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
      Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));

      assertRefused(
          home(folder.resolve("a/home")), FailureCode.STORE_UNAVAILABLE, "can't be kept in");
    }

    @Test
    void acceptsASharedFolderInWhichNobodyCanReplaceIt() throws IOException {
      Path shared = Files.createDirectory(folder.resolve("shared"));
      Files.setAttribute(shared, "unix:mode", 01777);

      home(shared.resolve("home")).open();

      assertThat(warnings).isEmpty();
    }

    @Test
    void saysThatAFileIsInTheWay() throws IOException {
      Path at = Files.createFile(folder.resolve("home"));

      assertRefused(home(at), FailureCode.STORE_UNAVAILABLE, at.toString());
    }
  }

  /** Where it is unless a person says otherwise. */
  @Nested
  class ByDefault {
    private static Path find(String os, Map<String, String> environment) {
      Properties system = new Properties();
      system.setProperty("os.name", os);
      system.setProperty("user.home", "/home/me");
      return LocalStreamHome.defaultLocation(environment, system);
    }

    @Test
    void isWhereThePersonSays() {
      assertThat(find("Linux", Map.of("LOCALSTREAM_HOME", "/x", "XDG_DATA_HOME", "/y")))
          .isEqualTo(Path.of("/x"));
    }

    @Test
    void isTheXdgFolderOnLinux() {
      assertThat(find("Linux", Map.of("XDG_DATA_HOME", "/y"))).isEqualTo(Path.of("/y/localstream"));
      assertThat(find("Linux", Map.of("XDG_DATA_HOME", "relative")))
          .isEqualTo(Path.of("/home/me/.local/share/localstream"));
      assertThat(find("Linux", Map.of("LOCALSTREAM_HOME", "", "XDG_DATA_HOME", "")))
          .isEqualTo(Path.of("/home/me/.local/share/localstream"));
    }

    @Test
    void isTheLibraryOnMacOs() {
      assertThat(find("Mac OS X", Map.of("XDG_DATA_HOME", "/y")))
          .isEqualTo(Path.of("/home/me/Library/Application Support/LocalStream"));
    }

    @Test
    void isTheLocalDataOfAUserOnWindows() {
      assertThat(find("Windows 11", Map.of("LOCALAPPDATA", "/users/me/local")))
          .isEqualTo(Path.of("/users/me/local/LocalStream"));
      assertThat(find("Windows 11", Map.of()))
          .isEqualTo(Path.of("/home/me/AppData/Local/LocalStream"));
    }

    @Test
    void isInTheHomeThatTheEnvironmentNames() {
      assertThat(find("Linux", Map.of("HOME", "/elsewhere")))
          .isEqualTo(Path.of("/elsewhere/.local/share/localstream"));
      assertThat(find("Mac OS X", Map.of("HOME", "/elsewhere")))
          .isEqualTo(Path.of("/elsewhere/Library/Application Support/LocalStream"));
      assertThat(find("Linux", Map.of("HOME", "relative")))
          .isEqualTo(Path.of("/home/me/.local/share/localstream"));
    }

    @Test
    void isNowhereWhereAVariableIsNoText() {
      for (String variable : List.of("LOCALSTREAM_HOME", "XDG_DATA_HOME", "HOME")) {
        assertThatThrownBy(() -> find("Linux", Map.of(variable, "/a\ufffdb")))
            .isInstanceOf(LocalStreamException.class)
            .hasMessageContaining(variable);
      }
    }

    @Test
    void asksForAPlaceWhereAUserHasNoHome() {
      Properties system = new Properties();
      system.setProperty("user.home", "?");

      assertThatThrownBy(() -> LocalStreamHome.defaultLocation(Map.of(), system))
          .isInstanceOf(LocalStreamException.class)
          .hasMessageContaining("LOCALSTREAM_HOME");
    }
  }
}
