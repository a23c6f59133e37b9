package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "album/one.jpg",
        "\u007f\u0080\u07ff\u0800\uffff",
        "\u03c6\u03c9\u03c4\u03bf",
        "\ud83d\ude42 and after"
      })
  void isReadAsItWas(String text) {
    byte[] packed = PackedText.of(text);
    byte[] among = new byte[packed.length + 5];
    System.arraycopy(packed, 0, among, 3, packed.length);

    assertThat(PackedText.read(among, 3, packed.length)).isEqualTo(text);
  }

  @Test
  void takesOneByteForACharacterOfAscii() {
    assertThat(PackedText.of("album")).hasSize(5);
  }
}
