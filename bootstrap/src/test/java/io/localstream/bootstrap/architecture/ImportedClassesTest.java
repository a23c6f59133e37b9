package io.localstream.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** ArchUnit only logs a class that it cannot read: so its classes are counted against the files. */
class ImportedClassesTest {
  @Test
  void knowsTheModules() {
    assertThat(ProductionModule.all())
        .extracting(ProductionModule::folder)
        .containsExactly(
            "domain",
            "application",
            "adapters-socket",
            "adapters-crypto",
            "adapters-persistence",
            "adapters-cli",
            "bootstrap");
  }

  @TestFactory
  Stream<DynamicTest> importsEveryClassFile() {
    return ProductionModule.all().stream()
        .map(module -> DynamicTest.dynamicTest(module.folder(), () -> check(module)));
  }

  private static void check(ProductionModule module) {
    URI root = module.classes();
    Set<String> imported =
        House.production().classes().stream()
            .filter(
                type -> type.getSource().orElseThrow().getUri().toString().contains(root.getPath()))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    assertThat((long) imported.size())
        .isPositive()
        .isEqualTo(ProductionModule.countClassFiles(root));
    assertThat(imported).allMatch(name -> name.startsWith(module.packageName() + "."));
    List<String> written = module.sources().stream().map(SourceFile::typeName).toList();
    assertThat(written).isNotEmpty();
    assertThat(imported).containsAll(written);
  }

  @Test
  void importsThePublishedFakesAndContracts() {
    URI root = ProductionModule.publishedTestClasses();
    assertThat(House.production().published()).hasSizeGreaterThan(20);
    assertThat((long) House.production().published().size())
        .isEqualTo(ProductionModule.countClassFiles(root));
  }
}
