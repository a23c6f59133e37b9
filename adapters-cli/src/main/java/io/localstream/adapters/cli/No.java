package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "no",
    description = "Say no to the question, or decline the file that is offered.",
    customSynopsis = "no")
@Place.Only(value = Place.SHELL, instead = "what is not accepted with --yes is refused")
final class No implements CliCommand {
  private final Answering answering;

  No(Answering answering) {
    this.answering = answering;
  }

  @Override
  public ExitCode run() {
    return new Deny(answering).run();
  }
}
