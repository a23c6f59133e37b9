package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.Transfer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that shows the main job on one machine. */
class TryTest {
  @TempDir Path folder;
  private final ProgramRig rig = new ProgramRig();
  private Path offered = Path.of("");
  private boolean damages;

  {
    rig.factory =
        (home, contacts) -> {
          rig.homes.add(home);
          return new CopyingDevice(contacts);
        };
  }

  @Test
  void reportsThatWhatArrivedIsIdentical() throws Exception {
    Path file = Files.writeString(folder.resolve("a file.txt"), "hello");

    assertThat(rig.run("try", file.toString())).isZero();
    assertThat(rig.err()).isEmpty();
    assertThat(String.join("\n", rig.out()))
        .contains("sender        kitchen, fingerprint 0123 4567")
        .contains("content       5 bytes")
        .contains("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")
        .endsWith("result        OK: identical");
  }

  @Test
  void leavesNothingBehind() throws Exception {
    rig.run("try", Files.writeString(folder.resolve("x"), "hello").toString());

    assertThat(rig.homes).hasSize(2).doesNotHaveDuplicates();
    assertThat(rig.homes).allSatisfy(home -> assertThat(home.getParent()).doesNotExist());
    assertThat(folder).isDirectoryContaining(path -> path.endsWith("x"));
  }

  @Test
  void makesAFileOf64MiBWhereNoneIsGiven() {
    assertThat(rig.run("try")).isZero();
    assertThat(rig.out()).contains("content       67.1 MB (67108864 bytes)");
  }

  @Test
  void failsWhenSomethingElseArrives() throws Exception {
    damages = true;

    assertThat(rig.run("try", Files.writeString(folder.resolve("x"), "hello").toString()))
        .isEqualTo(4);
    assertThat(rig.out()).last().asString().contains("DIFFERENT");
  }

  @Test
  void failsWhereThereIsNoSuchFile() {
    assertThat(rig.run("try", folder.resolve("none").toString())).isEqualTo(5);
    assertThat(rig.err()).singleElement().asString().contains("there is no file");
  }

  /** Two of these share what the one offers and the other saves. */
  private final class CopyingDevice extends ScriptedDevice implements RunningDevice {
    CopyingDevice(Contacts contacts) {
      super(contacts, Duration.ZERO);
    }

    @Override
    public SendFiles sendFiles() {
      return new SendFiles() {
        @Override
        public void requireReadable(List<FileReference> files, Selection selection) {}

        @Override
        public List<OngoingTransfer> send(Command command) {
          offered = Path.of(command.files().getFirst().value());
          return List.of(started(Transfer.Direction.SENDING, List.of()));
        }
      };
    }

    @Override
    public ReceiveFiles receiveFiles() {
      return command -> {
        Path saved = Path.of(command.destination().target().value()).resolve("saved");
        try {
          Files.copy(offered, saved);
          if (damages) {
            Files.writeString(saved, "other");
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return started(Transfer.Direction.RECEIVING, List.of(new FileReference(saved.toString())));
      };
    }

    private ScriptedTransfer started(Transfer.Direction direction, List<FileReference> saved) {
      ScriptedTransfer transfer =
          new ScriptedTransfer(
              Samples.transfer("x", 10, direction, "anna"), contacts.observer(), Duration.ZERO);
      transfer.start(saved);
      return transfer;
    }
  }
}
