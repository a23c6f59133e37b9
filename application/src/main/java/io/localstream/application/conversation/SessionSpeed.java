package io.localstream.application.conversation;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Measure;
import io.localstream.domain.message.Measured;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.speed.SpeedReport;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.TransferId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one measurement that may go on in a session. Thread-safe. */
public final class SessionSpeed {
  private final SpeedConversation.Setting setting;
  private @Nullable SpeedConversation current;
  private @Nullable LocalStreamException end;

  SessionSpeed(SpeedConversation.Setting setting) {
    this.setting = setting;
  }

  /**
   * Measures this device, the peer and what is between them.
   *
   * @param id of the measurement
   * @param folder where this device's disk is measured
   * @param progress told of every step that begins
   * @throws LocalStreamException as {@link io.localstream.application.usecase.MeasureSpeed#measure}
   */
  public SpeedReport measure(TransferId id, FileReference folder, Consumer<SpeedStep> progress)
      throws InterruptedException {
    try (SpeedDesk.Place _ = setting.desk().enter()) {
      SpeedAsking asking = new SpeedAsking(setting, id, progress);
      begin(asking);
      try {
        return asking.hold(folder);
      } finally {
        finish(asking);
      }
    }
  }

  private synchronized void begin(SpeedConversation conversation) {
    current = conversation;
    if (end != null) {
      conversation.mailbox.fail(end, true);
    }
  }

  private synchronized void finish(SpeedConversation conversation) {
    if (current == conversation) {
      current = null;
    }
  }

  private synchronized @Nullable SpeedConversation current(TransferId id) {
    SpeedConversation conversation = current;
    return conversation != null && conversation.id().equals(id) ? conversation : null;
  }

  /** The peer wants a step. */
  void hear(Measure measure) {
    if (measure.step() == SpeedStep.CONSENT) {
      answer(measure.measurement());
    } else if (current(measure.measurement()) instanceof SpeedAnswering answering) {
      answering.mailbox.deliver(measure);
    } else if (measure.step() != SpeedStep.END) {
      refuse(StatusFlag.MESSAGE_UNEXPECTED, measure.measurement());
    }
  }

  private void answer(TransferId id) {
    SpeedDesk.Place place;
    try {
      place = setting.desk().enter();
    } catch (LocalStreamException e) {
      refuse(Replies.flag(e.code()), id);
      return;
    }
    SpeedAnswering answering = new SpeedAnswering(setting, id);
    begin(answering);
    Threads.start(
        "measurement",
        () -> {
          answering.run();
          finish(answering);
          place.close();
          answering.takeLeave();
        });
  }

  private void refuse(StatusFlag flag, TransferId id) {
    setting.line().send(ControlMessage.Status.of(flag, id));
  }

  /** The peer answers a step. */
  void hear(Measured measured) {
    if (current(measured.measurement()) instanceof SpeedAsking asking) {
      asking.mailbox.deliver(measured);
    }
  }

  /** Whether a status was about the measurement, and not about a transfer. */
  boolean hears(StatusFlag flag, TransferId id) {
    SpeedConversation conversation = current(id);
    if (conversation == null || setting.transfers().isOpen(id)) {
      return false;
    }
    conversation.hear(flag);
    return true;
  }

  /** The peer does not know one of the messages that it was sent. */
  synchronized void notUnderstood() {
    if (current instanceof SpeedAsking asking) {
      asking.notUnderstood();
    }
  }

  /** Whether an offer belongs to the measurement, and is received by it. */
  boolean takes(Offer offer) {
    SpeedConversation conversation = current(offer.id());
    return conversation != null && conversation.takes(offer);
  }

  /** The session is over. */
  synchronized void end(LocalStreamException reason) {
    end = reason;
    if (current != null) {
      current.mailbox.fail(reason, true);
    }
  }
}
