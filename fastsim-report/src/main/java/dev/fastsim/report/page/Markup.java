package dev.fastsim.report.page;

/**
 * A part that brings its own HTML, style and script: for what no other block can show.
 *
 * <p>All three are put into the page as they are. Whoever makes them answers for it that names from
 * a model are escaped, that nothing is fetched from elsewhere, and that it can be used by keyboard
 * and read by a screen reader.
 *
 * @param html of the body
 * @param style CSS, once for the page; may be empty. The variables of {@code report.css} give the
 *     colours for light and dark
 * @param script JavaScript that runs after the body was read; may be empty, and holds no {@code
 *     </script}
 */
public record Markup(String html, String style, String script) implements Block {

  public Markup {
    if (script.contains("</script")) {
      throw new IllegalArgumentException("a script that holds '</script' would end there");
    }
  }
}
