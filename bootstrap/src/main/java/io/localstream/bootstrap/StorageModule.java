package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import io.localstream.adapters.persistence.JsonConnectionStore;
import io.localstream.adapters.persistence.JsonReceiptStore;
import io.localstream.adapters.persistence.JsonRunningTransfers;
import io.localstream.adapters.persistence.JsonSessionStore;
import io.localstream.adapters.persistence.JsonSettingsStore;
import io.localstream.adapters.persistence.JsonTransferLog;
import io.localstream.adapters.persistence.JsonTrustStore;
import io.localstream.adapters.persistence.LocalStreamHome;
import io.localstream.adapters.persistence.OwnerOnlySecretStore;
import io.localstream.adapters.persistence.files.DiskIncomingFiles;
import io.localstream.adapters.persistence.files.DiskOutgoingFiles;
import io.localstream.adapters.persistence.files.DiskScratchFiles;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.port.ScratchFiles;
import io.localstream.domain.port.SecretStore;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.port.TransferLog;
import io.localstream.domain.port.TrustStore;

/** What is kept, and where files come from and go to. */
final class StorageModule extends AbstractModule {
  private final Place place;

  StorageModule(Place place) {
    this.place = place;
  }

  @Override
  protected void configure() {
    LocalStreamHome home = new LocalStreamHome(place.home(), place.warnings());
    bind(TrustStore.class).toInstance(new JsonTrustStore(home));
    bind(SessionStore.class).toInstance(new JsonSessionStore(home));
    bind(ConnectionStore.class).toInstance(new JsonConnectionStore(home));
    bind(SettingsStore.class).toInstance(new JsonSettingsStore(home));
    bind(TransferLog.class).toInstance(new JsonTransferLog(home));
    bind(RunningTransfers.class).toInstance(new JsonRunningTransfers(home));
    bind(ReceiptStore.class).toInstance(new JsonReceiptStore(home));
    bind(SecretStore.class).toInstance(new OwnerOnlySecretStore(home));
    bind(OutgoingFiles.class).toInstance(new DiskOutgoingFiles(place.base(), place.userHome()));
    bind(ScratchFiles.class).toInstance(new DiskScratchFiles(place.base(), place.userHome()));
    bind(IncomingFiles.class).toInstance(new DiskIncomingFiles(place.base(), place.userHome()));
  }
}
