package io.localstream.application.conversation;

import io.localstream.application.speed.DeviceProbe;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.Measure;
import io.localstream.domain.message.Measured;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.SpeedLimits;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.TransferId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The side of a measurement that is asked: does what it is told, as often as it makes sense and
 * within its own limits.
 */
final class SpeedAnswering extends SpeedConversation {
  private static final int MOST_ROUND_TRIPS = 32;

  private final Map<SpeedStep, Integer> done = new EnumMap<>(SpeedStep.class);
  private @Nullable DeviceSpeed own;
  private @Nullable LocalStreamException failure;

  SpeedAnswering(Setting setting, TransferId id) {
    super(setting, id);
  }

  /** Holds the conversation; returns when it is over. */
  void run() {
    try {
      requireConsent();
      answerAll();
    } catch (LocalStreamException e) {
      failure = e;
    } catch (InterruptedException e) {
      failure = new LocalStreamException(FailureCode.CANCELLED, "cancelled", e);
    } catch (RuntimeException | Error e) {
      failure = new LocalStreamException(FailureCode.INTERNAL, "internal error: " + e, e);
    }
  }

  /**
   * The last word to both persons, once there is nothing left of the measurement: whoever hears it
   * may begin another.
   */
  void takeLeave() {
    DeviceName peer = setting.line().peer().name();
    if (failure == null) {
      setting.desk().measured(peer);
      goOn(SpeedStep.END, List.of());
    } else {
      setting.desk().failed(peer, settle(failure));
    }
  }

  private void requireConsent() throws InterruptedException {
    Answer answer;
    try (PendingAnswer pending = setting.desk().ask(setting.line().peer().name())) {
      mailbox.onFailure(pending::close);
      answer = pending.await();
    }
    mailbox.check();
    switch (answer) {
      case YES -> goOn(SpeedStep.CONSENT, List.of());
      case NO ->
          throw new LocalStreamException(
              FailureCode.DECLINED, "you did not let " + peerName() + " measure the speed");
      case NONE ->
          throw new LocalStreamException(
              FailureCode.NOBODY_ASKED,
              "nobody said whether " + peerName() + " may measure the speed (--yes lets it)");
    }
  }

  private void answerAll() throws InterruptedException {
    try (ScratchFile scratch = scratch()) {
      while (mailbox.takeWithin(within(limits().patience())) instanceof Measure measure) {
        if (measure.step() == SpeedStep.END) {
          return;
        }
        requireSense(measure.step());
        answer(measure, scratch);
      }
    }
    throw outOfTurn();
  }

  /** Nothing is measured twice but the round trip: a peer can't keep this device at work. */
  private void requireSense(SpeedStep step) {
    int most = step == SpeedStep.ROUND_TRIP ? MOST_ROUND_TRIPS : 1;
    if (done.merge(step, 1, Integer::sum) > most) {
      throw outOfTurn();
    }
  }

  private void answer(Measure measure, @Nullable ScratchFile scratch) throws InterruptedException {
    switch (measure.step()) {
      case CONSENT, END -> throw outOfTurn();
      case ROUND_TRIP -> goOn(SpeedStep.ROUND_TRIP, List.of());
      case DEVICE -> {
        DeviceSpeed measured = scratch == null ? probe().measure() : probe().measure(scratch);
        own = measured;
        send(
            new Measured(id, SpeedStep.DEVICE, List.of(), Optional.of(measured), Optional.empty()));
      }
      case NETWORK_THERE -> receiveNetwork(measure);
      case NETWORK_BACK -> sendNetwork(measure);
      case TOGETHER_THERE -> {
        Trial trial = expectTrial(1, target());
        goOn(SpeedStep.TOGETHER_THERE, List.of());
        receiveTrial(trial);
      }
      case TOGETHER_BACK -> {
        goOn(SpeedStep.TOGETHER_BACK, List.of());
        sendTrial(2, Math.clamp(measure.bytes(), 1, limits().stepBytes()), requireOwn(), scratch);
      }
    }
  }

  private void receiveNetwork(Measure measure) throws InterruptedException {
    Measurement network;
    try (LaneSource source = openLanes()) {
      goOn(SpeedStep.NETWORK_THERE, source.tickets());
      network = receiveRandomly(source, measure.tickets());
    }
    send(
        new Measured(
            id, SpeedStep.NETWORK_THERE, List.of(), Optional.empty(), Optional.of(network)));
  }

  private void sendNetwork(Measure measure) throws InterruptedException {
    try (LaneSource source = openLanes()) {
      goOn(SpeedStep.NETWORK_BACK, source.tickets());
      sendRandomly(source, measure.tickets());
    }
  }

  private void goOn(SpeedStep step, List<LaneTicket> tickets) {
    send(Measured.goingOn(id, step, tickets));
  }

  /** The peer has to have this device measured before it can want its file. */
  private DeviceSpeed requireOwn() {
    if (own == null) {
      throw outOfTurn();
    }
    return own;
  }

  private ScratchTarget target() {
    return new ScratchTarget(scratch(), limits().fileBytes());
  }

  /** Null where this device has no place for it: the rest can be measured all the same. */
  private @Nullable ScratchFile scratch() {
    try {
      return probe().scratch(setting.desk().folder());
    } catch (LocalStreamException _) {
      return null;
    }
  }

  private DeviceProbe probe() {
    return setting.desk().probe();
  }

  private SpeedLimits limits() {
    return probe().limits();
  }
}
