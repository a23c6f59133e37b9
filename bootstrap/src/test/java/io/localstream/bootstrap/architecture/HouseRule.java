package io.localstream.bootstrap.architecture;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.FailureReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A rule that can be checked on any house, its reason, and the types that may break it. */
final class HouseRule {
  private final Function<House, Verdict> check;
  private final Map<String, String> exceptions;

  private HouseRule(Function<House, Verdict> check, Map<String, String> exceptions) {
    this.check = check;
    this.exceptions = exceptions;
  }

  /** What was found; each violation names the type that breaks the rule. */
  record Verdict(String rule, List<String> violations) {}

  static HouseRule of(String because, Function<House, ArchRule> rule) {
    return new HouseRule(
        house -> {
          FailureReport report =
              rule.apply(house).because(because).evaluate(house.classes()).getFailureReport();
          return new Verdict(
              rule.apply(house).because(because).getDescription(), report.getDetails());
        },
        Map.of());
  }

  /** For what only the text of the program tells. */
  static HouseRule ofSources(
      String what, String because, Function<SourceFile, Stream<String>> violations) {
    return ofHouse(
        what,
        because,
        house ->
            house.sources().stream()
                .flatMap(source ->
                    violations.apply(source).map(each -> source.typeName() + ": " + each)));
  }

  /** For what is said of the house as a whole. */
  static HouseRule ofHouse(
      String what, String because, Function<House, Stream<String>> violations) {
    return new HouseRule(
        house -> new Verdict(what + ", because " + because, violations.apply(house).toList()),
        Map.of());
  }

  /** Lets a top-level type break the rule; {@code reason} is for the reader. */
  HouseRule except(String relativeName, String reason) {
    Map<String, String> more = new LinkedHashMap<>(exceptions);
    more.put(relativeName, reason);
    return new HouseRule(check, more);
  }

  Set<String> exceptions() {
    return exceptions.keySet();
  }

  /** The same rule without mercy for one type, to see whether it is still needed. */
  HouseRule withoutException(String relativeName) {
    Map<String, String> fewer = new LinkedHashMap<>(exceptions);
    fewer.remove(relativeName);
    return new HouseRule(check, fewer);
  }

  Verdict on(House house) {
    return check.apply(house.without(exceptions.keySet()));
  }
}
