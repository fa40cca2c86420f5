package dev.fastsim.yaml;

import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** The events of a YAML text; text that is not YAML ends the reading with a mistake. */
final class YamlEvents {

  /** The parser copies what it holds with each bufferful, which takes long for very long lines. */
  private static final int LARGEST_BUFFER = 1 << 16;

  private final String text;
  private final Findings findings;
  private final Iterator<Event> events;
  private YamlMark last = new YamlMark(1, 1);

  YamlEvents(String text, Findings findings) {
    this.text = text;
    this.findings = findings;
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(YamlFile.LARGEST + 1)
            .setBufferSize(Math.min(text.length() + 1, LARGEST_BUFFER))
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /** The next event; there is always one until the end of the stream. */
  Event next() {
    try {
      Event event = events.next();
      last = mark(event);
      return event;
    } catch (MarkedYamlEngineException malformed) {
      YamlMark mark = malformed.getProblemMark().map(YamlEvents::mark).orElse(last);
      throw notYaml(mark, problem(malformed));
    } catch (ReaderException unreadable) {
      throw notYaml(
          mark(unreadable.getPosition()),
          "the character U+%04X, which YAML does not allow".formatted(unreadable.getCodePoint()));
    } catch (RuntimeException undocumented) {
      // What the parser lets out beyond its own exceptions is a defect of it, found by fuzzing.
      throw notYaml(last, "text that cannot be parsed");
    }
  }

  /** The place where an event starts. */
  static YamlMark mark(Event event) {
    return event.getStartMark().map(YamlEvents::mark).orElse(YamlMark.WHOLE_FILE);
  }

  private static YamlMark mark(Mark mark) {
    return new YamlMark(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private YamlMark mark(int codePoints) {
    int end =
        text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    int line = (int) text.substring(0, end).chars().filter(each -> each == '\n').count() + 1;
    int start = text.lastIndexOf('\n', end - 1) + 1;
    return new YamlMark(line, text.codePointCount(start, end) + 1);
  }

  private static String problem(MarkedYamlEngineException malformed) {
    String problem = Optional.ofNullable(malformed.getProblem()).orElse("text");
    String context = Optional.ofNullable(malformed.getContext()).orElse("");
    String start =
        malformed
            .getContextMark()
            .map(YamlEvents::mark)
            .map(mark -> " from " + mark.line() + ":" + mark.column())
            .orElse("");
    return "a mistake in the syntax ("
        + problem.strip()
        + (context.isBlank() ? "" : " " + context.strip() + start)
        + ")";
  }

  private InvalidFileException notYaml(YamlMark mark, String found) {
    findings.mistake(
        mark,
        YamlPath.ROOT,
        found,
        "YAML",
        "check indentation, quotes and brackets here and in the line above");
    return findings.exception();
  }
}
