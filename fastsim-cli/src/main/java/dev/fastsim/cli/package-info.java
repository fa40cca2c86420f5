/**
 * The command line. Each command is a class that reads its options, calls the engine, and says what
 * it found: results on standard output, everything else on standard error.
 */
@NullMarked
@API(status = INTERNAL)
package dev.fastsim.cli;

import static org.apiguardian.api.API.Status.INTERNAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
