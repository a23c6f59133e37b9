package io.localstream.domain.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.Fingerprint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpokenWordsTest {
  private static final List<String> ALL =
      IntStream.range(0, SpokenWords.COUNT).mapToObj(SpokenWords::at).toList();

  @Test
  void areKnownByTheirFirstThreeLetters() {
    Set<String> prefixes = new HashSet<>();
    for (String word : ALL) {
      assertThat(word).matches("[a-z]{3,10}");
      assertThat(prefixes.add(word.substring(0, SpokenWords.PREFIX_LETTERS))).as(word).isTrue();
    }
    assertThat(ALL).isSorted().hasSize(1_296);
  }

  @Test
  void holdAtLeastThirtyBitsInACode() {
    assertThat(3 * Math.log(SpokenWords.COUNT) / Math.log(2)).isGreaterThan(30);
  }

  @Test
  void findTheirPlace() {
    assertThat(SpokenWords.indexOf("aardvark")).isZero();
    assertThat(SpokenWords.indexOf(SpokenWords.at(1_295))).isEqualTo(1_295);
    assertThat(SpokenWords.indexOf("xylophon")).isEqualTo(-1);
  }

  @Test
  void areOfferedByTheirBeginning() {
    assertThat(SpokenWords.beginningWith("aard")).containsExactly("aardvark");
    assertThat(SpokenWords.beginningWith("")).hasSize(20);
    assertThat(SpokenWords.beginningWith("qqq")).isEmpty();
  }

  @Test
  void knowNothingNearWhatIsFarAway() {
    assertThat(SpokenWords.nearest("incomprehensibilities")).isEmpty();
    assertThat(SpokenWords.nearest("qqqqqqq")).isEmpty();
  }

  @Test
  void spellAFingerprintInEightWordsThatDependOnAllOfIt() {
    String hex = "0".repeat(64);
    assertThat(new Fingerprint(hex).spoken()).hasSize(8).containsOnly("aardvark");
    for (int i = 0; i < 64; i++) {
      String changed = hex.substring(0, i) + "1" + hex.substring(i + 1);
      assertThat(new Fingerprint(changed).spoken()).isNotEqualTo(new Fingerprint(hex).spoken());
    }
    assertThat(new Fingerprint("f".repeat(64)).spoken())
        .containsOnly(SpokenWords.at((int) (0xFFFF_FFFFL % 1_296)));
  }
}
