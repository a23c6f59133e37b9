package io.localstream.adapters.cli;

import io.localstream.application.usecase.MeasureSpeed;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.Question;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.DiskSpeed;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.SpeedReport;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.speed.WaySpeed;
import io.localstream.domain.transfer.FileReference;
import java.time.Duration;
import java.util.Optional;

/** Devices whose speed a test chooses; anna comes to measure as soon as she is waited for. */
final class ScriptedSpeed implements MeasureSpeed {
  private static final long MEGABYTE = 1_000_000;

  private final ScriptedDevice device;
  volatile DeviceSpeed own = device(1_200, 410);
  volatile DeviceSpeed peer = device(85, 2_000);
  volatile WaySpeed there = way(117.6, 115);
  volatile WaySpeed back = way(40, 39);

  ScriptedSpeed(ScriptedDevice device) {
    this.device = device;
  }

  static Measurement megabytes(double perSecond) {
    return new Measurement(Math.round(perSecond * MEGABYTE), Duration.ofSeconds(1));
  }

  static DeviceSpeed device(double reading, double writing) {
    return new DeviceSpeed(
        megabytes(2_900),
        megabytes(2_800),
        Optional.of(new DiskSpeed(megabytes(writing), megabytes(reading), false)));
  }

  static WaySpeed way(double network, double together) {
    return new WaySpeed(megabytes(network), megabytes(together));
  }

  @Override
  public DeviceSpeed measureDevice(FileReference folder) {
    device.commands.add(folder);
    if (folder.value().equals("missing")) {
      throw new LocalStreamException(
          FailureCode.FILE_MISSING, "there is no folder missing; check its spelling");
    }
    return own;
  }

  @Override
  public SpeedReport measure(Command command) {
    device.commands.add(command.folder());
    for (SpeedStep step : SpeedStep.values()) {
      command.progress().accept(step);
    }
    return new SpeedReport(own, peer, Duration.ofNanos(412_000), there, back);
  }

  @Override
  public DeviceName awaitMeasurement(FileReference folder, Duration longest)
      throws InterruptedException {
    device.commands.add(folder);
    DeviceName anna = new DeviceName("anna");
    Question question = new Question.MeasureSpeed(anna, folder, 251 * MEGABYTE);
    if (device.contacts.prompt().ask(question, longest) != ApprovalPrompt.Answer.YES) {
      throw new LocalStreamException(
          FailureCode.DECLINED, "nobody said whether anna may measure the speed (--yes lets it)");
    }
    return anna;
  }
}
