package io.localstream.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** What domain and application may use of the platform: no library, no device, no clock. */
final class PureJavaRules {
  private static final Set<String> PACKAGES =
      Set.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "java.time",
          "java.time.chrono",
          "java.time.format",
          "java.time.temporal",
          "java.time.zone",
          "org.jspecify.annotations");
  private static final Set<String> PACKAGES_OF_THE_APPLICATION =
      Set.of("java.util.concurrent", "java.util.concurrent.atomic", "java.util.concurrent.locks");
  private static final Set<String> TYPES =
      Set.of(
          "java.nio.Buffer",
          "java.nio.ByteBuffer",
          "java.text.Normalizer",
          "java.text.Normalizer$Form");
  private static final Set<String> NOT_TYPES =
      Set.of(
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Runtime",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.Scanner",
          "java.util.ServiceLoader",
          "java.util.Timer",
          "java.util.TimerTask",
          "java.util.concurrent.ThreadLocalRandom");
  private static final Set<String> NOT_TYPES_OF_THE_DOMAIN =
      Set.of("java.lang.Thread", "java.lang.ThreadLocal", "java.time.Clock");
  private static final Predicate<AccessTarget> MACHINE = PureJavaRules::isSystem;
  private static final Predicate<AccessTarget> CLOCK = PureJavaRules::isClock;
  private static final Predicate<AccessTarget> CHANCE =
      Shape.of(UUID.class, "randomUUID")
          .or(Shape.of(Math.class, "random"))
          .or(Shape.of(ThreadLocalRandom.class, "current"));

  private PureJavaRules() {}

  static final HouseRule DOMAIN_IS_PURE_JAVA =
      HouseRule.of(
          "it is the part that outlives every library",
          house ->
              classes()
                  .that()
                  .resideInAPackage(house.layer("domain"))
                  .should(
                      Shape.useOnly(
                          "the domain and plain Java",
                          type ->
                              house.owns(type, "domain")
                                  || isPlain(type)
                                      && !NOT_TYPES_OF_THE_DOMAIN.contains(type.getName()))));

  static final HouseRule DOMAIN_ASKS_NOTHING_OF_THE_MACHINE =
      HouseRule.of(
          "time and identifiers are given to it, so that its tests choose them",
          house ->
              classes()
                  .that()
                  .resideInAPackage(house.layer("domain"))
                  .should(
                      Shape.notTouch(
                          "clocks, chance or the system", MACHINE.or(CLOCK).or(CHANCE))));

  static final HouseRule APPLICATION_IS_PURE_JAVA =
      HouseRule.of(
          "whatever touches the world does so behind a port",
          house ->
              classes()
                  .that()
                  .resideInAPackage(house.layer("application"))
                  .should(
                      Shape.useOnly(
                          "the domain, the application and plain Java",
                          type ->
                              house.owns(type, "domain")
                                  || house.owns(type, "application")
                                  || isPlain(type)
                                  || PACKAGES_OF_THE_APPLICATION.contains(type.getPackageName())
                                      && !NOT_TYPES.contains(type.getName()))));

  static final HouseRule APPLICATION_ASKS_NOTHING_OF_THE_MACHINE =
      HouseRule.of(
          "time is Ticker, dates are InstantSource, identifiers are IdentifierSource, all given to"
              + " it",
          house ->
              classes()
                  .that()
                  .resideInAPackage(house.layer("application"))
                  .should(
                      Shape.notTouch(
                          "clocks, chance or the system", MACHINE.or(CLOCK).or(CHANCE))));

  private static boolean isPlain(JavaClass type) {
    return type.isPrimitive()
        || TYPES.contains(type.getName())
        || PACKAGES.contains(type.getPackageName())
            && !NOT_TYPES.contains(House.topLevel(type.getName()));
  }

  private static boolean isSystem(AccessTarget target) {
    return Shape.of(System.class).test(target)
        && !Set.of("arraycopy", "identityHashCode").contains(target.getName());
  }

  private static boolean isClock(AccessTarget target) {
    String name = target.getName();
    return target.getOwner().getPackageName().startsWith("java.time")
        && (name.equals("now") || name.startsWith("system") || name.startsWith("tick"));
  }
}
