package dev.fastsim.junit.engine;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.junit.ScenarioFile;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

/** Classes that name scenario files. */
final class FileSpecs {

  private FileSpecs() {}

  @ScenarioFile("checkout.yml")
  static class Checkout {}

  @ScenarioFile({"shop.yml", "/dev/fastsim/junit/engine/checkout.yml", "shop.yml"})
  @DisplayName("The shop")
  @Tag("shop")
  static class Several {}

  @ScenarioFile({"shop.yml", "/dev/fastsim/junit/engine/shop.yml"})
  static class Twice {}

  @ScenarioFile("src/test/resources/dev/fastsim/junit/engine/shop.yml")
  static class InWorkingDirectory {}

  @ScenarioFile("checkout.yml")
  @Disabled("not today")
  static class Off {}

  @ScenarioFile("shop.yml")
  abstract static class Conventional {}

  static class Inherited extends Conventional {}

  @ScenarioFile("asyncflow.yml")
  static class AsyncFlow {}

  @ScenarioFile("roomy.yml")
  static class Roomy {}

  @ScenarioFile("nowhere.yml")
  static class Missing {}

  @ScenarioFile({"mistaken.yml", "shop.yml"})
  static class Mistaken {}

  @ScenarioFile("shop.yml")
  @ArrivalRate("1/s")
  static class Both {
    @Endpoint
    void get() {}
  }

  @ScenarioFile({})
  static class NoFile {}

  @ScenarioFile("/java/lang/Object.class")
  static class Packed {}
}
