package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SystemToolTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void tellsWhatAToolPrints() {
    assertThat(SystemTool.output(List.of(JAVA, "--version"), PATIENCE).orElseThrow())
        .contains("Runtime Environment");
  }

  @Test
  void tellsNothingOfAToolThatIsMissing() {
    assertThat(SystemTool.output(List.of("no-such-tool-anywhere"))).isEmpty();
  }

  @Test
  void tellsNothingOfAToolThatFails() {
    assertThat(SystemTool.output(List.of(JAVA, "--no-such-option"), PATIENCE)).isEmpty();
  }

  @DisabledOnOs(OS.WINDOWS)
  @Timeout(30)
  @Test
  void givesUpOnAToolThatHangs() {
    assertThat(SystemTool.output(List.of("sleep", "3600"), Duration.ofMillis(50))).isEmpty();
  }
}
