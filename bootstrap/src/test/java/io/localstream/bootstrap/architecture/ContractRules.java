package io.localstream.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is published beside a port, so that a third party can replace an adapter: a contract test,
 * and a fake that is as true as the adapters, because both pass that contract.
 *
 * <p>Tests of other modules are not on the class path here, so whether one extends a contract is
 * read from its source.
 */
final class ContractRules {
  private static final String EVENTS_BIND_THE_CALLER =
      "its sentences bind whoever calls it; it has no behaviour of its own to show";

  private ContractRules() {}

  static final HouseRule PORTS_HAVE_CONTRACTS =
      entrances(
              "have a contract test among what the domain publishes",
              "what a port promises must be shown in the same way for every implementation",
              house -> port -> isPublished(house, contractOf(house, port)) ? none() : missing(port))
          .except("domain.port.EventObserver", EVENTS_BIND_THE_CALLER);

  static final HouseRule PORTS_HAVE_FAKES =
      HouseRule.of(
          "whoever uses the domain tests with fakes, not with mocks",
          house ->
              classes()
                  .that(Ports.areToImplement(house))
                  .should(
                      Shape.have(
                          "have a fake among what the domain publishes",
                          port ->
                              house.published().stream().anyMatch(type -> isFake(house, type, port))
                                  ? none()
                                  : Stream.of("nothing in domain.port.fake implements it"))));

  static final HouseRule FAKES_PASS_THE_CONTRACT =
      entrances(
              "have a test of the domain that runs the contract on the fake",
              "a fake that is kinder than the adapters makes tests pass that should fail",
              house ->
                  port -> runsContract(house, "domain", port) ? none() : notRun(port, "domain"))
          .except("domain.port.EventObserver", EVENTS_BIND_THE_CALLER);

  static final HouseRule ADAPTERS_PASS_THE_CONTRACT =
      entrances(
              "have a test in each adapter that implements them, which runs the contract",
              "the application is written against the contract",
              house ->
                  port ->
                      Stream.of("socket", "crypto", "persistence", "cli")
                          .map(adapter -> "adapters." + adapter)
                          .filter(layer -> !Ports.implementationsIn(house, layer, port).isEmpty())
                          .filter(layer -> !runsContract(house, layer, port))
                          .flatMap(layer -> notRun(port, layer)))
          .except("domain.port.EventObserver", EVENTS_BIND_THE_CALLER);

  private static HouseRule entrances(
      String what, String because, Function<House, Function<JavaClass, Stream<String>>> check) {
    Function<House, ArchRule> rule =
        house ->
            classes().that(Ports.areEntrances(house)).should(Shape.have(what, check.apply(house)));
    return HouseRule.of(because, rule);
  }

  private static String contractOf(House house, JavaClass port) {
    return house.name("domain.port.contract." + port.getSimpleName() + "Contract");
  }

  private static boolean isPublished(House house, String name) {
    return house.published().stream().anyMatch(type -> type.getName().equals(name));
  }

  private static boolean isFake(House house, JavaClass type, JavaClass port) {
    return house.owns(type, "domain.port.fake")
        && !type.isInterface()
        && type.isAssignableTo(port.getName());
  }

  private static boolean runsContract(House house, String layer, JavaClass port) {
    Pattern extending = Pattern.compile("(extends|new)\\s+" + port.getSimpleName() + "Contract\\b");
    List<SourceFile> tests =
        house.testSources().stream().filter(source -> source.isIn(house.name(layer))).toList();
    return tests.stream().anyMatch(source -> extending.matcher(source.code()).find());
  }

  private static Stream<String> none() {
    return Stream.of();
  }

  private static Stream<String> missing(JavaClass port) {
    return Stream.of("there is no " + port.getSimpleName() + "Contract");
  }

  private static Stream<String> notRun(JavaClass port, String layer) {
    return Stream.of("no test of " + layer + " extends " + port.getSimpleName() + "Contract");
  }
}
