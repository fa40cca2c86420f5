@NullMarked
package dev.fastsim.report.page;

import org.jspecify.annotations.NullMarked;
