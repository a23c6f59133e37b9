package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.localstream.application.conversation.Introductions;
import io.localstream.application.conversation.LaneDesk;
import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.Timeouts;
import io.localstream.application.service.OfferDesk;
import io.localstream.application.service.Reception;
import io.localstream.application.service.SessionKeeper;
import io.localstream.application.service.SessionStarter;
import io.localstream.application.service.Switchboard;
import io.localstream.application.service.TransferBook;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.SessionStore;

/** What the use cases share: who is connected, what is offered, what is under way. */
final class ServiceModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Switchboard.class).toInstance(new Switchboard());
    bind(TransferBook.class).toInstance(new TransferBook());
  }

  @Provides
  @Singleton
  OfferDesk offers(TransferBook book) {
    return new OfferDesk(book);
  }

  @Provides
  @Singleton
  SessionKeeper keeper(
      SessionStore store, Switchboard switchboard, OfferDesk offers, EventObserver observer) {
    return new SessionKeeper(store, switchboard, offers, observer);
  }

  @Provides
  @Singleton
  SessionStarter starter(
      Introductions introductions,
      Switchboard switchboard,
      SessionKeeper keeper,
      LiveSession.Setting setting,
      IdentifierSource identifiers) {
    return new SessionStarter(introductions, switchboard, keeper, setting, identifiers);
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
