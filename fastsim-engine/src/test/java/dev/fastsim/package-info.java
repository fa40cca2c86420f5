/** What holds for the engine as a whole. */
@NullMarked
package dev.fastsim;

import org.jspecify.annotations.NullMarked;
