package dev.fastsim.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackagesTest {

  private static final String ROOT = "dev.fastsim.junit";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void onlyTheAssertionsUseAssertJ() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".assertj")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.assertj..", ROOT + ".assertj")
        .check(classes);
  }

  @Test
  void theAssertionsUseNoJUnit() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".assertj")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", ROOT, ROOT + ".engine")
        .check(classes);
  }

  @Test
  void theEngineUsesOnlyTheAnnotationsOfJupiter() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".engine")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.junit.jupiter.api.extension..")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("FastSimExtension")
        .check(classes);
  }

  @Test
  void theExtensionDoesNotUseTheEngine() {
    noClasses()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".engine", "org.junit.platform.engine..")
        .check(classes);
  }

  @Test
  void nothingOfTheEngineButItselfIsPublic() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".engine")
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should()
        .haveSimpleName("FastSimTestEngine")
        .check(classes);
  }
}
