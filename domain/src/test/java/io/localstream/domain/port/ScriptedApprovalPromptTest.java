package io.localstream.domain.port;

import io.localstream.domain.port.contract.ApprovalPromptContract;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import java.time.Duration;

class ScriptedApprovalPromptTest extends ApprovalPromptContract {
  private final ScriptedApprovalPrompt prompt = new ScriptedApprovalPrompt();

  @Override
  protected ApprovalPrompt prompt() {
    return prompt;
  }

  @Override
  protected void personAnswers(ApprovalPrompt.Answer answer) {
    prompt.answer(answer);
  }

  @Override
  protected void awaitQuestions(int count) throws InterruptedException {
    prompt.awaitQuestions(count, Duration.ofSeconds(20));
  }
}
