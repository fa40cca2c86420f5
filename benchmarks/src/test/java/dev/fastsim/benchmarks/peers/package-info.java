@NullMarked
package dev.fastsim.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
