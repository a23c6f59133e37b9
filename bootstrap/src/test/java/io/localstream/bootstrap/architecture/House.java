package io.localstream.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What rules are checked on: layers below a root package. One house is the program itself; every
 * rule has a small one besides, which breaks it.
 *
 * @param published the fakes and contracts, which are not production code
 */
record House(
    String root,
    JavaClasses classes,
    List<SourceFile> sources,
    JavaClasses published,
    List<SourceFile> testSources) {

  private static final String FIXTURES = House.class.getPackageName() + ".fixture";
  private static final JavaClasses ALL_FIXTURES = new ClassFileImporter().importPackages(FIXTURES);

  /** The program: what the build's modules have on the class path, and their sources. */
  static House production() {
    return Production.HOUSE;
  }

  private static final class Production {
    private static final House HOUSE = readProduction();
  }

  private static House readProduction() {
    List<ProductionModule> modules = ProductionModule.all();
    return new House(
        ProductionModule.ROOT_PACKAGE,
        new ClassFileImporter()
            .importLocations(
                modules.stream()
                    .map(module -> ProductionModule.location(module.classes()))
                    .toList()),
        modules.stream().flatMap(module -> module.sources().stream()).toList(),
        new ClassFileImporter()
            .importLocations(
                Set.of(ProductionModule.location(ProductionModule.publishedTestClasses()))),
        modules.stream()
            .flatMap(module -> module.testSources().stream())
            .filter(source -> !source.isIn(FIXTURES))
            .toList());
  }

  /** The house that breaks a rule. Its tests are in packages named {@code tests}. */
  static House fixtureOf(String ruleName) {
    String root = FIXTURES + "." + ruleName.toLowerCase(Locale.ROOT).replace("_", "");
    Path testRoot = new ProductionModule("bootstrap").sourceRoot("test");
    List<SourceFile> sources = SourceFile.below(testRoot, testRoot.resolve(root.replace('.', '/')));
    Predicate<String> isTest = name -> name.contains(".tests.");
    Predicate<String> isPublished =
        name -> name.startsWith(root + ".domain.port.fake.") || name.contains(".port.contract.");
    Predicate<String> isProduction = isTest.or(isPublished).negate();
    JavaClasses classes = ALL_FIXTURES.that(named(name -> name.startsWith(root + ".")));
    return new House(
        root,
        classes.that(named(isProduction)),
        sources.stream().filter(source -> isProduction.test(source.typeName())).toList(),
        classes.that(named(isPublished)),
        sources.stream().filter(source -> isTest.test(source.typeName())).toList());
  }

  /** The pattern of a layer and all below it, as ArchUnit reads it: {@code domain.port}. */
  String layer(String relative) {
    return root + "." + relative + "..";
  }

  /** The full name of a package or type. */
  String name(String relative) {
    return root + "." + relative;
  }

  boolean owns(JavaClass type, String layer) {
    return (type.getPackageName() + ".").startsWith(name(layer) + ".");
  }

  /** The same house, with some top-level types and what they contain taken out. */
  House without(Set<String> relativeNames) {
    Predicate<String> stays =
        name -> !relativeNames.contains(topLevel(name).substring(root.length() + 1));
    return new House(
        root,
        classes.that(named(stays)),
        sources.stream().filter(source -> stays.test(source.typeName())).toList(),
        published,
        testSources);
  }

  static String topLevel(String className) {
    int nested = className.indexOf('$');
    return nested < 0 ? className : className.substring(0, nested);
  }

  private static DescribedPredicate<JavaClass> named(Predicate<String> name) {
    return describe("named so", (JavaClass type) -> name.test(type.getName()));
  }
}
