@NullMarked
package dev.fastsim.report;

import org.jspecify.annotations.NullMarked;
