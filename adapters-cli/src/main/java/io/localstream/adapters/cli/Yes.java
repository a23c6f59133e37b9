package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "yes",
    description = "Answer the question, or save the file that is offered in this folder.",
    customSynopsis = "yes")
@Place.Only(value = Place.SHELL, instead = "give --yes with the command instead")
final class Yes implements CliCommand {
  private final Answering answering;

  Yes(Answering answering) {
    this.answering = answering;
  }

  @Override
  public ExitCode run() throws InterruptedException {
    return new Accept(answering).run();
  }
}
