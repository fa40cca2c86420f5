/** Builds a user's project with a real Maven and reads what its user would read. */
@NullMarked
package dev.fastsim.it;

import org.jspecify.annotations.NullMarked;
