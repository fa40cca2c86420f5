package dev.fastsim.annotations;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A step that takes longer or shorter, inside a {@link WhatIf}. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface StepTime {

  /**
   * The name of the step in results: {@code chargeCard} for a method of the model, {@code
   * Bank.chargeCard} for one of another class.
   */
  String step();

  /** How many times as long, positive and finite; below 1 for a faster step. */
  double factor();
}
