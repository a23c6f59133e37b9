package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device's own keys: under a passphrase, and replaced. */
class IdentityIT {
  @TempDir Path temporary;
  private final String port = Integer.toString(TestDevice.freePort());

  private Path passphrase(String text) {
    return Attacker.write(temporary.resolve("passphrase"), text);
  }

  private String[] with(Path passphrase, String... command) {
    return Stream.concat(Stream.of(command), Stream.of("--passphrase-file", passphrase.toString()))
        .toArray(String[]::new);
  }

  private LocalStreamProcess sender(TestDevice device, String... command) {
    Sample.write(device.folder().resolve("file.bin"), 10_000);
    return device.start(command).awaitListening();
  }

  @Test
  void aProtectedIdentityIsNowhereInClearAndOpensWithItsPassphraseAlone() throws IOException {
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    Path passphrase = passphrase("correct horse battery staple");
    try (LocalStreamProcess protect = anna.start(with(passphrase, "identity", "protect"))) {
      protect.endsWith(0);
    }
    try (Stream<Path> files = Files.walk(anna.home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .as(file::toString)
            .doesNotContain("BEGIN PRIVATE KEY", "battery");
      }
    }
    assertThat(Files.readString(anna.home().resolve("secrets/identity.pem")))
        .contains("BEGIN ENCRYPTED PRIVATE KEY");

    try (LocalStreamProcess locked = anna.start("identity", "show")) {
      assertThat(locked.exitCode()).as(locked::toString).isEqualTo(4);
      assertThat(locked.err().lines()).hasSize(1);
    }
    try (LocalStreamProcess wrong =
        anna.start(with(Attacker.write(temporary.resolve("other"), "wrong"), "identity", "show"))) {
      assertThat(wrong.exitCode()).as(wrong::toString).isEqualTo(4);
    }
    String[] send = {"send", "file.bin", "--port", port, "--host", "127.0.0.1"};
    try (LocalStreamProcess sender = sender(anna, with(passphrase, send));
        LocalStreamProcess receiver =
            ben.start("receive", ".", "--from", "127.0.0.1:" + port, "--yes", "--wait", "60")) {
      receiver.endsWith(0);
      sender.endsWith(0);
    }
    assertThat(ben.files()).containsExactly("file.bin");
  }

  @Test
  void whoKnowsTheFormerKeyTakesTheNewOneByItsStatement() {
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    String before;
    try (LocalStreamProcess export = anna.start("identity", "export")) {
      before = export.endsWith(0).out();
      assertThat(before).startsWith("-----BEGIN PUBLIC KEY-----");
    }
    try (LocalStreamProcess rotate = anna.start("identity", "rotate", "--yes")) {
      rotate.endsWith(0);
    }
    try (LocalStreamProcess export = anna.start("identity", "export")) {
      assertThat(export.endsWith(0).out()).isNotEqualTo(before);
    }
    try (LocalStreamProcess sender =
            sender(anna, "send", "file.bin", "--port", port, "--host", "127.0.0.1");
        LocalStreamProcess receiver =
            ben.start("receive", ".", "--from", "127.0.0.1:" + port, "--yes", "--wait", "60")) {
      receiver.endsWith(0);
      sender.endsWith(0);
      assertThat(receiver.err()).contains(TestDevice.ANNA).containsPattern("(?i)new keys?");
    }
    assertThat(ben.files()).containsExactly("file.bin");
  }
}
