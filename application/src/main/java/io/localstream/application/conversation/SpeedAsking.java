package io.localstream.application.conversation;

import io.localstream.application.speed.DeviceProbe;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.Measure;
import io.localstream.domain.message.Measured;
import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.speed.Bottleneck;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.SpeedLimits;
import io.localstream.domain.speed.SpeedReport;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.speed.Stage;
import io.localstream.domain.speed.WaySpeed;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The side of a measurement that asks: step by step, and never two at the same time. */
final class SpeedAsking extends SpeedConversation {
  /** The median of an odd number of them. */
  private static final int ROUND_TRIPS = 11;

  /** A transfer of less would be nothing but its beginning and its end. */
  private static final long LEAST_BYTES = 256 << 10;

  private final Consumer<SpeedStep> progress;

  SpeedAsking(Setting setting, TransferId id, Consumer<SpeedStep> progress) {
    super(setting, id);
    this.progress = progress;
  }

  /** The peer is too old for it. */
  void notUnderstood() {
    mailbox.fail(
        new LocalStreamException(
            FailureCode.VERSION_MISMATCH,
            peerName() + " runs a LocalStream that does not know how to measure; update it"),
        true);
  }

  /** Holds the conversation to its end. */
  SpeedReport hold(FileReference folder) throws InterruptedException {
    try (ScratchFile scratch = probe().scratch(folder)) {
      SpeedReport report = measure(scratch, folder);
      takeLeave();
      return report;
    } catch (LocalStreamException e) {
      throw settle(e);
    } catch (InterruptedException e) {
      settle(new LocalStreamException(FailureCode.CANCELLED, "cancelled", e));
      throw e;
    }
  }

  /** Waits until the other side has cleaned up, so that it can be measured again at once. */
  private void takeLeave() throws InterruptedException {
    try {
      answerTo(SpeedStep.END, limits().patience());
    } catch (LocalStreamException e) {
      // What was measured is true all the same.
      mailbox.fail(e, true);
    }
  }

  private SpeedReport measure(ScratchFile scratch, FileReference folder)
      throws InterruptedException {
    begin(SpeedStep.CONSENT);
    answerTo(SpeedStep.CONSENT, setting.desk().patience());
    begin(SpeedStep.DEVICE);
    DeviceSpeed own = probe().measure(scratch);
    DeviceSpeed peer =
        answerTo(SpeedStep.DEVICE, limits().patience()).device().orElseThrow(this::outOfTurn);
    Duration roundTrip = roundTrip();
    Measurement there = networkThere();
    Measurement back = networkBack();
    WaySpeed wayThere =
        new WaySpeed(there, togetherThere(amount(Stage.onTheWay(own, there, peer)), own, scratch));
    WaySpeed wayBack =
        new WaySpeed(back, togetherBack(amount(Stage.onTheWay(peer, back, own)), folder));
    return new SpeedReport(own, peer, roundTrip, wayThere, wayBack);
  }

  private void begin(SpeedStep step) {
    progress.accept(step);
  }

  /** The median. */
  private Duration roundTrip() throws InterruptedException {
    begin(SpeedStep.ROUND_TRIP);
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < ROUND_TRIPS; i++) {
      long start = probe().ticker().nanos();
      answerTo(SpeedStep.ROUND_TRIP, limits().patience());
      times.add(Duration.ofNanos(probe().ticker().nanos() - start));
    }
    return times.stream().sorted().toList().get(ROUND_TRIPS / 2);
  }

  private Measurement networkThere() throws InterruptedException {
    begin(SpeedStep.NETWORK_THERE);
    try (LaneSource source = openLanes()) {
      Measured ready = answerTo(SpeedStep.NETWORK_THERE, source.tickets());
      sendRandomly(source, ready.tickets());
    }
    return expect(SpeedStep.NETWORK_THERE, limits().patience())
        .network()
        .orElseThrow(this::outOfTurn);
  }

  private Measurement networkBack() throws InterruptedException {
    begin(SpeedStep.NETWORK_BACK);
    try (LaneSource source = openLanes()) {
      Measured ready = answerTo(SpeedStep.NETWORK_BACK, source.tickets());
      return receiveRandomly(source, ready.tickets());
    }
  }

  private Measurement togetherThere(long bytes, DeviceSpeed own, ScratchFile scratch)
      throws InterruptedException {
    begin(SpeedStep.TOGETHER_THERE);
    answerTo(SpeedStep.TOGETHER_THERE, limits().patience());
    return sendTrial(1, bytes, own, scratch);
  }

  private Measurement togetherBack(long bytes, FileReference folder) throws InterruptedException {
    begin(SpeedStep.TOGETHER_BACK);
    Trial trial = expectTrial(2, new ScratchTarget(probe().scratch(folder), limits().fileBytes()));
    send(new Measure(id, SpeedStep.TOGETHER_BACK, List.of(), bytes));
    expect(SpeedStep.TOGETHER_BACK, limits().patience());
    return receiveTrial(trial);
  }

  /** As much as should take as long as every other step. */
  private long amount(Map<Stage, Measurement> stages) {
    double perSecond = Bottleneck.of(stages).bytesPerSecond();
    double bytes = perSecond * limits().step().toMillis() / Duration.ofSeconds(1).toMillis();
    return Math.min(limits().stepBytes(), Math.max(LEAST_BYTES, (long) bytes));
  }

  private Measured answerTo(SpeedStep step, Duration patience) throws InterruptedException {
    send(measureMessage(step));
    return expect(step, patience);
  }

  private Measured answerTo(SpeedStep step, List<LaneTicket> tickets) throws InterruptedException {
    send(new Measure(id, step, tickets, 0));
    return expect(step, limits().patience());
  }

  private Measure measureMessage(SpeedStep step) {
    return new Measure(id, step, List.of(), 0);
  }

  private Measured expect(SpeedStep step, Duration patience) throws InterruptedException {
    if (mailbox.takeWithin(within(patience)) instanceof Measured measured
        && measured.step() == step) {
      return measured;
    }
    throw outOfTurn();
  }

  private DeviceProbe probe() {
    return setting.desk().probe();
  }

  private SpeedLimits limits() {
    return probe().limits();
  }
}
