package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program without a terminal: exit codes, streams, homes. */
class ExitCodesTest {
  private final ProgramRig rig = new ProgramRig();

  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void tellsEveryFailureInOneLineAndByItsExitCode(FailureCode code) {
    rig.factory =
        (_, _) -> {
          throw new LocalStreamException(code, "port 8080 is\nburning");
        };

    assertThat(rig.run("status")).isEqualTo(code.exitCode().number());
    assertThat(rig.out()).isEmpty();
    assertThat(rig.err())
        .singleElement()
        .asString()
        .startsWith("localstream: ")
        .contains("port 8080 is\\u000aburning");
  }

  @Test
  void tellsADefectInOneLine() {
    rig.factory =
        (_, _) -> {
          throw new IllegalStateException("impossible");
        };

    assertThat(rig.run("status")).isEqualTo(1);
    assertThat(rig.err()).singleElement().asString().contains("a defect", "impossible");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--verbose status", "status -v", "-qv status"})
  void showsWhereAFailureComesFromWhenAsked(String line) {
    rig.factory =
        (_, _) -> {
          throw new IllegalStateException("impossible");
        };

    rig.run(line.split(" "));

    assertThat(rig.err()).anyMatch(trace -> trace.contains("ExitCodesTest"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "-V",
        "version",
        "--help",
        "help",
        "help send",
        "send --help",
        "-h connect",
        "send_file -h"
      })
  void opensNoDeviceToExplainItself(String line) {
    assertThat(rig.run(line.split(" "))).isZero();
    assertThat(rig.devices).isEmpty();
    assertThat(rig.out()).isNotEmpty();
    assertThat(rig.err()).isEmpty();
  }

  @Test
  void takesTheHomeFromTheOptionBeforeTheEnvironmentBeforeTheUsual() {
    rig.run("status");
    rig.environment = Map.of("LOCALSTREAM_HOME", "of-environment");
    rig.run("status");
    rig.run("--home", "of-option", "status");
    rig.run("status", "--home=of-option-too");

    assertThat(rig.homes)
        .extracting(Path::toString)
        .containsExactly("usual-home", "of-environment", "of-option", "of-option-too");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--home= status",
        "status --home=",
        "status --passphrase-file=",
        "bench --in=",
        "send --files-from=",
        "send --file="
      })
  void takesNoEmptyPathForTheCurrentFolder(String line) {
    assertThat(rig.run(line.split(" "))).isEqualTo(2);
    assertThat(rig.err()).singleElement().asString().contains("empty");
    assertThat(rig.homes).isEmpty();
  }

  @Test
  void closesTheDeviceInTheEnd() {
    rig.run("status");

    assertThat(rig.device().closed).isTrue();
  }
}
