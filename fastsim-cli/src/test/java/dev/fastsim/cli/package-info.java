@NullMarked
package dev.fastsim.cli;

import org.jspecify.annotations.NullMarked;
