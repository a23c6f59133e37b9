package io.localstream.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The program keeps every rule, and no exception outlives its need. */
class ArchitectureTest {
  private static final House PRODUCTION = House.production();

  @TestFactory
  Stream<DynamicTest> keepsTheRule() {
    return RuleBook.all().entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> check(rule.getValue())));
  }

  private static void check(HouseRule rule) {
    HouseRule.Verdict verdict = rule.on(PRODUCTION);
    assertThat(verdict.violations()).as(verdict.rule()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> stillNeedsTheException() {
    return RuleBook.all().entrySet().stream()
        .flatMap(rule ->
            rule.getValue().exceptions().stream()
                .map(type ->
                    DynamicTest.dynamicTest(
                        rule.getKey() + " but for " + type,
                        () -> checkException(rule.getValue(), type))));
  }

  private static void checkException(HouseRule rule, String type) {
    assertThat(rule.withoutException(type).on(PRODUCTION).violations())
        .as("%s keeps the rule or is gone: delete the exception", type)
        .anyMatch(violation -> violation.contains(PRODUCTION.name(type)));
  }
}
