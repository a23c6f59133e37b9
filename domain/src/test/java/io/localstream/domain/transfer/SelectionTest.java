package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
  @Test
  void takesAllUnlessToldOtherwise() {
    assertThat(Selection.ALL.excludes()).isEmpty();
    assertThat(Selection.ALL.gitIgnore()).isFalse();
    assertThat(Selection.ALL.followLinks()).isFalse();
  }

  @Test
  void keepsACopy() {
    List<String> excludes = new ArrayList<>(List.of("*.log"));
    Selection selection = new Selection(excludes, false, false);

    excludes.clear();

    assertThat(selection.excludes()).containsExactly("*.log");
  }
}
