package dev.fastsim.junit;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Runs the promises of scenario files as tests.
 *
 * <pre>{@code
 * @ScenarioFile("checkout.yml")
 * class CheckoutFileTest {}
 * }</pre>
 *
 * <p>Each file is simulated once; each of its SLAs is a test, as if the scenario were written as a
 * class. A file that has mistakes, or is not there, is a test that fails with all of them. A class
 * with {@link dev.fastsim.annotations.Endpoint} methods is a scenario itself and cannot name files.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
@Testable
public @interface ScenarioFile {

  /**
   * The files: on the class path, beside the class that is run, or from the root if it starts with
   * a slash; if there is no such resource, relative to the working directory.
   */
  String[] value();
}
