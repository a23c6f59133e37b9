package io.localstream.application.service;

import io.localstream.application.conversation.HeldCode;
import io.localstream.application.conversation.PairingDesk;
import io.localstream.application.conversation.Threads;
import io.localstream.application.usecase.PairDevices;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Side;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes two devices known to each other by a code. Thread-safe. */
public final class PairingService implements PairDevices, AutoCloseable {
  private final PairingDesk desk;
  private final Announcements announcements;
  private final Switchboard switchboard;
  private final PeerSearch search;
  private final Ticker ticker;

  public PairingService(
      PairingDesk desk,
      Announcements announcements,
      Switchboard switchboard,
      PeerSearch search,
      Ticker ticker) {
    this.desk = desk;
    this.announcements = announcements;
    this.switchboard = switchboard;
    this.search = search;
    this.ticker = ticker;
  }

  @Override
  public OpenCode open(int port) {
    requireListening(port);
    return announced(desk.open());
  }

  @Override
  public OpenCode openForOneDevice(int port) {
    requireListening(port);
    return announced(desk.openForOneDevice());
  }

  private void requireListening(int port) {
    boolean listens =
        switchboard.connections().stream()
            .filter(connection -> connection.side() == Side.LISTENING)
            .map(Connection::endpoint)
            .anyMatch(endpoint -> endpoint.port() == port);
    if (!listens) {
      throw new LocalStreamException(
          FailureCode.NO_SUCH_CONNECTION,
          "this device does not listen on port " + port + "; open it with add_connection");
    }
  }

  private OpenCode announced(HeldCode held) {
    announcements.codeOpened(held.code().number());
    Threads.start("code", () -> withdrawWhenOver(held));
    return new Open(held);
  }

  private void withdrawWhenOver(HeldCode held) {
    try {
      held.await(PairingCode.LIFETIME.multipliedBy(2));
    } catch (LocalStreamException | InterruptedException _) {
      // Whoever opened it is told by its own wait.
    }
    if (desk.current().isEmpty()) {
      announcements.codeClosed();
    }
  }

  private record Open(HeldCode held) implements OpenCode {
    @Override
    public PairingCode code() {
      return held.code();
    }

    @Override
    public Session await(Duration longest) throws InterruptedException {
      return held.await(longest);
    }

    @Override
    public void pinNothing() {
      held.pinNothing();
    }

    @Override
    public void close() {
      held.close();
    }
  }

  @Override
  public Session pair(PairingCode code, Duration longest, boolean remember)
      throws InterruptedException {
    try (HeldCode held = new HeldCode(code, ticker)) {
      return find(held, longest, remember);
    }
  }

  @Override
  public Session pairOnce(PairingCode code, Duration longest) throws InterruptedException {
    try (HeldCode held = new HeldCode(code, ticker)) {
      held.pinNothing();
      return find(held, longest, false);
    }
  }

  private Session find(HeldCode held, Duration longest, boolean remember)
      throws InterruptedException {
    int number = held.code().number();
    PeerSearch.Quarry quarry =
        new PeerSearch.Quarry(
            "a device with the code " + number,
            Optional.empty(),
            announced -> announced.code().equals(Optional.of(number)),
            List.of(),
            place ->
                new Dialler.Call(
                    place, Optional.of(held), Optional.empty(), Optional.empty(), remember),
            _ -> !held.isOpen());
    return search.find(quarry, longest);
  }

  /** Burns the code that is open. */
  @Override
  public void close() {
    desk.current().ifPresent(HeldCode::close);
  }
}
