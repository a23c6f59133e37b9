package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChunkPlanTest {
  private static final int KIB = 1 << 10;

  private static ChunkPlan plan(long totalBytes) {
    return new ChunkPlan(totalBytes, new ChunkSize(KIB));
  }

  @Test
  void isOneEmptyChunkForAnEmptyStream() {
    assertThat(plan(0).count()).isEqualTo(1);
    assertThat(plan(0).header(0)).isEqualTo(new ChunkHeader(0, 0, true));
  }

  @Test
  void endsWithAShorterChunk() {
    assertThat(plan(2 * KIB + 1).count()).isEqualTo(3);
    assertThat(plan(2 * KIB + 1).header(0)).isEqualTo(new ChunkHeader(0, KIB, false));
    assertThat(plan(2 * KIB + 1).header(1)).isEqualTo(new ChunkHeader(1, KIB, false));
    assertThat(plan(2 * KIB + 1).header(2)).isEqualTo(new ChunkHeader(2, 1, true));
    assertThat(plan(2 * KIB + 1).offset(2)).isEqualTo(2 * KIB);
  }

  @Test
  void endsWithAFullChunkWhereTheSizesDivide() {
    assertThat(plan(2 * KIB).count()).isEqualTo(2);
    assertThat(plan(2 * KIB).header(1)).isEqualTo(new ChunkHeader(1, KIB, true));
    assertThat(plan(1).count()).isEqualTo(1);
    assertThat(plan(KIB).header(0)).isEqualTo(new ChunkHeader(0, KIB, true));
  }

  @Test
  void doesNotOverflow() {
    ChunkPlan largest = plan(Long.MAX_VALUE);
    long last = largest.count() - 1;

    assertThat(largest.count()).isEqualTo(1L << 53);
    assertThat(largest.offset(last)).isEqualTo(Long.MAX_VALUE - KIB + 1);
    assertThat(largest.header(last)).isEqualTo(new ChunkHeader(last, KIB - 1, true));
  }

  @Test
  void refusesChunksThatAreNotThere() {
    assertThatThrownBy(() -> plan(KIB).header(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> plan(KIB).offset(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> plan(0).offset(Long.MAX_VALUE))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesANegativeStream() {
    assertThatThrownBy(() -> plan(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
  }
}
