package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.localstream.application.conversation.Introductions;
import io.localstream.application.conversation.LaneDesk;
import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.OfferSpace;
import io.localstream.application.conversation.PinBoard;
import io.localstream.application.conversation.Timeouts;
import io.localstream.application.service.Announcements;
import io.localstream.application.service.Dialler;
import io.localstream.application.service.OfferDesk;
import io.localstream.application.service.PeerSearch;
import io.localstream.application.service.PinnedDevices;
import io.localstream.application.service.Reception;
import io.localstream.application.service.Reconnector;
import io.localstream.application.service.Resumption;
import io.localstream.application.service.SendingService;
import io.localstream.application.service.SessionKeeper;
import io.localstream.application.service.SessionMemory;
import io.localstream.application.service.SessionRecords;
import io.localstream.application.service.SessionStarter;
import io.localstream.application.service.Switchboard;
import io.localstream.application.service.TransferBook;
import io.localstream.application.service.TransferKeeper;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.port.SessionSecrets;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.port.TransferLog;
import io.localstream.domain.port.Transport;
import io.localstream.domain.port.TrustStore;
import java.time.InstantSource;

/** What the use cases share: who is connected, what is offered, what is under way. */
final class ServiceModule extends AbstractModule {
  /** Offers that wait for an answer may take that part of the memory. */
  private static final long HEAP_SHARE = 4;

  @Override
  protected void configure() {
    bind(Switchboard.class).toInstance(new Switchboard());
  }

  @Provides
  @Singleton
  TransferBook book(RunningTransfers running) {
    return new TransferBook(running);
  }

  @Provides
  @Singleton
  OfferDesk offers(TransferBook book, ReceiptStore receipts) {
    return new OfferDesk(
        book, receipts, new OfferSpace(Runtime.getRuntime().maxMemory() / HEAP_SHARE));
  }

  @Provides
  @Singleton
  TransferKeeper unfinished(
      TransferLog log, ReceiptStore receipts, EventObserver observer, InstantSource clock) {
    return new TransferKeeper(log, receipts, observer, clock);
  }

  @Provides
  @Singleton
  Resumption resumption(EventObserver observer) {
    return new Resumption(observer);
  }

  @Provides
  @Singleton
  SendingService.Records records(TransferBook book, TransferKeeper keeper, Resumption resumption) {
    return new SendingService.Records(book, keeper, resumption);
  }

  @Provides
  @Singleton
  SessionRecords records(SessionStore store, PinBoard pins) {
    return new SessionRecords(store, pins);
  }

  @Provides
  @Singleton
  SessionKeeper keeper(
      SessionRecords records,
      Switchboard switchboard,
      OfferDesk offers,
      EventObserver observer,
      Resumption resumption) {
    return new SessionKeeper(records, switchboard, offers, observer, resumption);
  }

  @Provides
  @Singleton
  SessionStarter starter(
      Introductions introductions,
      Switchboard switchboard,
      SessionKeeper keeper,
      LiveSession.Setting setting,
      SessionMemory memory) {
    return new SessionStarter(introductions, switchboard, keeper, setting, memory);
  }

  @Provides
  @Singleton
  SessionMemory memory(
      SessionStore store,
      SessionSecrets secrets,
      IdentifierSource identifiers,
      EventObserver observer) {
    return new SessionMemory(store, secrets, identifiers, observer);
  }

  @Provides
  @Singleton
  Dialler dialler(
      Transport transport,
      ChannelSecurity security,
      Switchboard switchboard,
      SessionStarter sessions,
      Timeouts timeouts) {
    return new Dialler(transport, security, switchboard, sessions, timeouts);
  }

  @Provides
  @Singleton
  Announcements announcements(Discovery discovery, IdentityVault identity, SettingsStore settings) {
    return new Announcements(discovery, identity, settings);
  }

  @Provides
  @Singleton
  PeerSearch search(Discovery discovery, Dialler dialler, EventObserver observer, Ticker ticker) {
    return new PeerSearch(discovery, dialler, observer, ticker);
  }

  @Provides
  @Singleton
  PinnedDevices pinned(TrustStore store) {
    return new PinnedDevices(store);
  }

  @Provides
  @Singleton
  Reconnector reconnector(
      Dialler dialler,
      Announcements announcements,
      Switchboard switchboard,
      Reconnector.Purpose purpose,
      EventObserver observer) {
    return new Reconnector(dialler, announcements, switchboard, purpose, observer);
  }

  @Provides
  @Singleton
  Reconnector.Purpose purpose(SessionStore store, Resumption resumption, Ticker ticker) {
    return new Reconnector.Purpose(store, resumption, ticker);
  }

  @Provides
  @Singleton
  Reception reception(
      SessionStarter sessions,
      ChannelSecurity security,
      LaneDesk lanes,
      Timeouts timeouts,
      EventObserver observer) {
    return new Reception(sessions, security, lanes, timeouts, observer);
  }
}
