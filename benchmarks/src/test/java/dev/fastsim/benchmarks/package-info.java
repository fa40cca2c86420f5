@NullMarked
package dev.fastsim.benchmarks;

import org.jspecify.annotations.NullMarked;
