package dev.fastsim.report.page;

import java.util.List;

/**
 * Boxes and arrows between them, left to right.
 *
 * @param title what it shows
 * @param summary what there is to see in it, in a sentence
 * @param width of the drawing, in pixels
 * @param height of the drawing, in pixels
 * @param boxes places
 * @param arrows ways between places
 */
public record Diagram(
    String title, String summary, int width, int height, List<Box> boxes, List<Arrow> arrows)
    implements Block {

  /** Width of a box, in pixels. */
  public static final int BOX_WIDTH = 184;

  /** Height of a box, in pixels. */
  public static final int BOX_HEIGHT = 92;

  /** Letters of a box's name that fit into it. */
  private static final int NAME_LETTERS = 20;

  private static final int LINE_LETTERS = 27;

  public Diagram {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /**
   * A place.
   *
   * @param name in its first line
   * @param lines below the name, at most two
   * @param load how full it is, from 0 to 1; NaN where that means nothing
   * @param marked whether it is the one to look at
   * @param x of its left edge
   * @param y of its upper edge
   */
  public record Box(String name, List<String> lines, double load, boolean marked, int x, int y) {

    public Box {
      lines = List.copyOf(lines);
    }

    /** The name as far as it fits. */
    public String shortName() {
      return clip(name, NAME_LETTERS);
    }

    /** The lines as far as they fit. */
    public List<String> shortLines() {
      return lines.stream().map(line -> clip(line, LINE_LETTERS)).toList();
    }

    /** Whether there is a load to show. */
    public boolean hasLoad() {
      return !Double.isNaN(load);
    }

    /** How long the bar of the load is, in pixels. */
    public int barWidth() {
      return (int) Math.round(Math.min(1, load) * (BOX_WIDTH - 28));
    }

    /** A class for style sheets: how much room is left. */
    public String heat() {
      if (!hasLoad()) {
        return "cold";
      }
      return load >= 0.9 ? "hot" : load >= 0.7 ? "warm" : "cool";
    }
  }

  /**
   * A way.
   *
   * @param label beside it
   * @param fromX where it begins
   * @param fromY where it begins
   * @param toX where it ends
   * @param toY where it ends
   */
  public record Arrow(String label, int fromX, int fromY, int toX, int toY) {

    /** The way as SVG path data: level at both ends. */
    public String path() {
      int middle = (fromX + toX) / 2;
      return "M%d %d C%d %d %d %d %d %d"
          .formatted(fromX, fromY, middle, fromY, middle, toY, toX - 7, toY);
    }

    /** Where the label is centred. */
    public int labelX() {
      return (fromX + toX) / 2;
    }

    /** The base line of the label. */
    public int labelY() {
      return (fromY + toY) / 2 - 7;
    }

    /** The label as far as it fits. */
    public String shortLabel() {
      return clip(label, 16);
    }
  }

  private static String clip(String text, int letters) {
    return text.length() <= letters ? text : text.substring(0, letters - 1) + "…";
  }
}
