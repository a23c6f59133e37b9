package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.transfer.RelativePath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeNamesTest {
  private static List<String> taken(List<String> names) {
    AlikeNames alike = new AlikeNames(names, RelativePath::collisionKey);
    return names.stream().filter(alike::take).toList();
  }

  @Test
  void takesTheFirstOfThoseThatSomeSystemCannotTellApart() {
    assertThat(
            taken(List.of("README", "Readme", "a", "readme", "Ä", "a\u0308", "\u00e4", "\uff41")))
        .containsExactly("README", "a", "Ä");
  }

  @Test
  void takesOneWhoseLikeWasNotWanted() {
    AlikeNames alike = new AlikeNames(List.of("File", "file"), RelativePath::collisionKey);

    assertThat(alike.take("file")).isTrue();
  }

  @Test
  void takesAllThatAreApart() {
    List<String> names = new ArrayList<>();
    for (int number = 0; number < 50_000; number++) {
      names.add("IMG_" + number + ".JPG");
    }

    assertThat(taken(names)).isEqualTo(names);
  }
}
