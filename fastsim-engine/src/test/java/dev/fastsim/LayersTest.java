package dev.fastsim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A package uses only packages below it. */
class LayersTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .importUrl(FastSim.class.getProtectionDomain().getCodeSource().getLocation());

  /** From top to bottom; those of one row do not know each other. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("facade"),
          List.of("model", "yaml"),
          List.of("capacity"),
          List.of("sla"),
          List.of("experiment"),
          List.of("simulation"),
          List.of("timeline"),
          List.of("metrics", "theory"),
          List.of("scenario"),
          List.of("random"),
          List.of("kernel", "units"));

  @Test
  void packageUsesOnlyPackagesBelowIt() {
    LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (List<String> floor : FLOORS) {
      for (String name : floor) {
        String pattern = name.equals("facade") ? "dev.fastsim" : "dev.fastsim." + name + "..";
        architecture = architecture.optionalLayer(name).definedBy(pattern);
      }
    }
    for (int i = 0; i < FLOORS.size(); i++) {
      String[] above = FLOORS.subList(0, i).stream().flatMap(List::stream).toArray(String[]::new);
      for (String name : FLOORS.get(i)) {
        architecture =
            above.length == 0
                ? architecture.whereLayer(name).mayNotBeAccessedByAnyLayer()
                : architecture.whereLayer(name).mayOnlyBeAccessedByLayers(above);
      }
    }
    architecture.check(ENGINE);
  }

  @Test
  void everyPackageIsOnAFloor() {
    assertThat(packages())
        .allSatisfy(
            each ->
                assertThat(FLOORS)
                    .as(each.getName())
                    .anyMatch(
                        floor -> floor.stream().anyMatch(name -> isOrIn(each.getName(), name))));
  }

  private static boolean isOrIn(String name, String floor) {
    return floor.equals("facade")
        ? name.equals("dev.fastsim")
        : (name + ".").startsWith("dev.fastsim." + floor + ".");
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("dev.fastsim.(**)").should().beFreeOfCycles().check(ENGINE);
  }

  @Test
  void engineKnowsNothingOfTestFrameworksAndBuildTools() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.junit..", "org.assertj..", "org.apache.maven..", "org.opentest4j..")
        .check(ENGINE);
  }

  @Test
  void kernelKnowsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("dev.fastsim.kernel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.fastsim.kernel..", "java..", "org.apiguardian..", "org.jspecify..")
        .check(ENGINE);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(packages())
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
  }

  @Test
  void innerWorkingsAreMarkedInternal() {
    assertThat(packages())
        .filteredOn(each -> each.getName().matches("dev\\.fastsim\\.(kernel|simulation)"))
        .hasSize(2)
        .allSatisfy(
            each ->
                assertThat(each.getAnnotationOfType(API.class).status())
                    .as(each.getName())
                    .isEqualTo(API.Status.INTERNAL));
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)").check(ENGINE);
  }

  private static List<JavaPackage> packages() {
    return ENGINE.stream().map(each -> each.getPackage()).distinct().toList();
  }
}
