package io.localstream.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.FileDescriptor;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What code may do to the process that it runs in, and to whoever shares it. */
final class ProcessRules {
  private ProcessRules() {}

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
                                  .or(ProcessRules::isPrintedTrace))))
          .except("adapters.cli.Streams", "the one place that knows the standard streams");

  static final HouseRule NO_EXIT =
      HouseRule.of(
              "who embeds the program must survive it; only the process' own entry may end it",
              house ->
                  classes()
                      .that()
                      .doNotHaveFullyQualifiedName(house.name("bootstrap.Main"))
                      .should(
                          Shape.notTouch(
                              "the end of the process",
                              Shape.of(System.class, "exit")
                                  .or(Shape.of(Runtime.class, "exit", "halt")))))
          .except("adapters.cli.EndSignals", "ends the process as the signal would have");

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
                              ProcessRules::serialization)))
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

  static final HouseRule THREADS_ARE_STARTED_WHERE_LISTED =
      HouseRule.of(
              "every thread has a name, an owner and a top frame that catches",
              _ -> classes().should(Shape.notTouch("the start of threads", startsThreads())))
          .except("application.conversation.Threads", "the one place for conversations")
          .except("adapters.socket.Background", "discovery goes on beside its callers")
          .except("adapters.socket.NameLookup", "the system's resolver has no deadline")
          .except(
              "adapters.socket.SiteThreads", "a group that notices the end of a library's threads")
          .except("adapters.socket.SwiftTasks", "the times of a library's tasks")
          .except("adapters.socket.SwiftTimer", "the times of a library's tasks")
          .except("adapters.cli.PrivateFolder", "whoever reads from a pipe can't be interrupted")
          .except("adapters.socket.SystemTool", "reads a process' output with a deadline")
          .except(
              "adapters.socket.Watchdog",
              "one for all writes, because a blocked one can only be closed")
          .except("adapters.crypto.IdentityKeys", "makes two key pairs at a time, once per device")
          .except(
              "adapters.persistence.Uninterrupted", "an interrupt would close the shared channel")
          .except("adapters.persistence.files.Forcing", "a disk forces many files at once sooner")
          .except("adapters.cli.Announcer", "prints events, so that who tells them need not wait")
          .except("adapters.cli.Farewell", "the hook at the end of the process")
          .except("adapters.cli.Foreground", "a command that can be interrupted")
          .except("adapters.cli.Pair", "tells the end of a code in the background")
          .except("adapters.cli.Ticker", "redraws while something goes on")
          .except(
              "adapters.cli.TransferFollower", "tells the end of what goes on in the background")
          .except("bootstrap.Rehearsal", "a sender and a receiver in one process");

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
          .except(
              "application.service.PossibleConnectionsService",
              "listens for as long as it was asked to")
          .except("adapters.socket.Watchdog", "time itself is what it watches")
          .except("application.conversation.DialledLanes", "nobody tells when the network is back")
          .except("application.service.Reception", "nobody tells when the system has room again")
          .except(
              "adapters.persistence.ExclusiveLock", "a lock of another process can only be polled")
          .except(
              "adapters.persistence.files.JournalLock",
              "a lock of another process can only be polled")
          .except("adapters.cli.KeepTrying", "nobody tells when the other side is back")
          .except("adapters.cli.Rendezvous", "nobody tells when the peer starts to listen")
          .except("adapters.cli.Ticker", "time itself is what it waits for");

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
                    || target.getOwner().isAssignableTo(Timer.class)
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
}
