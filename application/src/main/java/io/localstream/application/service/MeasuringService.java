package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.SpeedDesk;
import io.localstream.application.usecase.MeasureSpeed;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.SpeedReport;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;

/** Measures this device, alone or with another one. Thread-safe. */
public final class MeasuringService implements MeasureSpeed {
  private final Switchboard switchboard;
  private final SpeedDesk desk;
  private final IdentifierSource identifiers;

  public MeasuringService(Switchboard switchboard, SpeedDesk desk, IdentifierSource identifiers) {
    this.switchboard = switchboard;
    this.desk = desk;
    this.identifiers = identifiers;
  }

  @Override
  public DeviceSpeed measureDevice(FileReference folder) throws InterruptedException {
    try (SpeedDesk.Place _ = desk.enter();
        ScratchFile scratch = desk.probe().scratch(folder)) {
      return desk.probe().measure(scratch);
    }
  }

  @Override
  public SpeedReport measure(Command command) throws InterruptedException {
    LiveSession session =
        switchboard.sessions().stream()
            .filter(each -> each.session().id().equals(command.session()))
            .findFirst()
            .orElseThrow(() ->
                new LocalStreamException(
                    FailureCode.NO_SUCH_PEER, "that device is not connected any more"));
    return session
        .speed()
        .measure(new TransferId(identifiers.newId()), command.folder(), command.progress());
  }

  @Override
  public DeviceName awaitMeasurement(FileReference folder, Duration longest)
      throws InterruptedException {
    return desk.await(folder, longest);
  }
}
