package io.localstream.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.FileDescriptor;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
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

  static final HouseRule NO_CONSOLE =
      HouseRule.of(
              "what a person or a script reads is chosen by the command line alone",
              _ ->
                  classes()
                      .should(
                          Shape.notTouch(
                              "the standard streams",
                              Shape.of(System.class, "out", "err", "in", "console")
                                  .or(Shape.of(FileDescriptor.class, "out", "err", "in"))
                                  .or(CodingRules::isPrintedTrace))))
          .except("adapters.cli.Streams", "the one place that knows the standard streams");

  static final HouseRule NO_EXIT =
      HouseRule.of(
          "who embeds the program must survive it",
          _ ->
              classes()
                  .should(
                      Shape.notTouch(
                          "the end of the process",
                          Shape.of(System.class, "exit")
                              .or(Shape.of(Runtime.class, "exit", "halt")))));

  static final HouseRule NO_LOGGERS =
      HouseRule.of(
          "events and failures are told through the domain, nothing else may name a peer or a file",
          _ ->
              noClasses()
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "java.util.logging..",
                      "org.slf4j..",
                      "org.apache.logging..",
                      "org.apache.commons.logging..")
                  .orShould()
                  .dependOnClassesThat()
                  .haveNameMatching("java\\.lang\\.System\\$Logger.*"));

  static final HouseRule NO_JAVA_SERIALIZATION =
      HouseRule.of(
              "reading an object stream runs what a peer chose",
              _ ->
                  classes()
                      .should(
                          Shape.have(
                              "use no object streams and declare nothing serializable",
                              CodingRules::serialization)))
          .except(
              "adapters.crypto.LaneKey", "every key is serializable by its type; this one refuses");

  static final HouseRule NO_TYPE_NAMES_IN_JSON =
      HouseRule.of(
          "a document must not choose the class that it becomes",
          _ ->
              noClasses()
                  .should()
                  .dependOnClassesThat()
                  .haveNameMatching(".*\\.(JsonTypeInfo|PolymorphicTypeValidator)(\\$.*)?")
                  .orShould()
                  .dependOnClassesThat()
                  .haveSimpleName("DefaultTyping"));

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
          .except(
              "adapters.persistence.JsonSettingsStore",
              "its form is generic, and what it keeps may be absent")
          .except("application.usecase.DeclineOffer", "to be a command record, as in ReceiveFiles")
          .except("application.service.ReceivingService", "implements DeclineOffer")
          .except("application.service.OfferDesk", "behind DeclineOffer")
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
                          "have no public constructor of more than " + MAX_PARAMETERS,
                          type ->
                              type.getConstructors().stream()
                                  .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                                  .filter(
                                      each -> each.getRawParameterTypes().size() > MAX_PARAMETERS)
                                  .map(JavaCodeUnit::getFullName))));

  static final HouseRule THREADS_ARE_STARTED_WHERE_LISTED =
      HouseRule.of(
              "every thread has a name, an owner and a top frame that catches",
              _ -> classes().should(Shape.notTouch("the start of threads", startsThreads())))
          .except("application.conversation.Threads", "the one place for conversations")
          .except("adapters.socket.NameLookup", "the system's resolver has no deadline")
          .except("adapters.socket.SystemTool", "reads a process' output with a deadline")
          .except(
              "adapters.socket.Watchdog",
              "one for all writes, because a blocked one can only be closed")
          .except("adapters.crypto.IdentityKeys", "makes two key pairs at a time, once per device")
          .except(
              "adapters.persistence.Uninterrupted", "an interrupt would close the shared channel")
          .except("adapters.cli.Announcer", "prints events, so that who tells them need not wait")
          .except("adapters.cli.Farewell", "the hook at the end of the process")
          .except("adapters.cli.Foreground", "a command that can be interrupted")
          .except("adapters.cli.Ticker", "redraws while something goes on")
          .except(
              "adapters.cli.TransferFollower", "tells the end of what goes on in the background");

  static final HouseRule NO_SLEEP =
      HouseRule.of(
              "it mostly stands for a signal that nobody gives; what may poll says why",
              _ ->
                  classes()
                      .should(
                          Shape.notTouch(
                              "sleep",
                              Shape.of(Thread.class, "sleep")
                                  .or(Shape.of(TimeUnit.class, "sleep"))
                                  .or(Shape.of(LockSupport.class, "parkNanos", "parkUntil")))))
          .except("application.service.Reception", "nobody tells when the system has room again")
          .except(
              "adapters.persistence.ExclusiveLock", "a lock of another process can only be polled")
          .except("adapters.cli.Rendezvous", "nobody tells when the peer starts to listen")
          .except("adapters.cli.Ticker", "time itself is what it waits for");

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

  /** To a writer it may go: that is not the console's. */
  private static boolean isPrintedTrace(AccessTarget target) {
    return Shape.of(Throwable.class, "printStackTrace").test(target)
        && ((CodeUnitAccessTarget) target).getRawParameterTypes().isEmpty();
  }

  private static Predicate<AccessTarget> startsThreads() {
    Predicate<AccessTarget> executor =
        target ->
            target.getName().equals("<init>")
                && (target.getOwner().isAssignableTo(Thread.class)
                    || target.getOwner().isAssignableTo(java.util.Timer.class)
                    || target.getOwner().getPackageName().startsWith("java.util.concurrent")
                        && target.getOwner().isAssignableTo(Executor.class));
    Predicate<AccessTarget> commonPool =
        target ->
            target.getOwner().isAssignableTo(CompletableFuture.class)
                && target.getName().endsWith("Async");
    return executor
        .or(commonPool)
        .or(Shape.of(Thread.class, "ofVirtual", "ofPlatform", "startVirtualThread"))
        .or(Shape.of(Executors.class));
  }

  private static Stream<String> serialization(JavaClass type) {
    Stream<String> streams =
        type.getDirectDependenciesFromSelf().stream()
            .filter(each ->
                each.getTargetClass().isAssignableTo(ObjectInputStream.class)
                    || each.getTargetClass().isAssignableTo(ObjectOutputStream.class))
            .map(Object::toString);
    Stream<String> declared =
        type.getRawInterfaces().stream()
            .map(JavaClass::getName)
            .filter(List.of("java.io.Serializable", "java.io.Externalizable")::contains);
    return Stream.concat(streams, declared);
  }

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
