package io.localstream.adapters.cli;

import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.contract.ApprovalPromptContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The desk, answered by a person who waits in front of it. */
class QuestionDeskTest extends ApprovalPromptContract {
  private final QuestionDesk desk = new QuestionDesk(silentScreen());

  @Override
  protected ApprovalPrompt prompt() {
    return desk;
  }

  @Override
  protected void personAnswers(ApprovalPrompt.Answer answer) throws InterruptedException {
    desk.awaitQuestion(0, () -> false)
        .orElseThrow()
        .enter(answer == ApprovalPrompt.Answer.YES ? "yes" : "no");
  }

  @Override
  protected void awaitQuestions(int count) throws InterruptedException {
    desk.awaitQuestion(count - 1, () -> false);
  }

  private static Screen silentScreen() {
    PrintStream lost =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Screen(
        new Streams(
            InputStream.nullInputStream(),
            lost,
            lost,
            false,
            false,
            false,
            () -> 0,
            () -> {
              throw new IOException("there is no terminal");
            }));
  }
}
