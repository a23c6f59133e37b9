package io.localstream.bootstrap;

import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.Digester;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.Notary;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.PairingExchange;
import io.localstream.domain.port.PassphraseSource;
import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.port.ScratchFiles;
import io.localstream.domain.port.SecretStore;
import io.localstream.domain.port.SessionSecrets;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.port.TransferLog;
import io.localstream.domain.port.Transport;
import io.localstream.domain.port.TrustStore;
import java.time.InstantSource;
import java.util.Set;

/** The ports that a deployment may give another adapter. */
final class OutboundPorts {
  static final Set<Class<?>> ALL =
      Set.of(
          ApprovalPrompt.class,
          ChannelSecurity.class,
          ConnectionStore.class,
          ContentEncryption.class,
          Digester.class,
          Discovery.class,
          EventObserver.class,
          IdentifierSource.class,
          IdentityVault.class,
          IncomingFiles.class,
          InstantSource.class,
          LaneFraming.class,
          MessageCodec.class,
          Neighbourhood.class,
          Notary.class,
          OutgoingFiles.class,
          PairingExchange.class,
          PassphraseSource.class,
          ReceiptStore.class,
          RunningTransfers.class,
          ScratchFiles.class,
          SecretStore.class,
          SessionSecrets.class,
          SessionStore.class,
          SettingsStore.class,
          Ticker.class,
          TransferLog.class,
          Transport.class,
          TrustStore.class);

  private OutboundPorts() {}
}
