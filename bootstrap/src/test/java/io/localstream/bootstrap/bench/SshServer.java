package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server of OpenSSH with keys of its own, on a port of its own, as Debian sets it up otherwise.
 */
final class SshServer {
  private final Workshop workshop;
  private final Path keys;
  private final Wire wire;
  private final String port = Integer.toString(Workshop.freePort());

  SshServer(Workshop workshop, Wire wire) {
    this.workshop = workshop;
    this.keys = workshop.newFolder("ssh");
    this.wire = wire;
    for (String key : List.of("host", "user")) {
      Command.of(keys, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key).output();
    }
    Path configuration = configure();
    Command.of(keys, "mkdir", "-p", "/run/sshd").output();
    Run server =
        Run.start(
            workshop,
            Command.of(keys, "/usr/sbin/sshd", "-D", "-e", "-f", configuration.toString())
                .behind(wire.sender()));
    workshop.atEnd(server::close);
    awaitListening();
  }

  private Path configure() {
    try {
      Path known = keys.resolve("known");
      Files.writeString(
          known,
          "[%s]:%s %s".formatted(wire.host(), port, Files.readString(keys.resolve("host.pub"))));
      return Files.writeString(
          keys.resolve("sshd_config"),
          """
          ListenAddress %s:%s
          HostKey %s/host
          AuthorizedKeysFile %s/user.pub
          StrictModes no
          UsePAM no
          PasswordAuthentication no
          PermitRootLogin prohibit-password
          PidFile none
          Subsystem sftp /usr/lib/openssh/sftp-server
          """
              .formatted(wire.host(), port, keys, keys));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitListening() {
    Command.of(
            keys,
            "sh",
            "-c",
            "for i in $(seq 200); do ssh-keyscan -p %s %s 2>/dev/null | grep -q . && exit; done; exit 1"
                .formatted(port, wire.host()))
        .behind(wire.receiver())
        .output();
  }

  Workshop workshop() {
    return workshop;
  }

  /** The program ssh or scp, run where the receiver is, with AES-256-GCM. */
  Run start(Path folder, String program, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(options());
    words.addAll(arguments);
    return Run.start(workshop, Command.of(folder, words).behind(wire.receiver()));
  }

  List<String> options() {
    return List.of(
        "-F", "none",
        "-o", "Port=" + port,
        "-o", "UserKnownHostsFile=" + keys.resolve("known"),
        "-o", "StrictHostKeyChecking=yes",
        "-o", "IdentitiesOnly=yes",
        "-i", keys.resolve("user").toString(),
        "-c", "aes256-gcm@openssh.com");
  }

  String host() {
    return wire.host();
  }
}
