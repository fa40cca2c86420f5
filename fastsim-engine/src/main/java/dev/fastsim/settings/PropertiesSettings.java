package dev.fastsim.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * The properties in the documents of a {@code .properties} file, in the format of {@link
 * java.util.Properties#load(java.io.Reader)}, which does not tell places. A comment {@code #---} or
 * {@code !---} separates documents, as in Spring Boot.
 */
final class PropertiesSettings {

  private final String file;
  private final String[] lines;
  private int line;

  private PropertiesSettings(String file, String text) {
    this.file = file;
    this.lines = text.split("\r\n|\r|\n", -1);
  }

  static List<SettingsDocument> read(String file, String text) {
    return new PropertiesSettings(file, text).read();
  }

  private List<SettingsDocument> read() {
    SettingsDocument document = new SettingsDocument();
    List<SettingsDocument> documents = new ArrayList<>(List.of(document));
    while (line < lines.length) {
      String first = lines[line].stripLeading();
      if (first.matches("[#!]---\\s*")) {
        document = new SettingsDocument();
        documents.add(document);
        line++;
      } else if (first.isEmpty() || first.startsWith("#") || first.startsWith("!")) {
        line++;
      } else {
        document.add(property());
      }
    }
    return documents;
  }

  /** Reads a logical line: a key, what separates it, and the value. */
  private Property property() {
    int firstLine = line;
    String text = logicalLine();
    int start = text.length() - text.stripLeading().length();
    int end = start;
    while (end < text.length() && "=: \t\f".indexOf(text.charAt(end)) < 0) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, text.length());
    int value = skip(text, end, " \t\f");
    if (value < text.length() && "=:".indexOf(text.charAt(value)) >= 0) {
      value = skip(text, value + 1, " \t\f");
    }
    SettingsPlace place = new SettingsPlace(file, firstLine + 1, value + 1);
    return new Property(
        unescaped(text.substring(start, end)), unescaped(text.substring(value)).strip(), place);
  }

  private static int skip(String text, int from, String characters) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** A line and those it is continued on. */
  private String logicalLine() {
    StringBuilder text = new StringBuilder(lines[line++]);
    while (isContinued(text) && line < lines.length) {
      text.setLength(text.length() - 1);
      text.append(lines[line++].stripLeading());
    }
    return text.toString();
  }

  /** Whether a text ends in an odd number of backslashes. */
  private static boolean isContinued(StringBuilder text) {
    int backslashes = 0;
    while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each != '\\' || i + 1 == text.length()) {
        plain.append(each);
      } else if (text.substring(i).matches("(?s)\\\\u\\p{XDigit}{4}.*")) {
        plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        char escaped = text.charAt(++i);
        int control = "tnrf".indexOf(escaped);
        plain.append(control < 0 ? escaped : "\t\n\r\f".charAt(control));
      }
    }
    return plain.toString();
  }
}
