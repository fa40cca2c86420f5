package dev.fastsim.report;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackagesTest {

  private static final String ROOT = "dev.fastsim.report";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void theInnerWorkingsOfTheEngineAreNotUsed() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "dev.fastsim.kernel..", "dev.fastsim.simulation..", "dev.fastsim.model.."))
        .check(classes);
  }

  @Test
  void pagesKnowNothingOfResults() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".page")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                ROOT,
                "dev.fastsim.metrics..",
                "dev.fastsim.scenario..",
                "dev.fastsim.experiment..",
                "dev.fastsim.sla..",
                "dev.fastsim.capacity.."))
        .check(classes);
  }

  @Test
  void reportsNeedNoTestFrameworkAndNoWindow() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.junit..", "org.assertj..", "javax.swing..", "java.applet.."))
        .check(classes);
  }
}
