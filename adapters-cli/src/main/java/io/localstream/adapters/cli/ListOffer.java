package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    description = "Show every file that the question is about.",
    customSynopsis = "list")
@Place.Only(value = Place.SHELL, instead = "answer the question with list, or give --plan")
final class ListOffer implements CliCommand {
  private final Answering answering;

  ListOffer(Answering answering) {
    this.answering = answering;
  }

  @Override
  public ExitCode run() {
    return answering.list();
  }
}
