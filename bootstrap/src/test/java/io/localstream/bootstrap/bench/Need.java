package io.localstream.bootstrap.bench;

import io.localstream.bootstrap.endtoend.Namespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has to be there for a row. */
enum Need {
  SSH("ssh", "scp", "ssh-keygen", "ssh-keyscan", "sshd"),
  TAR("tar"),
  WEB("nginx", "curl", "openssl"),
  IPERF("iperf3"),
  NAMESPACES("ip", "tc", "sysctl"),
  TUNNEL();

  private final List<String> programs;

  Need(String... programs) {
    this.programs = List.of(programs);
  }

  /** Why it cannot be had. */
  Optional<String> obstacle() {
    List<String> missing = programs.stream().filter(name -> !isInstalled(name)).toList();
    if (!missing.isEmpty()) {
      return Optional.of(String.join(", ", missing) + " not installed (--install does it)");
    }
    return switch (this) {
      case SSH, TAR, WEB, IPERF -> Optional.empty();
      case NAMESPACES ->
          Namespace.arePossible("the row")
              ? Optional.empty()
              : Optional.of("network namespaces need root");
      case TUNNEL ->
          Files.isWritable(Path.of("/dev/net/tun"))
              ? Optional.empty()
              : Optional.of("/dev/net/tun is missing or needs root");
    };
  }

  private static boolean isInstalled(String name) {
    return Stream.of("/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin", "/bin")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
