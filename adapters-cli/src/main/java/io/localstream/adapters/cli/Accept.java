package io.localstream.adapters.cli;

import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.transfer.FileReference;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "accept",
    description = "Say yes to the question, or save the file that is offered.",
    customSynopsis = "accept [DEST] [--existing POLICY] [--names POLICY] [--hidden]",
    footer = {"", "Example: accept Downloads"})
@Positional("--dest")
@Place.Only(value = Place.SHELL, instead = "give --yes with the command instead")
final class Accept implements CliCommand {
  private static final FileReference HERE = new FileReference(".");

  private final Answering answering;

  @Option(
      names = "--dest",
      paramLabel = "DEST",
      description = "where to save it; the current folder where not given")
  private Optional<FileReference> target = Optional.empty();

  @Mixin private final ExistingFileOptions existing = new ExistingFileOptions();

  @Mixin private final NameOptions names = new NameOptions();

  Accept(Answering answering) {
    this.answering = answering;
  }

  /** Where to and how are said of offers only, so that no question is meant. */
  @Override
  public ExitCode run() throws InterruptedException {
    Optional<ExitCode> answered =
        target.isEmpty() && !existing.given() && !names.given()
            ? answering.answerQuestion(Answer.YES)
            : Optional.empty();
    return answered.isPresent()
        ? answered.get()
        : answering.receive(target.orElse(HERE), existing, names.policy("accept"));
  }
}
