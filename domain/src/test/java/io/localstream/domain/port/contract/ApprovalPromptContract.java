package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.port.Question;
import io.localstream.domain.trust.TrustDecision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link ApprovalPrompt} promises. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ApprovalPromptContract {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(100);

  /** The subject, the same one during a test. */
  protected abstract ApprovalPrompt prompt();

  /**
   * Has the person give this answer to the question that is before them, now or as soon as there is
   * one. Called once for each question, from the test's thread, and may wait for the question.
   */
  protected abstract void personAnswers(Answer answer) throws Exception;

  /** Waits until so many questions, counted from the start, were taken from those who asked. */
  protected abstract void awaitQuestions(int count) throws Exception;

  @Test
  void tellsYes() throws Exception {
    assertThat(answered(Answer.YES)).isEqualTo(Answer.YES);
  }

  @Test
  void tellsNo() throws Exception {
    assertThat(answered(Answer.NO)).isEqualTo(Answer.NO);
  }

  @Test
  void tellsNoneWhenNobodyAnswersInTime() throws Exception {
    assertThat(prompt().ask(question("silent"), SHORT)).isEqualTo(Answer.NONE);
  }

  @Test
  void goesOnAfterAQuestionThatNobodyAnswered() throws Exception {
    prompt().ask(question("silent"), SHORT);

    assertThat(answered(Answer.YES)).isEqualTo(Answer.YES);
  }

  @Test
  void withdrawsTheQuestionWhenInterrupted() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> withdrawn = ask(threads, "impatient");
      awaitQuestions(1);
      threads.shutdownNow();
      assertThatThrownBy(withdrawn::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(InterruptedException.class);
    }
    assertThat(answered(Answer.NO)).isEqualTo(Answer.NO);
  }

  @Test
  void putsQuestionsOfSeveralThreadsInARow() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> asked =
          List.of(ask(threads, "one"), ask(threads, "two"), ask(threads, "three"));
      awaitQuestions(3);
      personAnswers(Answer.YES);
      personAnswers(Answer.NO);
      personAnswers(Answer.YES);
      assertThat(asked)
          .extracting(answer -> answer.get(30, TimeUnit.SECONDS))
          .containsExactlyInAnyOrder(Answer.YES, Answer.NO, Answer.YES);
    }
  }

  private Answer answered(Answer answer) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> asked = ask(threads, "anna");
      personAnswers(answer);
      return asked.get(30, TimeUnit.SECONDS);
    }
  }

  private Future<Answer> ask(ExecutorService threads, String name) {
    return threads.submit(() -> prompt().ask(question(name), LONG));
  }

  private static Question question(String name) {
    PublicKey key = new PublicKey(new byte[] {1});
    Fingerprint own = new Fingerprint("0123456789abcdef".repeat(4));
    Fingerprint other = new Fingerprint("fedcba9876543210".repeat(4));
    LocalIdentity self = new LocalIdentity(id(1), key, own, key);
    PresentedDevice peer =
        new PresentedDevice(
            new PeerCredentials(id(2), key, other), new DeviceName(name), key, Optional.empty());
    return new Question.TrustDevice(
        self, new TrustDecision.FirstContact(peer, false), "192.168.1.9:50123");
  }

  private static DeviceId id(long number) {
    return new DeviceId(new UUID(0, number));
  }
}
