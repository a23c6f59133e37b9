package io.localstream.application.service;

import io.localstream.application.conversation.HeldCode;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.session.Session;
import io.localstream.domain.trust.PinnedDevice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Dials devices that listen, by address or by name. Thread-safe. */
public final class DiallingService implements ConnectToPeer {
  /** So many of the places where a device was met last are tried. */
  private static final int MAX_KNOWN_PLACES = 3;

  private final Dialler dialler;
  private final PeerSearch search;
  private final PinnedDevices pinned;
  private final SessionStore sessions;
  private final Ticker ticker;

  public DiallingService(
      Dialler dialler,
      PeerSearch search,
      PinnedDevices pinned,
      SessionStore sessions,
      Ticker ticker) {
    this.dialler = dialler;
    this.search = search;
    this.pinned = pinned;
    this.sessions = sessions;
    this.ticker = ticker;
  }

  @Override
  public Session connect(Command command) throws InterruptedException {
    if (command.code().isEmpty()) {
      return dial(command, Optional.empty());
    }
    try (HeldCode held = new HeldCode(command.code().get(), ticker)) {
      return dial(command, Optional.of(held));
    }
  }

  private Session dial(Command command, Optional<HeldCode> code) throws InterruptedException {
    return dialler.dial(
        new Dialler.Call(
            command.remote(), code, command.expected(), Optional.empty(), command.remember()));
  }

  @Override
  public Session connect(String device, Duration longest, boolean remember)
      throws InterruptedException {
    PinnedDevice known = pinned.named(device);
    DeviceId id = known.device().id();
    PeerSearch.Quarry quarry =
        new PeerSearch.Quarry(
            known.name().display(),
            Optional.of(id),
            PeerSearch.of(id),
            placesOf(id),
            place ->
                new Dialler.Call(
                    place, Optional.empty(), Optional.of(id), Optional.empty(), remember),
            _ -> false);
    return search.find(quarry, longest);
  }

  /** Where the device was met last, the latest first. */
  private List<Endpoint> placesOf(DeviceId id) {
    return sessions.all().reversed().stream()
        .filter(session -> session.side() == Side.DIALLED)
        .filter(session -> session.peer().id().equals(id))
        .map(Session::connection)
        .distinct()
        .limit(MAX_KNOWN_PLACES)
        .toList();
  }
}
