package io.localstream.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which time is asked for what. */
final class TimeRules {
  private static final Set<String> CLOCKS =
      Set.of(InstantSource.class.getName(), Clock.class.getName());

  private static final Predicate<AccessTarget> NOW =
      Shape.of(Instant.class, "now").or(Shape.of(System.class, "currentTimeMillis"));

  private TimeRules() {}

  static final HouseRule WALL_CLOCK_TELLS_DATES_ONLY =
      HouseRule.of(
              "whoever sets it would end or prolong what waits: waits, expiries and rates are of"
                  + " the Ticker",
              house ->
                  classes()
                      .that()
                      .resideOutsideOfPackage(house.layer("bootstrap"))
                      .should(Shape.have("not ask the wall clock", TimeRules::asks)))
          .except("application.conversation.PinBoard", "the day a device was pinned is stored")
          .except(
              "application.conversation.LiveSession",
              "when sessions and transfers began and ended is shown and stored")
          .except("application.service.SessionStarter", "when a session began is shown and stored")
          .except("application.service.TransferKeeper", "when a transfer was interrupted is stored")
          .except("adapters.crypto.RsaIdentityVault", "a certificate has dates")
          .except(
              "adapters.cli.TransfersList",
              "what is kept too long is told by the dates stored with it")
          .except(
              "adapters.cli.TransfersDiscard",
              "what is kept too long is told by the dates stored with it");

  private static Stream<String> asks(JavaClass type) {
    return Stream.concat(
        type.getDirectDependenciesFromSelf().stream()
            .filter(each -> CLOCKS.contains(each.getTargetClass().getName()))
            .map(Object::toString),
        type.getAccessesFromSelf().stream()
            .filter(each -> NOW.test(each.getTarget()))
            .map(Object::toString));
  }
}
