package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.failure.LocalStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes of the system that are no text. */
class SystemTextTest {
  private final ProgramRig rig = new ProgramRig();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "send a\ufffdb --yes --to 192.168.1.9:8080",
        "receive a\ufffdb --yes --from 192.168.1.9:8080",
        "status --home a\ufffdb"
      })
  void areRefusedInArguments(String line) {
    assertThat(rig.run(line.split(" "))).isEqualTo(2);

    assertThat(rig.err()).singleElement().asString().contains("not text in UTF-8");
    assertThat(rig.out()).isEmpty();
  }

  @Test
  void areRefusedInLinesOfTheShell() {
    assertThat(rig.runWithInput("send_file 8080 a\ufffdb\n")).isEqualTo(2);

    assertThat(rig.err()).singleElement().asString().contains("not text in UTF-8");
  }

  @Test
  void areRefusedInThePathOfTheCurrentFolder() {
    assertThatThrownBy(() -> SystemText.requireCurrentFolder("/no/such/a\ufffdb"))
        .isInstanceOf(LocalStreamException.class)
        .hasMessageContaining("current folder");
    assertThatCode(() -> SystemText.requireCurrentFolder("/home/\u03c6"))
        .doesNotThrowAnyException();
  }
}
