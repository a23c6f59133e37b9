package io.localstream.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Set;
import java.util.stream.Stream;

/** What a port looks like, and that somebody is behind it. */
final class PortRules {
  private static final Set<String> SPOKEN =
      Set.of(
          "java.lang.String",
          "java.nio.ByteBuffer",
          "java.time.Duration",
          "java.util.List",
          "java.util.Optional",
          "java.util.UUID",
          "[B");

  private PortRules() {}

  static final HouseRule PORTS_ARE_INTERFACES =
      HouseRule.of(
          "what is not to be implemented outside belongs to a concept's package",
          house ->
              classes()
                  .that()
                  .resideInAPackage(house.name("domain.port"))
                  .and()
                  .areTopLevelClasses()
                  .and()
                  .doNotHaveSimpleName("package-info")
                  .should()
                  .beInterfaces());

  static final HouseRule PORTS_SPEAK_THE_DOMAIN =
      HouseRule.of(
          "a port in a technology's words can only be implemented with that technology",
          house ->
              classes()
                  .that()
                  .resideInAPackage(house.name("domain.port"))
                  .should(
                      Shape.have(
                          "have signatures of domain types, ByteBuffer, Duration, Optional, List,"
                              + " UUID, String, byte[] and primitives",
                          type ->
                              type.getCodeUnits().stream()
                                  .filter(PortRules::isSaid)
                                  .flatMap(unit -> foreign(house, unit)))));

  static final HouseRule PORTS_ARE_ROLE_NOUNS =
      HouseRule.of(
          "the name says the role, the package that it is a port",
          house ->
              noClasses()
                  .that()
                  .resideInAPackage(house.name("domain.port"))
                  .should()
                  .haveSimpleNameEndingWith("Port")
                  .orShould()
                  .haveSimpleNameEndingWith("Gateway")
                  .orShould()
                  .haveSimpleNameEndingWith("Repository"));

  static final HouseRule PORTS_ARE_IMPLEMENTED =
      HouseRule.of(
          "a port that no adapter implements cannot be wired",
          house ->
              classes()
                  .that(Ports.areToImplement(house))
                  .should(
                      Shape.have(
                          "have an implementation in an adapter",
                          port ->
                              Ports.implementationsIn(house, "adapters", port).isEmpty()
                                  ? Stream.of("no adapter implements it")
                                  : Stream.of())));

  /** Methods of Object, enum and record are not the port's words. */
  private static boolean isSaid(JavaCodeUnit unit) {
    return !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
        && !unit.getModifiers().contains(JavaModifier.PRIVATE)
        && !unit.getOwner().isEnum()
        && !Set.of("equals", "hashCode", "toString").contains(unit.getName());
  }

  private static Stream<String> foreign(House house, JavaCodeUnit unit) {
    Stream<JavaClass> said =
        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
            .flatMap(PortRules::involved);
    Stream<JavaClass> thrown =
        unit.getThrowsClause().stream()
            .map(each -> each.getRawType())
            .filter(each -> !each.isEquivalentTo(InterruptedException.class));
    return Stream.concat(said, thrown)
        .filter(type -> !isSpoken(house, type))
        .map(type -> unit.getName() + " says " + type.getName());
  }

  /** The types in it; of an array only the array, because one of bytes is all that is spoken. */
  private static Stream<JavaClass> involved(JavaType type) {
    return type.toErasure().isArray()
        ? Stream.of(type.toErasure())
        : type.getAllInvolvedRawTypes().stream();
  }

  private static boolean isSpoken(House house, JavaClass type) {
    return type.isPrimitive()
        || SPOKEN.contains(type.getName())
        || house.owns(type, "domain") && !type.isArray();
  }
}
