package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.failure.LocalStreamException;
import java.io.InputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ClosedStreamTest {
  @Test
  void failsToRead() {
    InputStream in = ClosedStream.input();

    assertThatThrownBy(in::readAllBytes)
        .isInstanceOf(LocalStreamException.class)
        .hasMessage("standard input is closed");
    assertThatThrownBy(() -> in.readNBytes(1)).isInstanceOf(LocalStreamException.class);
  }

  @Test
  void failsToWrite() {
    PrintStream out = ClosedStream.output();
    out.println("lost");

    assertThat(out.checkError()).isTrue();
  }
}
