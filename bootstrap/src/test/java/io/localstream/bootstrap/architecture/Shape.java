package io.localstream.bootstrap.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The conditions that several rules are made of. */
final class Shape {
  private Shape() {}

  /** A class must have nothing that the function finds; what it finds are the violations' texts. */
  static ArchCondition<JavaClass> have(
      String what, Function<JavaClass, Stream<String>> violations) {
    return new ArchCondition<>(what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        violations
            .apply(type)
            .forEach(each ->
                events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + each)));
      }
    };
  }

  /** All types in code, signatures and annotations of a class must be known. */
  static ArchCondition<JavaClass> useOnly(String what, Predicate<JavaClass> known) {
    return have(
        "use only " + what,
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(
                    dependency -> !known.test(dependency.getTargetClass().getBaseComponentType()))
                .map(Object::toString));
  }

  /** Calls, field accesses, constructors and method references alike. */
  static ArchCondition<JavaClass> notTouch(String what, Predicate<AccessTarget> forbidden) {
    return have(
        "not touch " + what,
        type ->
            type.getAccessesFromSelf().stream()
                .filter(access -> forbidden.test(access.getTarget()))
                .map(JavaAccess::getDescription));
  }

  /** Members of a type by name; all of them where no name is given. */
  static Predicate<AccessTarget> of(Class<?> owner, String... names) {
    return target ->
        target.getOwner().isAssignableTo(owner)
            && (names.length == 0 || Set.of(names).contains(target.getName()));
  }
}
