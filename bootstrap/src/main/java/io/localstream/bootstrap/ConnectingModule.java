package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.localstream.application.conversation.PairingDesk;
import io.localstream.application.service.Announcements;
import io.localstream.application.service.ClosingService;
import io.localstream.application.service.Dialler;
import io.localstream.application.service.DiallingService;
import io.localstream.application.service.ListeningService;
import io.localstream.application.service.PairingService;
import io.localstream.application.service.PeerSearch;
import io.localstream.application.service.PinnedDevices;
import io.localstream.application.service.Reception;
import io.localstream.application.service.Reconnector;
import io.localstream.application.service.SessionsService;
import io.localstream.application.service.Switchboard;
import io.localstream.application.service.TransferBook;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.KeepSessions;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.port.Transport;

/** The use cases by which devices come together and part. */
final class ConnectingModule extends AbstractModule {
  @Provides
  @Singleton
  ListeningService.Network network(Transport transport, Neighbourhood neighbourhood) {
    return new ListeningService.Network(transport, neighbourhood);
  }

  @Provides
  @Singleton
  OpenConnection opening(
      ListeningService.Network network,
      ConnectionStore store,
      Switchboard switchboard,
      Reception reception,
      Announcements announcements) {
    return new ListeningService(network, store, switchboard, reception, announcements);
  }

  @Provides
  @Singleton
  ClosingService closing(
      Switchboard switchboard,
      ConnectionStore store,
      TransferBook book,
      Reconnector reconnector,
      Discovery discovery) {
    return new ClosingService(switchboard, store, book, reconnector, discovery);
  }

  @Provides
  @Singleton
  ConnectToPeer dialling(
      Dialler dialler,
      PeerSearch search,
      PinnedDevices pinned,
      SessionStore sessions,
      Ticker ticker) {
    return new DiallingService(dialler, search, pinned, sessions, ticker);
  }

  @Provides
  @Singleton
  PairingService pairing(
      PairingDesk desk,
      Announcements announcements,
      Switchboard switchboard,
      PeerSearch search,
      Ticker ticker) {
    return new PairingService(desk, announcements, switchboard, search, ticker);
  }

  @Provides
  @Singleton
  KeepSessions sessions(
      SessionStore sessions,
      ConnectionStore connections,
      Switchboard switchboard,
      OpenConnection opening,
      Reconnector reconnector) {
    return new SessionsService(sessions, connections, switchboard, opening, reconnector);
  }
}
