package io.localstream.application.service;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.Publication;
import io.localstream.domain.port.SettingsStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the local network of the connections that this device listens on. Thread-safe. */
public final class Announcements {
  private final Discovery discovery;
  private final IdentityVault identity;
  private final SettingsStore settings;
  private final Map<Endpoint, Optional<Publication>> listening = new LinkedHashMap<>();
  private @Nullable Integer code;
  private boolean silenced;

  public Announcements(Discovery discovery, IdentityVault identity, SettingsStore settings) {
    this.discovery = discovery;
    this.identity = identity;
    this.settings = settings;
  }

  /** This device listens there from now on. */
  synchronized void opened(Endpoint endpoint) {
    listening.put(endpoint, publish(endpoint));
  }

  /** This device does not listen there any more. */
  synchronized void closed(Endpoint endpoint) {
    Optional<Publication> gone = listening.remove(endpoint);
    if (gone != null) {
      gone.ifPresent(Publication::close);
    }
  }

  /** A pairing code of that number is open. */
  synchronized void codeOpened(int number) {
    code = number;
    tell();
  }

  /** No pairing code is open any more. */
  synchronized void codeClosed() {
    code = null;
    tell();
  }

  private void tell() {
    listening.forEach((endpoint, publication) ->
        publication.ifPresent(announced -> announced.change(announcement(endpoint))));
  }

  /** What is set has changed. */
  synchronized void refresh() {
    listening.replaceAll((endpoint, publication) -> {
      publication.ifPresent(Publication::close);
      return publish(endpoint);
    });
  }

  /** Announces nothing in this process, whatever is set. */
  synchronized void silence() {
    silenced = true;
    refresh();
  }

  synchronized boolean isOn() {
    return !silenced && settings.isAnnouncing();
  }

  /**
   * Listens for others, where this device may be heard: who listens for announcements asks for
   * them, and is seen to ask.
   *
   * @param expected as {@link Discovery#watch(List)}
   */
  Lookout watch(List<DeviceId> expected) {
    return isOn() ? discovery.watch(expected) : new DeafLookout();
  }

  private Optional<Publication> publish(Endpoint endpoint) {
    return isOn() ? Optional.of(discovery.announce(announcement(endpoint))) : Optional.empty();
  }

  private Announcement announcement(Endpoint endpoint) {
    return new Announcement(
        identity.identity().id(), settings.deviceName(), endpoint, Optional.ofNullable(code));
  }
}
