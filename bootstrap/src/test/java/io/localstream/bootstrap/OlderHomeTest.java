package io.localstream.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.ChangeSettings;
import io.localstream.application.usecase.KeepTransfers;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.IdentityProtection;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.fake.ScriptedPassphraseSource;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.UnfinishedTransfer;
import io.localstream.domain.trust.PinnedDevice;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A home that the last LocalStream of protocol version 1 has made, is read. Its passphrase has one
 * character, which was taken then.
 */
class OlderHomeTest {
  private static final Path MADE = Path.of("src/test/resources/homes/version-1");

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();
  private Path home;

  @BeforeEach
  void copy() throws IOException {
    home = folder.resolve("home");
    Files.walkFileTree(
        MADE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(
                home.resolve(MADE.relativize(from)),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes attributes)
              throws IOException {
            Path copy = Files.copy(from, home.resolve(MADE.relativize(from)));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Test
  void isReadInAllItsParts() {
    LocalStream description =
        LocalStream.at(home)
            .warning(warnings::add)
            .unlocking(new ScriptedPassphraseSource().unlocking("x"));
    try (RunningDevice device = description.open()) {
      assertThat(device.guardIdentity().show().identity().id())
          .hasToString("585055f9-179b-4818-94c5-4f22cf09c1e7");
      assertThat(device.guardIdentity().show().protection())
          .isEqualTo(IdentityProtection.PASSPHRASE);
      PinnedDevice anna = device.reviewTrust().show("Anna's laptop");
      assertThat(anna.device().name()).isEqualTo(new DeviceName("anna"));
      assertThat(anna.newName()).isEmpty();
      assertThat(device.keepSessions().list())
          .hasSize(2)
          .allSatisfy(kept -> assertThat(kept.session().peer().id()).isEqualTo(anna.device().id()))
          .anySatisfy(kept -> assertThat(kept.session().transfers()).hasSize(1));
      UnfinishedTransfer broken = device.keepTransfers().find("6e2c72fa");
      assertThat(broken.direction()).isEqualTo(Transfer.Direction.RECEIVING);
      assertThat(broken.reason()).contains(FailureCode.LINK_BROKEN);
      assertThat(broken.storedBytes()).isEqualTo(14_680_064);
      KeepTransfers.CheckedReceipt receipt = device.keepTransfers().receipt("3ed5e6fd");
      assertThat(receipt.kept().receipt().sent().title()).isEqualTo("a.txt and 1 more");
      ChangeSettings.Result settings = device.changeSettings().show();
      assertThat(settings.name()).isEqualTo(new DeviceName("bert"));
      assertThat(settings.existing()).isEqualTo(ExistingFile.NEWER);
      assertThat(settings.partialAge()).isEqualTo(Duration.ofDays(14));
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void itsConnectionsAreKept() {
    ConnectionStore connections =
        LocalStream.at(home).injector().getInstance(ConnectionStore.class);

    assertThat(connections.all())
        .extracting(SavedConnection::endpoint)
        .containsExactly(Endpoint.of("127.0.0.1", 23_102));
  }
}
