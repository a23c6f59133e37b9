package io.localstream.adapters.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself and the options that every command takes, before its name or after it. */
@Command(
    name = "localstream",
    customSynopsis = {
      "localstream [OPTIONS]                starts the shell",
      "       localstream [OPTIONS] COMMAND [ARGUMENTS]"
    },
    description = "Sends files between machines on a local network, encrypted end to end.")
final class GlobalOptions {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "where identity, trust and sessions are kept (also: LOCALSTREAM_HOME)")
  private Optional<Path> home = Optional.empty();

  @Option(
      names = {"-y", "--yes"},
      scope = ScopeType.INHERIT,
      description = "accept first contacts and files without asking")
  private boolean yes;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "no notices and no progress; receive prints the saved path alone")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "show where a failure comes from")
  private boolean verbose;

  @Option(
      names = "--keep-going",
      description = "go on after a failure where commands are read from standard input")
  private boolean keepGoing;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "show the version")
  private boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show what the program or a command does")
  private boolean help;

  Optional<Path> home() {
    return home;
  }

  boolean yes() {
    return yes;
  }

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  boolean keepGoing() {
    return keepGoing;
  }

  boolean version() {
    return version;
  }

  boolean help() {
    return help;
  }
}
