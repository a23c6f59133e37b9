package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Standard output is a full disk, or a pipe that nobody reads any more. */
class UnwritableResultsTest {
  private final ProgramRig rig = new ProgramRig();

  /** One command line for each command that has results. */
  static Stream<String> commands() {
    return Stream.of(
        "help",
        "help receive",
        "--help",
        "send --help",
        "version",
        "--version",
        "status",
        "possible-connections",
        "trust list",
        "trust show anna",
        "trust rename anna bert",
        "trust forget anna --yes",
        "sessions list",
        "transfers",
        "transfers list",
        "transfers receipts",
        "identity show",
        "identity export",
        "settings",
        "settings name bert",
        "doctor",
        "bench",
        "send report.pdf --to 192.168.1.9:8080 --yes",
        "receive here --from 192.168.1.9:8080 --yes");
  }

  private int run(String line) {
    rig.factory =
        (_, contacts) -> {
          ScriptedDevice device = new ScriptedDevice(contacts, Duration.ZERO);
          device.offersWhenConnected = Optional.of("report.pdf");
          device.trust.pin("anna");
          rig.devices.add(device);
          return device;
        };
    return rig.run(line.split(" "));
  }

  private static OutputStream failing(String why) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException(why);
      }
    };
  }

  @ParameterizedTest
  @MethodSource("commands")
  void endWithFiveAndOneLine(String line) {
    assertThat(run(line)).as("where it can be written: " + rig.err()).isZero();
    assertThat(rig.out()).isNotEmpty();
    rig.output = failing("No space left on device");

    assertThat(run(line)).isEqualTo(ExitCode.LOCAL_FILE.number());

    assertThat(rig.err())
        .last()
        .isEqualTo(
            "localstream: the results could not be written to standard output: No space left on"
                + " device");
    assertThat(rig.err()).filteredOn(said -> said.contains("No space")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void endQuietlyWhereTheReaderHasClosedThePipe(String line) {
    int errors = run(line) == 0 ? rig.err().size() : -1;
    rig.output = failing("Broken pipe");

    assertThat(run(line)).isEqualTo(141);

    assertThat(rig.err()).hasSize(errors);
  }

  @Test
  void soDoTheLinesOfAPipedShell() {
    rig.output = failing("No space left on device");

    assertThat(rig.runWithInput("status\ntrust list\n")).isEqualTo(5);
  }

  @Test
  void aFailureOfTheCommandItselfKeepsItsExitCode() {
    rig.output = failing("No space left on device");

    assertThat(rig.run("trust", "show", "nobody-here")).isEqualTo(2);
  }

  @Test
  void noCommandIsForgottenHere() {
    Set<String> here =
        Stream.concat(
                commands().map(line -> line.split(" ")[0]),
                // It needs two devices that really send, and prints as the others do.
                Stream.of("try"))
            .map(name -> name.replace('-', '_'))
            .collect(Collectors.toSet());
    LocalStreamProgram program =
        new LocalStreamProgram(
            rig.factory, rig.environment, () -> Path.of("home"), "1", TestStreams::silent);

    assertThat(program.commandLine().getSubcommands().keySet())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(here).contains(name.replace('-', '_')));
  }
}
