package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.SecretStore;
import io.localstream.domain.port.contract.SecretStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlySecretStoreTest extends SecretStoreContract {
  @TempDir private Path folder;

  @Override
  protected SecretStore open() {
    return new OwnerOnlySecretStore(TestHome.in(folder));
  }

  @Test
  void keepsSecretsForTheirOwnerAlone() throws IOException {
    open().createIfAbsent("key", new byte[] {1});

    assertThat(permissions("home")).isEqualTo("rwx------");
    assertThat(permissions("home/secrets")).isEqualTo("rwx------");
    assertThat(permissions("home/secrets/key")).isEqualTo("rw-------");
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
  }

  @Test
  void closesASecretThatOthersCanReadAndSaysSo() throws IOException {
    open().createIfAbsent("key", new byte[] {1});
    Path secret = folder.resolve("home/secrets/key");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
    Files.setPosixFilePermissions(secret.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> warnings = new ArrayList<>();
    SecretStore store =
        new OwnerOnlySecretStore(new LocalStreamHome(folder.resolve("home"), warnings::add));

    assertThat(store.read("key")).isPresent();

    assertThat(warnings).hasSize(2);
    assertThat(permissions("home/secrets/key")).isEqualTo("rw-------");
    assertThat(permissions("home/secrets")).isEqualTo("rwx------");
  }

  @Test
  void refusesALinkInThePlaceOfASecret() throws IOException {
    open().createIfAbsent("key", new byte[] {1});
    Path elsewhere = Files.write(folder.resolve("elsewhere"), new byte[] {2});
    Path secret = folder.resolve("home/secrets/key");
    Files.delete(secret);
    Files.createSymbolicLink(secret, elsewhere);

    assertInsecure(() -> open().read("key"));
    assertInsecure(() -> open().createIfAbsent("key", new byte[] {3}));
    assertThat(elsewhere).hasBinaryContent(new byte[] {2});
  }

  @Test
  void refusesALinkInThePlaceOfTheFolder() throws IOException {
    TestHome.in(folder).open();
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("home/secrets"), elsewhere);

    assertInsecure(() -> open().createIfAbsent("key", new byte[] {3}));
    assertThat(elsewhere).isEmptyDirectory();
  }

  private static void assertInsecure(ThrowingCallable action) {
    assertThatThrownBy(action)
        .asInstanceOf(type(LocalStreamException.class))
        .extracting(LocalStreamException::code)
        .isEqualTo(FailureCode.HOME_INSECURE);
  }
}
