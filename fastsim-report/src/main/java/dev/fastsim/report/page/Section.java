package dev.fastsim.report.page;

import java.util.List;

/**
 * A part of a page with a heading of its own.
 *
 * @param id unique in its page, of letters, digits and hyphens: what a link to it ends in
 * @param title heading, and its name in the contents
 * @param lead what it shows, in a sentence; may be empty
 * @param blocks in order
 */
public record Section(String id, String title, String lead, List<Block> blocks) {

  public Section {
    Ids.require(id);
    blocks = List.copyOf(blocks);
  }
}
