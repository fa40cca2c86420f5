/**
 * Settings that a service already has: the {@code application.yml} or {@code .properties} of Spring
 * Boot, and what HikariCP and resilience4j take from them.
 *
 * <p>Files are read as Spring Boot reads them: several documents and profiles, later ones before
 * earlier ones, names in any spelling, placeholders. The environment is never looked at, so that a
 * model means the same on every machine: a placeholder stands for what the files say, or for its
 * own default. Every value knows the file, line and column it stands in.
 */
@NullMarked
package dev.fastsim.settings;

import org.jspecify.annotations.NullMarked;
