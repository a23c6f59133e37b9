package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import picocli.CommandLine.Command;

@Command(
    name = "deny",
    description = "Say no to the question, or decline the file that is offered.",
    customSynopsis = "deny")
@Place.Only(value = Place.SHELL, instead = "what is not accepted with --yes is refused")
final class Deny implements CliCommand {
  private final Answering answering;

  Deny(Answering answering) {
    this.answering = answering;
  }

  @Override
  public ExitCode run() {
    return answering.answerQuestion(Answer.NO).orElseGet(answering::decline);
  }
}
