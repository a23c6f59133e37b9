package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.localstream.application.conversation.Timeouts;
import io.localstream.application.service.ClosingService;
import io.localstream.application.service.DiallingService;
import io.localstream.application.service.ListeningService;
import io.localstream.application.service.LocalDevice;
import io.localstream.application.service.OfferDesk;
import io.localstream.application.service.ReceivingService;
import io.localstream.application.service.Reception;
import io.localstream.application.service.SendingService;
import io.localstream.application.service.SessionStarter;
import io.localstream.application.service.StatusService;
import io.localstream.application.service.Switchboard;
import io.localstream.application.service.TransferBook;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.port.Transport;

/** The use cases, and the device that offers them all. */
final class UseCaseModule extends AbstractModule {
  @Provides
  @Singleton
  OpenConnection opening(
      Transport transport,
      Neighbourhood neighbourhood,
      ConnectionStore store,
      Switchboard switchboard,
      Reception reception) {
    return new ListeningService(transport, neighbourhood, store, switchboard, reception);
  }

  @Provides
  @Singleton
  ClosingService closing(Switchboard switchboard, ConnectionStore store, TransferBook book) {
    return new ClosingService(switchboard, store, book);
  }

  @Provides
  @Singleton
  ConnectToPeer dialling(
      Transport transport,
      ChannelSecurity security,
      Switchboard switchboard,
      SessionStarter sessions,
      Timeouts timeouts) {
    return new DiallingService(transport, security, switchboard, sessions, timeouts);
  }

  @Provides
  @Singleton
  SendFiles sending(
      Switchboard switchboard,
      OutgoingFiles files,
      TransferBook book,
      IdentifierSource identifiers) {
    return new SendingService(switchboard, files, book, identifiers);
  }

  @Provides
  @Singleton
  ReceivingService receiving(
      OfferDesk offers, IncomingFiles files, ApprovalPrompt prompt, Timeouts timeouts) {
    return new ReceivingService(offers, files, prompt, timeouts);
  }

  @Provides
  @Singleton
  StatusService status(
      IdentityVault identity,
      SettingsStore settings,
      ConnectionStore store,
      Neighbourhood neighbourhood,
      StatusService.Activity activity) {
    return new StatusService(identity, settings, store, neighbourhood, activity);
  }

  @Provides
  @Singleton
  StatusService.Activity activity(Switchboard switchboard, TransferBook book) {
    return new StatusService.Activity(switchboard, book);
  }

  @Provides
  @Singleton
  RunningDevice device(
      OpenConnection opening,
      ClosingService closing,
      ConnectToPeer dialling,
      SendFiles sending,
      ReceivingService receiving,
      StatusService status) {
    return new LocalDevice(opening, closing, dialling, sending, receiving, status);
  }
}
