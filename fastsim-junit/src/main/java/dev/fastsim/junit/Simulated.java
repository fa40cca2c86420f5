package dev.fastsim.junit;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The result of simulating a model class, as a parameter of a Jupiter test, of a lifecycle method
 * or of a constructor.
 *
 * <pre>{@code
 * @Test
 * void survivesTheSale(@Simulated(CheckoutModel.class) SimulationResult result) {
 *   assertThat(result).endpoint("POST /checkout").p95().isLessThan(Duration.ofMillis(120));
 * }
 * }</pre>
 *
 * <p>It registers {@link FastSimExtension} by itself. All parameters of a test run that ask for the
 * same model share one simulation.
 */
@Documented
@Retention(RUNTIME)
@Target({PARAMETER, ANNOTATION_TYPE})
@ExtendWith(FastSimExtension.class)
public @interface Simulated {

  /**
   * The model class; it has at least one {@link dev.fastsim.annotations.Endpoint} method, or names
   * one {@link ScenarioFile}.
   */
  Class<?> value();
}
