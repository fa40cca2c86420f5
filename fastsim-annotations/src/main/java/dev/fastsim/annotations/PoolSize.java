package dev.fastsim.annotations;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Another size of a {@link ConnectionPool}, inside a {@link WhatIf}. */
@Documented
@Retention(RUNTIME)
@Target({})
public @interface PoolSize {

  /** {@link ConnectionPool#name()}. */
  String pool();

  /** Connections in each replica, at least 1. */
  int size();
}
