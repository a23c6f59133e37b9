package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ClosedStreamTest {
  @Test
  void failsToRead() {
    InputStream in = ClosedStream.input();

    assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasMessage("it is closed");
    assertThatThrownBy(() -> in.readNBytes(1)).isInstanceOf(IOException.class);
  }

  @Test
  void failsToWrite() {
    PrintStream out = ClosedStream.output();
    out.println("lost");

    assertThat(out.checkError()).isTrue();
  }
}
