@NullMarked
package dev.fastsim.settings;

import org.jspecify.annotations.NullMarked;
