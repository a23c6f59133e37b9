package io.localstream.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How code is written in every module. */
final class CodingRules {
  private static final long MAX_LINES = 300;
  private static final int MAX_PARAMETERS = 5;
  private static final Pattern BROAD_CATCH =
      Pattern.compile("catch\\s*\\(\\s*(final\\s+)?(java\\.lang\\.)?(Exception|Throwable)\\b");
  private static final Set<String> LIBRARIES_OF_WIRING =
      Set.of("com.google.inject", "jakarta.inject", "javax.inject");

  private CodingRules() {}

  static final HouseRule OPTIONAL_IS_A_RESULT =
      HouseRule.of(
              "as a field or a parameter it is null's second name; a record's component is read"
                  + " only",
              _ ->
                  classes()
                      .that()
                      .areNotRecords()
                      .should(
                          Shape.have(
                              "have Optional in no field and in no parameter of what others call",
                              CodingRules::optionals)))
          .except("adapters.cli.Rendezvous", "hands on an option as it was given")
          .except("adapters.cli.TwoDevices", "hands on an option as it was given");

  static final HouseRule ONE_EXCEPTION =
      HouseRule.of(
              "whoever catches needs one type, and its code says the rest",
              house ->
                  noClasses()
                      .that()
                      .doNotHaveFullyQualifiedName(
                          house.name("domain.failure.LocalStreamException"))
                      .should()
                      .beAssignableTo(RuntimeException.class))
          .except(
              "adapters.persistence.MalformedDocumentException",
              "never leaves its package, which translates it");

  static final HouseRule CONSTRUCTORS_ARE_SHORT =
      HouseRule.of(
          "a class with more collaborators does more than one thing",
          _ ->
              classes()
                  .that()
                  .areNotRecords()
                  .should(
                      Shape.have(
                          "have no public constructor of more than "
                              + MAX_PARAMETERS
                              + " parameters",
                          type ->
                              type.getConstructors().stream()
                                  .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                                  .filter(
                                      each -> each.getRawParameterTypes().size() > MAX_PARAMETERS)
                                  .map(JavaCodeUnit::getFullName))));

  static final HouseRule NO_BROAD_CATCH =
      HouseRule.ofSources(
          "no catch of Exception or Throwable",
          "only the top frame of a thread may catch what it does not know",
          source ->
              BROAD_CATCH.matcher(source.code()).results().map(found -> found.group() + " …)"));

  static final HouseRule CLASSES_ARE_SHORT =
      HouseRule.ofSources(
          "no file above " + MAX_LINES + " lines",
          "above that it is two classes",
          source ->
              Stream.of(source.text().lines().count())
                  .filter(lines -> lines > MAX_LINES)
                  .map(lines -> lines + " lines"));

  static final HouseRule WIRING_STAYS_IN_MODULES =
      HouseRule.of(
          "the core must be usable with plain constructors",
          house ->
              classes()
                  .that()
                  .resideOutsideOfPackage(house.layer("bootstrap"))
                  .and()
                  .haveSimpleNameNotEndingWith("Module")
                  .should(
                      Shape.useOnly(
                          "no library of dependency injection",
                          type ->
                              LIBRARIES_OF_WIRING.stream()
                                  .noneMatch(each ->
                                      (type.getPackageName() + ".").startsWith(each + ".")))));

  /** Filled in by picocli, which says so what a person left out; as much a value as a component. */
  private static boolean isOption(JavaField field) {
    return field.isAnnotatedWith("picocli.CommandLine$Option")
        || field.isAnnotatedWith("picocli.CommandLine$Parameters");
  }

  private static Stream<String> optionals(JavaClass type) {
    Stream<String> fields =
        type.getFields().stream()
            .filter(field -> field.getRawType().isEquivalentTo(Optional.class))
            .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(field -> !isOption(field))
            .map(field -> "field " + field.getName());
    Stream<String> parameters =
        type.getCodeUnits().stream()
            .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(unit -> !unit.getModifiers().contains(JavaModifier.PRIVATE))
            .filter(unit ->
                unit.getRawParameterTypes().stream()
                    .anyMatch(each -> each.isEquivalentTo(Optional.class)))
            .map(JavaCodeUnit::getFullName);
    return Stream.concat(fields, parameters);
  }
}
