package dev.fastsim.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.fastsim.simulation.SimulationException;
import org.junit.jupiter.api.Test;

class PackagesTest {

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.fastsim.cli");

  /** The exception is one that public methods are documented to throw. */
  @Test
  void theInnerWorkingsOfTheEngineAreNotUsed() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "dev.fastsim.kernel..", "dev.fastsim.simulation..", "dev.fastsim.model..")
                .and(not(type(SimulationException.class))))
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
