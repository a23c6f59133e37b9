package io.localstream.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.SecureChannel;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class InboxTest {
  private final SecureChannel channel = Mockito.mock(SecureChannel.class);

  private LocalStreamException end(FailureCode ofReading) {
    MessageCodec codec =
        new MessageCodec() {
          @Override
          public void write(ControlMessage message, Link link, Duration timeout) {}

          @Override
          public Optional<ControlMessage> read(
              Link link, ConversationStage stage, Duration timeout) {
            throw new LocalStreamException(ofReading, "as the adapter says it");
          }
        };
    return new Inbox(channel, codec, Timeouts.DEFAULT, "anna").readUntilTheEnd(message -> {});
  }

  @Test
  void aChannelThatTheWritingHalfGaveUpIsBroken() {
    assertThat(end(FailureCode.CLOSED).code()).isEqualTo(FailureCode.LINK_BROKEN);
    assertThat(end(FailureCode.CLOSED).getMessage()).startsWith("anna is gone");
  }

  @Test
  void memoryThatIsGoneEndsTheSessionInsteadOfTheThread() {
    MessageCodec codec = Mockito.mock(MessageCodec.class);
    Mockito.when(codec.read(Mockito.any(), Mockito.any(), Mockito.any()))
        .thenReturn(Optional.of(new ControlMessage.Heartbeat()));
    Inbox inbox = new Inbox(channel, codec, Timeouts.DEFAULT, "anna");

    LocalStreamException end =
        inbox.readUntilTheEnd(_ -> {
          throw new OutOfMemoryError("no more");
        });

    assertThat(end.code()).isEqualTo(FailureCode.INTERNAL);
    assertThat(end).hasCauseInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void whoIsSilentForThreeHeartbeatsDoesNotAnswer() {
    assertThat(end(FailureCode.TIMED_OUT).code()).isEqualTo(FailureCode.TIMED_OUT);
  }
}
