package dev.fastsim.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackagesTest {

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.fastsim.cli");

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
  void onlyTheStartIsPublic() {
    com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
        .that()
        .arePublic()
        .should()
        .haveSimpleName("Main")
        .check(classes);
  }
}
