package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Question;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Transfer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTest {
  private static final Question MEASURE =
      new Question.MeasureSpeed(new DeviceName("anna"), new FileReference("."), 1_000);

  private final Screen screen = new Screen(TestStreams.silent());
  private final Person person = new Person(new AbsentPerson(screen), screen);

  private Answer ask(Question question) throws InterruptedException {
    return person.ask(question, Duration.ofSeconds(1));
  }

  @Test
  void yesToAllIsNoYesToMeasurements() throws InterruptedException {
    person.agreeToAll();

    assertThat(ask(MEASURE)).isEqualTo(Answer.NONE);
    assertThat(ask(Samples.trust("anna"))).isEqualTo(Answer.YES);
    Transfer offer = Samples.transfer("a.txt", 1, Transfer.Direction.RECEIVING, "anna");
    assertThat(ask(new Question.ReceiveFiles(offer, "/in/a.txt", Samples.plan(offer, List.of()))))
        .isEqualTo(Answer.YES);
  }

  @Test
  void aCommandThatWaitsForAMeasurementAgreesToIt() throws InterruptedException {
    person.agreeToAll();
    try (Person.Agreement _ = person.agree(Question.MeasureSpeed.class::isInstance)) {
      assertThat(ask(MEASURE)).isEqualTo(Answer.YES);
    }
    assertThat(ask(MEASURE)).isEqualTo(Answer.NONE);
  }
}
