package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.localstream.application.conversation.SpeedDesk;
import io.localstream.application.conversation.Timeouts;
import io.localstream.application.service.MeasuringService;
import io.localstream.application.service.Switchboard;
import io.localstream.application.speed.DeviceProbe;
import io.localstream.application.usecase.MeasureSpeed;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.ScratchFiles;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.speed.SpeedLimits;

/** How fast this device is, and what is between it and others. */
final class SpeedModule extends AbstractModule {
  @Provides
  @Singleton
  DeviceProbe probe(
      ContentEncryption encryption,
      ScratchFiles files,
      IdentifierSource identifiers,
      Ticker ticker) {
    return new DeviceProbe(encryption, files, identifiers, ticker, SpeedLimits.DEFAULT);
  }

  @Provides
  @Singleton
  SpeedDesk desk(
      DeviceProbe probe, ApprovalPrompt prompt, EventObserver observer, Timeouts timeouts) {
    return new SpeedDesk(probe, prompt, observer, timeouts.approval());
  }

  @Provides
  @Singleton
  MeasureSpeed measuring(Switchboard switchboard, SpeedDesk desk, IdentifierSource identifiers) {
    return new MeasuringService(switchboard, desk, identifiers);
  }
}
