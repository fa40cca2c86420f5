/** The front door: simulate a model class or a scenario and get its result. */
@NullMarked
package dev.fastsim;

import org.jspecify.annotations.NullMarked;
