package io.localstream.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds ports and what belongs to them. */
final class Ports {
  private Ports() {}

  /** The interfaces in the port package that are not sealed: those that others implement. */
  static DescribedPredicate<JavaClass> areToImplement(House house) {
    return describe(
        "are ports to implement",
        type ->
            type.getPackageName().equals(house.name("domain.port"))
                && type.isInterface()
                && !type.getSimpleName().equals("package-info")
                && type.isTopLevelClass()
                && !type.reflect().isSealed());
  }

  /**
   * Those that no other port hands out. A contract is written for them, and covers what they hand
   * out: a link's sentences are shown by the transport's contract, a sealer's by the encryption's.
   */
  static DescribedPredicate<JavaClass> areEntrances(House house) {
    return areToImplement(house)
        .and(
            describe(
                "are handed out by no other port",
                type ->
                    house.classes().stream()
                        .filter(areToImplement(house))
                        .noneMatch(other -> handsOut(other, type))));
  }

  private static boolean handsOut(JavaClass port, JavaClass part) {
    Set<JavaClass> returned =
        port.getMethods().stream()
            .flatMap(method -> method.getReturnType().getAllInvolvedRawTypes().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return !port.equals(part)
        && returned.stream().anyMatch(each -> each.isAssignableTo(part.getName()));
  }

  static List<JavaClass> implementationsIn(House house, String layer, JavaClass port) {
    return house.classes().stream()
        .filter(type -> house.owns(type, layer) && !type.isInterface())
        .filter(type -> type.isAssignableTo(port.getName()))
        .toList();
  }
}
