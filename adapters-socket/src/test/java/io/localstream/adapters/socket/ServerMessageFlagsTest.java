package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.message.StatusFlag;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerMessageFlagsTest {
  private final ServerMessageFlags flags = new ServerMessageFlags();

  @Test
  void listsEveryFlagOnce() {
    assertThat(flags.entries())
        .extracting(ServerMessageFlags.Entry::flag)
        .containsExactlyInAnyOrder(StatusFlag.values());
  }

  @Test
  void listsEveryNumberOnceAndInOrder() {
    assertThat(flags.entries())
        .extracting(ServerMessageFlags.Entry::number)
        .doesNotHaveDuplicates()
        .isSorted()
        .allSatisfy(number -> assertThat(number / 100).isIn(1, 4, 5));
  }

  @ParameterizedTest
  @EnumSource
  void translatesBothWays(StatusFlag flag) {
    assertThat(flags.flag(flags.number(flag))).isEqualTo(flag);
  }

  @Test
  void saysEachInOneLine() {
    assertThat(flags.entries())
        .allSatisfy(entry -> assertThat(entry.text()).hasLineCount(1).endsWith("."));
  }

  @Test
  void takesSuccessesForSuccessesAndErrorsForErrors() {
    assertThat(flags.entries().stream().filter(entry -> entry.number() < 400))
        .extracting(ServerMessageFlags.Entry::flag)
        .hasSameElementsAs(
            Set.of(
                StatusFlag.READY,
                StatusFlag.APPROVAL_PENDING,
                StatusFlag.TRANSFER_COMPLETE,
                StatusFlag.GOODBYE));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 99, 200, 300, 600, Integer.MAX_VALUE})
  void knowsNothingOutsideItsAreas(int number) {
    assertThatThrownBy(() -> flags.flag(number)).isInstanceOf(IllegalArgumentException.class);
  }
}
