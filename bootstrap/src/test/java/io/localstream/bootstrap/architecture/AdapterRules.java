package io.localstream.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;

/** What an adapter shows of itself. */
final class AdapterRules {
  private AdapterRules() {}

  static final HouseRule ADAPTERS_HIDE_MOST_OF_THEMSELVES =
      HouseRule.ofHouse(
          "at least half of the top-level types of an adapter are package-private",
          "what is public cannot be changed",
          house ->
              Stream.of("socket", "crypto", "persistence", "cli")
                  .map(adapter -> "adapters." + adapter)
                  .flatMap(layer -> tooOpen(house, layer)));

  private static Stream<String> tooOpen(House house, String layer) {
    List<JavaClass> types =
        house.classes().stream()
            .filter(type -> house.owns(type, layer) && type.isTopLevelClass())
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .toList();
    List<String> open =
        types.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::getName)
            .toList();
    return open.size() * 2 > types.size()
        ? Stream.of(layer + " has " + types.size() + " types, and public are " + open)
        : Stream.of();
  }
}
