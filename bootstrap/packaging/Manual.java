import io.localstream.adapters.cli.LocalStreamProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Writes a manual page for each command and the completion script, all from the same model. */
final class Manual {
  private Manual() {}

  static void write(Path share) throws IOException {
    CommandLine program = program();
    Path completions = Files.createDirectories(share.resolve("bash-completion/completions"));
    Files.writeString(
        completions.resolve("localstream"), AutoComplete.bash("localstream", program));
    Path pages = Files.createDirectories(share.resolve("man/man1"));
    page(pages, program.getCommandSpec());
    for (CommandLine command : program.getSubcommands().values()) {
      page(pages, command.getCommandSpec());
    }
  }

  private static CommandLine program() {
    return new LocalStreamProgram(
            (_, _) -> {
              throw new IllegalStateException("no device is opened here");
            },
            Map.of(),
            () -> Path.of(""),
            "")
        .commandLine();
  }

  private static void page(Path folder, CommandSpec spec) throws IOException {
    Path file = folder.resolve(ManPage.name(spec) + ".1");
    Files.writeString(file, new ManPage(spec).text());
  }
}
