package io.localstream.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No rule passes on everything: each refuses the types that its fixture marks, and only those. */
class RuleFixturesTest {
  @Test
  void findsTheRules() {
    assertThat(RuleBook.all())
        .containsKeys("LAYERS_POINT_INWARD", "NO_BROAD_CATCH")
        .hasSizeGreaterThan(30);
  }

  @TestFactory
  Stream<DynamicTest> rejectsItsFixture() {
    return RuleBook.all().entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> check(rule)));
  }

  private static void check(Map.Entry<String, HouseRule> rule) {
    House fixture = House.fixtureOf(rule.getKey());
    List<String> rejected =
        fixture.sources().stream()
            .filter(source -> source.code().contains("@Rejected"))
            .map(SourceFile::typeName)
            .toList();
    assertThat(rejected)
        .as("%s has no type marked @Rejected below %s", rule.getKey(), fixture.root())
        .isNotEmpty();
    List<String> violations = rule.getValue().on(fixture).violations();
    assertThat(rejected)
        .as("types that the rule must refuse, in what it says: %s", violations)
        .allMatch(type -> violations.stream().anyMatch(violation -> names(violation, type)));
    assertThat(violations)
        .as("what the rule refuses, in %s", rejected)
        .allMatch(violation -> rejected.stream().anyMatch(type -> names(violation, type)));
  }

  private static boolean names(String violation, String type) {
    return Pattern.compile(Pattern.quote(type) + "(?![A-Za-z0-9])").matcher(violation).find();
  }
}
