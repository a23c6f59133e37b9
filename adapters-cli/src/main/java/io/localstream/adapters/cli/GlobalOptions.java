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
      description = "accept first contacts and files, and what a command asks, without asking")
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
      names = "--no-announce",
      scope = ScopeType.INHERIT,
      description = "do not announce this device on the local network")
  private boolean silent;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "the passphrase of the identity is the first line of that file")
  private Optional<Path> passphraseFile = Optional.empty();

  @Option(
      names = "--passphrase-fd",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      description = "the passphrase is the first line that comes from that file descriptor")
  private Optional<Integer> passphraseDescriptor = Optional.empty();

  @Option(names = "--restore", description = "start the shell with the last saved session")
  private boolean restore;

  @Option(names = "--no-restore", description = "start the shell without it, and do not ask")
  private boolean noRestore;

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

  boolean silent() {
    return silent;
  }

  /** Where the passphrase is to be read. */
  Optional<Path> passphraseFile() {
    return passphraseFile.or(() -> passphraseDescriptor.map(GlobalOptions::descriptor));
  }

  /** Whether the last saved session is to be restored; empty where that is to be asked. */
  Optional<Boolean> restore() {
    return restore || noRestore ? Optional.of(restore) : Optional.empty();
  }

  /**
   * Refuses what can't be meant.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code INVALID_ARGUMENT}
   */
  void requireSense() {
    if (restore && noRestore) {
      throw Usage.mistake("give --restore or --no-restore, not both", "help");
    }
    if (passphraseFile.isPresent() && passphraseDescriptor.isPresent()) {
      throw Usage.mistake("give --passphrase-file or --passphrase-fd, not both", "help");
    }
  }

  /** Refuses, in front of a single command, what has a meaning for the shell only. */
  void requireNothingForTheShell() {
    if (keepGoing || restore || noRestore) {
      throw Usage.mistake(
          "--keep-going, --restore and --no-restore are for the shell, without a command", "help");
    }
  }

  /** Refuses, in a line of the shell, what has a meaning at the start of the program only. */
  void requireNothingForTheStart() {
    refuseHere(keepGoing, "--keep-going");
    refuseHere(restore, "--restore");
    refuseHere(noRestore, "--no-restore");
    refuseHere(home.isPresent(), "--home DIR");
    refuseHere(silent, "--no-announce");
    refuseHere(passphraseFile.isPresent(), "--passphrase-file FILE");
    refuseHere(passphraseDescriptor.isPresent(), "--passphrase-fd N");
  }

  private static void refuseHere(boolean given, String option) {
    if (given) {
      throw Usage.mistake(
          option.split(" ", 2)[0] + " is for the start: localstream " + option, "help");
    }
  }

  /** A descriptor of this process, as Linux, macOS and the BSDs show it in the file system. */
  private static Path descriptor(int number) {
    return Path.of("/dev/fd/" + number);
  }

  boolean version() {
    return version;
  }

  boolean help() {
    return help;
  }
}
