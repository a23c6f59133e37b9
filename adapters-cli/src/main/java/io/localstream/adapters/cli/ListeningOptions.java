package io.localstream.adapters.cli;

import io.localstream.adapters.cli.Converters.PortConverter;
import io.localstream.domain.network.HostAddress;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a one-shot command listens, when it does. */
final class ListeningOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = PortConverter.class,
      description = "listen on this port and wait for the other side")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "the address to listen on; without it, all on the local network")
  private Optional<HostAddress> host = Optional.empty();

  Optional<Integer> port() {
    return port;
  }

  Optional<HostAddress> host() {
    return host;
  }

  /**
   * Refuses what can't be meant.
   *
   * @param dials whether the option was given that dials
   * @param dialling that option
   */
  void requireOneWay(boolean dials, String dialling, String command) {
    if (dials && port.isPresent()) {
      throw Usage.mistake("give --port PORT or " + dialling + ", not both", "help " + command);
    }
    if (host.isPresent() && port.isEmpty()) {
      throw Usage.mistake("--host goes with --port only", "help " + command);
    }
  }
}
