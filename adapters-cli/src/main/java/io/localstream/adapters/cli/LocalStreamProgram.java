package io.localstream.adapters.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The program {@code localstream}: the interactive shell and the one-shot commands. */
public final class LocalStreamProgram {
  private static final String HOME_VARIABLE = "LOCALSTREAM_HOME";

  private final DeviceFactory devices;
  private final Map<String, String> environment;
  private final Supplier<Path> usualHome;
  private final String version;
  private final Supplier<Streams> streams;

  /**
   * @param devices makes devices
   * @param environment the environment variables of the process
   * @param usualHome where the home is when neither {@code --home} nor {@code LOCALSTREAM_HOME}
   *     says it
   * @param version is shown by {@code version}
   */
  public LocalStreamProgram(
      DeviceFactory devices,
      Map<String, String> environment,
      Supplier<Path> usualHome,
      String version) {
    this(devices, environment, usualHome, version, Streams::ofProcess);
  }

  LocalStreamProgram(
      DeviceFactory devices,
      Map<String, String> environment,
      Supplier<Path> usualHome,
      String version,
      Supplier<Streams> streams) {
    this.devices = devices;
    this.environment = Map.copyOf(environment);
    this.usualHome = usualHome;
    this.version = version;
    this.streams = streams;
  }

  /**
   * Runs the program on the standard streams of this process.
   *
   * @return the exit code: one of {@link io.localstream.domain.failure.ExitCode}
   */
  public int run(String... arguments) {
    Parts parts = new Parts(streams.get(), environment);
    return new ProgramRun(parts, devices, version, this::home).run(List.of(arguments)).number();
  }

  /** What can be typed behind the program's name, for manual pages and completion scripts. */
  public CommandLine commandLine() {
    Parts parts = new Parts(streams.get(), environment);
    DeviceSlot none =
        new DeviceSlot(() -> {
          throw new IllegalStateException("nothing is run here");
        });
    CommandTree tree = new CommandTree(parts.commands(none, devices, version), Place.ONE_SHOT);
    CommandLine root = tree.build(new GlobalOptions());
    keepWhatWorks(tree, root);
    root.getSubcommands().values().forEach(command -> keepWhatWorks(tree, command));
    return root;
  }

  private static void keepWhatWorks(CommandTree tree, CommandLine parent) {
    List.copyOf(parent.getSubcommands().entrySet()).stream()
        .filter(command -> !tree.works(command.getValue()))
        .forEach(command -> parent.getCommandSpec().removeSubcommand(command.getKey()));
  }

  private Path home(GlobalOptions options) {
    return options.home().orElseGet(this::homeOfEnvironment);
  }

  private Path homeOfEnvironment() {
    String given = environment.getOrDefault(HOME_VARIABLE, "");
    try {
      return given.isEmpty()
          ? usualHome.get()
          : Path.of(SystemText.requirePath(HOME_VARIABLE, given));
    } catch (InvalidPathException e) {
      throw Usage.mistake(HOME_VARIABLE + " is not a path: " + e.getReason(), "help");
    }
  }
}
