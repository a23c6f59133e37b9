package io.localstream.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Names, and what each package declares. */
final class NamingRules {
  private NamingRules() {}

  static final HouseRule NO_EMPTY_NAMES =
      HouseRule.of(
          "such a name says nothing and invites everything",
          _ ->
              noClasses()
                  .should()
                  .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Base|DTO|Dto)(\\$.*)?"));

  static final HouseRule INTERFACES_HAVE_NO_PREFIX =
      HouseRule.of(
          "the interface is the word; its implementations say what is special about them",
          _ -> noClasses().that().areInterfaces().should().haveNameMatching(".*[.$]I[A-Z][a-z].*"));

  static final HouseRule PACKAGES_ARE_NULL_MARKED =
      HouseRule.of(
          "each package says what it is for, and null is never left to guessing",
          _ ->
              classes()
                  .that()
                  .doNotHaveSimpleName("package-info")
                  .should(
                      Shape.have(
                          "be in a package with a package-info annotated @NullMarked",
                          type ->
                              type.getPackage()
                                      .tryGetPackageInfo()
                                      .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                      .isPresent()
                                  ? Stream.of()
                                  : Stream.of("its package is not @NullMarked"))));
}
