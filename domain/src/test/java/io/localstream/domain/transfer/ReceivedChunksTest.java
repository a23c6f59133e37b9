package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedChunksTest {
  private static final int COUNT = 1_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void isCompleteOnlyOnceAllHaveComeInWhateverOrder(int seed) {
    List<Long> order = LongStream.range(0, COUNT).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(seed));
    ReceivedChunks chunks = new ReceivedChunks(COUNT);

    for (long index : order) {
      assertThat(chunks.isComplete()).isFalse();
      assertThat(chunks.add(index)).isTrue();
      assertThat(chunks.add(index)).isFalse();
    }

    assertThat(chunks.isComplete()).isTrue();
    assertThat(order).noneMatch(chunks::add);
  }

  @Test
  void refusesWhatTheTransferDoesNotHave() {
    ReceivedChunks chunks = new ReceivedChunks(COUNT);
    for (long index : new long[] {-1, COUNT, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> chunks.add(index));
    }
  }

  @Test
  void refusesToKeepTrackOfWhatIsScatteredTooFar() {
    ReceivedChunks chunks = new ReceivedChunks(Long.MAX_VALUE);
    for (long i = 1; i <= ReceivedChunks.MAX_INTERVALS; i++) {
      chunks.add(2 * i);
    }
    assertThatIllegalStateException().isThrownBy(() -> chunks.add(Long.MAX_VALUE - 1));
    assertThat(chunks.add(0)).isTrue();
    assertThat(chunks.add(1)).isTrue();
  }
}
