package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenNamesTest {
  private static final Set<String> FOLDERS = Set.of("", "checkout", "checkout/.git");

  private static boolean land(String path) {
    return HiddenNames.landIn(path, FOLDERS::contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".zshenv",
        ".ssh/authorized_keys",
        "checkout/.git/hooks/post-merge",
        "checkout/.envrc",
        ".config/autostart/x.desktop",
        "\u200b.zshenv",
        "..a"
      })
  void landInFoldersThatExist(String path) {
    assertThat(land(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "holiday.jpg",
        "new/.env",
        "new/.git/config",
        "checkout/new/.env",
        "checkout/a.b",
        "a./b"
      })
  void areOrdinaryElsewhere(String path) {
    assertThat(land(path)).isFalse();
  }
}
