package dev.fastsim.annotations;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The settings that the service already has, in a file of Spring Boot; words such as {@link
 * ConnectionPool#settings()} take their values from there.
 *
 * <p>Several documents and profiles are read as Spring Boot reads them, names in any spelling. A
 * placeholder {@code ${name:default}} stands for what the file says of the name, else for its
 * default; the environment is never asked, so that the model means the same on every machine.
 * Results say which line each value is from.
 */
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, ANNOTATION_TYPE})
public @interface SpringSettings {

  /**
   * The file, YAML or {@code .properties}; looked for in the working directory, which is that of
   * the module, then beside the class and at the root of the class path. Those of the profiles,
   * {@code application-prod.yml}, are looked for in the same way.
   */
  String value() default "application.yml";

  /**
   * The active profiles. Left out: those of {@code spring.profiles.active} in the file, else {@code
   * default}.
   */
  String[] profiles() default {};
}
