package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.Quantities;
import io.localstream.application.usecase.PairDevices;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.session.Session;
import java.time.Duration;
import java.util.List;

/** Shows a code and waits for the device whose person types it. */
final class SendByCode {
  /** One for whoever knows the code, one for whoever guesses it meanwhile. */
  private static final PeerLimit LIMIT = new PeerLimit(2);

  private final Surroundings surroundings;

  SendByCode(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Waits until a device has proved that it knows the code.
   *
   * @param longest how long to wait; a code lives for ten minutes anyway
   * @throws io.localstream.domain.failure.LocalStreamException {@code CODE_NOT_OPEN}, {@code
   *     NO_PEER}
   */
  Session meet(Duration longest) throws InterruptedException {
    Connection connection = new CodeDoor(surroundings.device().openConnection()).open(LIMIT, false);
    int port = connection.endpoint().port();
    try (PairDevices.OpenCode open = surroundings.device().pairDevices().openForOneDevice(port)) {
      surroundings
          .screen()
          .important(
              List.of(
                  "code: " + open.code().spoken(),
                  "on the other device type: localstream receive",
                  "the code works for " + lifetime() + ", once"));
      surroundings
          .screen()
          .notice(
              "where that finds nobody: "
                  + new ConnectionText(surroundings.device())
                      .reachable(
                          connection,
                          place -> "localstream receive --from " + place + " --code-file -"));
      return open.await(longest);
    }
  }

  static String lifetime() {
    return Quantities.count(PairingCode.LIFETIME.toMinutes(), "minute");
  }
}
