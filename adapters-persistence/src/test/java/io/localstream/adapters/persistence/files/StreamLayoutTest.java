package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamLayoutTest {
  private static StreamLayout layout(long... sizes) {
    return new StreamLayout(
        new Manifest(
            IntStream.range(0, sizes.length)
                .<ManifestEntry>mapToObj(file ->
                    new ManifestEntry.File(
                        new RelativePath("file" + file), sizes[file], SampleDevices.NOW, 0))
                .toList()));
  }

  private static List<String> pieces(StreamLayout layout, long offset, int length) {
    List<String> pieces = new ArrayList<>();
    layout.forEachPiece(
        offset,
        ByteBuffer.allocate(length),
        (file, position, buffer) -> {
          pieces.add(file + "@" + position + "+" + buffer.remaining());
          buffer.position(buffer.limit());
        });
    return pieces;
  }

  @Test
  void cutsAtTheEndsOfFiles() {
    StreamLayout layout = layout(0, 3, 0, 0, 2, 4, 0);

    assertThat(pieces(layout, 0, 9)).containsExactly("1@0+3", "4@0+2", "5@0+4");
    assertThat(pieces(layout, 2, 2)).containsExactly("1@2+1", "4@0+1");
    assertThat(pieces(layout, 3, 1)).containsExactly("4@0+1");
    assertThat(pieces(layout, 8, 1)).containsExactly("5@3+1");
  }

  @Test
  void movesNothingWhereNothingRemains() {
    assertThat(pieces(layout(0), 0, 0)).isEmpty();
    assertThat(pieces(layout(3), 3, 0)).isEmpty();
  }

  @Test
  void goesOnWhereAPieceWasMovedInPart() {
    List<Long> positions = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.allocate(3);
    layout(5)
        .forEachPiece(
            1,
            buffer,
            (_, position, piece) -> {
              positions.add(position);
              piece.get();
            });

    assertThat(positions).containsExactly(1L, 2L, 3L);
    assertThat(buffer.limit()).isEqualTo(3);
  }

  @Test
  void keepsPiecesSmall() {
    assertThat(pieces(layout(1 << 20), 0, 1 << 20)).hasSize(4);
  }

  @Test
  void refusesWhatLiesOutside() {
    StreamLayout layout = layout(3, Long.MAX_VALUE - 3);

    assertThat(pieces(layout, Long.MAX_VALUE - 1, 1)).hasSize(1);
    assertThatThrownBy(() -> pieces(layout, Long.MAX_VALUE, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pieces(layout, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pieces(layout, Long.MIN_VALUE, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
