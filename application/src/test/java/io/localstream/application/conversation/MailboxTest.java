package io.localstream.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MailboxTest {
  private static final ControlMessage MESSAGE = new ControlMessage.Heartbeat();

  private final Mailbox mailbox = new Mailbox();
  private final LocalStreamException goodbye =
      new LocalStreamException(FailureCode.CLOSED, "the peer closed the connection");

  @Test
  void whatCameBeforeTheEndIsReadBeforeTheEnd() throws InterruptedException {
    mailbox.deliver(MESSAGE);
    mailbox.fail(goodbye, true);

    assertThat(mailbox.take(Duration.ofSeconds(20))).contains(MESSAGE);
    assertThatThrownBy(() -> mailbox.take(Duration.ofSeconds(20))).isSameAs(goodbye);
  }

  @Test
  void aNudgeEndsTheWait() throws InterruptedException {
    mailbox.nudge();
    assertThat(mailbox.take(Duration.ofDays(1))).isEmpty();
  }

  @Test
  void aMomentPasses() throws InterruptedException {
    assertThat(mailbox.take(Duration.ofMillis(1))).isEmpty();
  }

  @Test
  void moreThanAConversationEverNeedsMakesItFail() {
    for (int i = 0; i <= 1_024; i++) {
      mailbox.deliver(MESSAGE);
    }
    assertThatThrownBy(mailbox::check)
        .isInstanceOfSatisfying(
            LocalStreamException.class,
            e -> assertThat(e.code()).isEqualTo(FailureCode.PROTOCOL_VIOLATION));
  }
}
