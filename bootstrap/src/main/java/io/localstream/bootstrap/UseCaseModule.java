package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.localstream.application.conversation.ConversationPorts;
import io.localstream.application.conversation.Timeouts;
import io.localstream.application.service.ClosingService;
import io.localstream.application.service.LocalDevice;
import io.localstream.application.service.OfferDesk;
import io.localstream.application.service.PairingService;
import io.localstream.application.service.ReceivingService;
import io.localstream.application.service.Resumption;
import io.localstream.application.service.SendingService;
import io.localstream.application.service.Switchboard;
import io.localstream.application.service.TransferBook;
import io.localstream.application.service.TransfersService;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.KeepSessions;
import io.localstream.application.usecase.KeepTransfers;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.Notary;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.port.TransferLog;
import io.localstream.domain.port.TrustStore;

/** The device that offers all use cases, and those of transfers. */
final class UseCaseModule extends AbstractModule {
  @Provides
  @Singleton
  LocalDevice.Transferring transferring(
      SendingService sending, ReceivingService receiving, KeepTransfers unfinished) {
    return new LocalDevice.Transferring(sending, receiving, unfinished);
  }

  @Provides
  @Singleton
  SendingService sending(
      Switchboard switchboard,
      OutgoingFiles files,
      SendingService.Records records,
      IdentifierSource identifiers,
      ConversationPorts ports) {
    return new SendingService(switchboard, files, records, identifiers, ports);
  }

  @Provides
  @Singleton
  ReceivingService receiving(
      OfferDesk offers,
      IncomingFiles files,
      ApprovalPrompt prompt,
      Timeouts timeouts,
      SendingService.Records records) {
    return new ReceivingService(offers, files, prompt, timeouts, records);
  }

  @Provides
  @Singleton
  KeepTransfers unfinished(
      TransferLog log,
      IncomingFiles files,
      ReceiptStore receipts,
      TransfersService.Signing signing,
      TransfersService.Ongoing ongoing) {
    return new TransfersService(log, files, receipts, signing, ongoing);
  }

  @Provides
  @Singleton
  TransfersService.Ongoing ongoing(Resumption resumption, TransferBook book) {
    return new TransfersService.Ongoing(resumption, book);
  }

  @Provides
  @Singleton
  TransfersService.Signing signing(Notary notary, IdentityVault own, TrustStore trust) {
    return new TransfersService.Signing(notary, own, trust);
  }

  @Provides
  @Singleton
  LocalDevice.Connecting connecting(
      OpenConnection opening,
      ClosingService closing,
      ConnectToPeer dialling,
      PairingService pairing,
      KeepSessions sessions) {
    return new LocalDevice.Connecting(opening, closing, dialling, pairing, sessions);
  }

  @Provides
  @Singleton
  RunningDevice device(
      LocalDevice.Connecting connecting,
      LocalDevice.Transferring transferring,
      LocalDevice.Keeping keeping) {
    return new LocalDevice(connecting, transferring, keeping);
  }
}
