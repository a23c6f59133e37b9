package io.localstream.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Who may know whom. */
final class LayerRules {
  private LayerRules() {}

  static final HouseRule LAYERS_POINT_INWARD =
      HouseRule.of(
          "the domain must be testable without the machine, and adapters exchangeable",
          house ->
              layeredArchitecture()
                  .consideringOnlyDependenciesInLayers()
                  .layer("domain")
                  .definedBy(house.layer("domain"))
                  .layer("application")
                  .definedBy(house.layer("application"))
                  .layer("adapters")
                  .definedBy(house.layer("adapters"))
                  .layer("bootstrap")
                  .definedBy(house.layer("bootstrap"))
                  .whereLayer("application")
                  .mayOnlyBeAccessedByLayers("adapters", "bootstrap")
                  .whereLayer("adapters")
                  .mayOnlyBeAccessedByLayers("bootstrap")
                  .whereLayer("bootstrap")
                  .mayNotBeAccessedByAnyLayer());

  static final HouseRule EVERY_TYPE_HAS_A_LAYER =
      HouseRule.of(
          "a type outside the layers would escape their rules",
          house ->
              classes()
                  .should()
                  .resideInAnyPackage(
                      house.layer("domain"),
                      house.layer("application"),
                      house.layer("adapters.socket"),
                      house.layer("adapters.crypto"),
                      house.layer("adapters.persistence"),
                      house.layer("adapters.cli"),
                      house.layer("bootstrap")));

  static final HouseRule ADAPTERS_ARE_STRANGERS =
      HouseRule.of(
          "each adapter is replaced without a look at the others",
          house -> slices().matching(house.name("adapters.(*)..")).should().notDependOnEachOther());

  static final HouseRule CLI_ENTERS_BY_USE_CASES =
      HouseRule.of(
          "what a person can do is what the use cases say, and no more",
          house ->
              classes()
                  .that()
                  .resideInAPackage(house.layer("adapters.cli"))
                  .should(
                      Shape.useOnly(
                          "the use cases of the application",
                          type ->
                              !house.owns(type, "application")
                                  || house.owns(type, "application.usecase"))));

  static final HouseRule OUTBOUND_ADAPTERS_KNOW_THE_DOMAIN_ONLY =
      HouseRule.of(
          "they are called through ports, which are the domain's",
          house ->
              noClasses()
                  .that()
                  .resideInAPackage(house.layer("adapters"))
                  .and()
                  .resideOutsideOfPackage(house.layer("adapters.cli"))
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage(house.layer("application")));

  static final HouseRule USE_CASES_HIDE_THE_SERVICES =
      HouseRule.of(
          "they are the application's face, which must not change with its inside",
          house ->
              classes()
                  .that()
                  .resideInAPackage(house.layer("application.usecase"))
                  .should(
                      Shape.useOnly(
                          "use cases and the domain",
                          type ->
                              !house.owns(type, "application")
                                  || house.owns(type, "application.usecase"))));

  static final HouseRule PACKAGES_HAVE_NO_CYCLES =
      HouseRule.of(
          "packages that need each other are one package",
          house -> slices().matching(house.name("(**)")).should().beFreeOfCycles());
}
