/** The JUnit Platform engine {@code fastsim}: specs, endpoints and SLAs as a tree of tests. */
@NullMarked
package dev.fastsim.junit;

import org.jspecify.annotations.NullMarked;
