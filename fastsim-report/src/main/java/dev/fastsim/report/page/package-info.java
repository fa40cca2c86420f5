/**
 * A page as data: sections of charts, tables and text, and their rendering as one HTML file without
 * any link to the outside, or as Markdown.
 *
 * <p>Every text in these records is shown as text, whatever characters it holds; {@link
 * dev.fastsim.report.page.Markup} alone is taken as HTML.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.report.page;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
