package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.localstream.application.conversation.PinBoard;
import io.localstream.application.service.Announcements;
import io.localstream.application.service.DiagnosisService;
import io.localstream.application.service.IdentityService;
import io.localstream.application.service.LocalDevice;
import io.localstream.application.service.PinnedDevices;
import io.localstream.application.service.PossibleConnectionsService;
import io.localstream.application.service.SettingsService;
import io.localstream.application.service.StatusService;
import io.localstream.application.service.Switchboard;
import io.localstream.application.service.TransferBook;
import io.localstream.application.service.TrustService;
import io.localstream.application.usecase.MeasureSpeed;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.port.Transport;
import io.localstream.domain.port.TrustStore;

/** The use cases by which a device shows and changes what it knows. */
final class KeepingModule extends AbstractModule {
  @Provides
  @Singleton
  StatusService status(
      IdentityVault identity,
      SettingsStore settings,
      ConnectionStore store,
      Switchboard switchboard,
      TransferBook book) {
    return new StatusService(
        identity, settings, store, new StatusService.Activity(switchboard, book));
  }

  @Provides
  @Singleton
  TrustService trust(
      TrustStore store, PinnedDevices pinned, Switchboard switchboard, PinBoard pins) {
    return new TrustService(store, pinned, switchboard, pins);
  }

  @Provides
  @Singleton
  LocalDevice.Looking looking(
      Neighbourhood neighbourhood,
      Discovery discovery,
      Transport transport,
      Announcements announcements,
      PinnedDevices pinned,
      MeasureSpeed measuring,
      Ticker ticker) {
    return new LocalDevice.Looking(
        new PossibleConnectionsService(neighbourhood, announcements, pinned, ticker),
        new DiagnosisService(neighbourhood, discovery, transport, announcements),
        measuring);
  }

  @Provides
  @Singleton
  LocalDevice.Keeping keeping(
      StatusService status,
      TrustService trust,
      IdentityService identity,
      SettingsService settings,
      LocalDevice.Looking looking) {
    return new LocalDevice.Keeping(status, trust, identity, settings, looking);
  }

  @Provides
  @Singleton
  IdentityService identity(IdentityVault vault, SettingsStore settings) {
    return new IdentityService(vault, settings);
  }

  @Provides
  @Singleton
  SettingsService settings(SettingsStore store, Announcements announcements) {
    return new SettingsService(store, announcements);
  }
}
