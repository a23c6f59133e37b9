package io.localstream.application.usecase;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.session.SessionId;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.SpeedReport;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.transfer.FileReference;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** Finds out how fast devices are, by themselves and together. One measurement at a time. */
public interface MeasureSpeed {
  /**
   * Measures this device, which takes some seconds. What is written is removed again.
   *
   * @param folder where the disk is measured
   * @throws io.localstream.domain.failure.LocalStreamException {@code LIMIT_REACHED}: this device
   *     is being measured already; or as {@link io.localstream.domain.port.ScratchFiles#create}
   * @throws InterruptedException when the caller gives up
   */
  DeviceSpeed measureDevice(FileReference folder) throws InterruptedException;

  /**
   * Measures this device, a connected one and what is between them. The other device's person is
   * asked first.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_SUCH_PEER}: that session
   *     is not open; {@code DECLINED}: the other side said no; {@code LIMIT_REACHED}: one of the
   *     two is being measured already; {@code VERSION_MISMATCH}: the other side is too old for it;
   *     or what is the end of a session
   * @throws InterruptedException when the caller gives up; the other side is told
   */
  SpeedReport measure(Command command) throws InterruptedException;

  /**
   * Waits until another device has measured this one.
   *
   * @param folder where the disk is measured then, and from now on
   * @return the name of the other device
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_PEER}: none has in time;
   *     or why the first one that came has failed
   * @throws InterruptedException when the caller gives up
   */
  DeviceName awaitMeasurement(FileReference folder, Duration longest) throws InterruptedException;

  /**
   * What to measure.
   *
   * @param folder where the disk of this device is measured
   * @param progress told of every step that begins
   */
  record Command(SessionId session, FileReference folder, Consumer<SpeedStep> progress) {
    public Command {
      Objects.requireNonNull(session);
      Objects.requireNonNull(folder);
      Objects.requireNonNull(progress);
    }
  }
}
