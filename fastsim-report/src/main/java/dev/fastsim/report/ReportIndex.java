package dev.fastsim.report;

import dev.fastsim.report.page.IndexPage;
import dev.fastsim.report.page.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The index of the reports in a folder: which there are, and what became of each. */
public final class ReportIndex {

  private static final String NAME = "index.html";
  private static final int LINES_OF_A_HEAD = 20;
  private static final Pattern META =
      Pattern.compile("<meta name=\"fastsim-(\\w+)\" content=\"([^\"]*)\">");

  private ReportIndex() {}

  /**
   * Writes {@code index.html} into a folder, over all reports there, whichever run wrote them:
   * those with broken promises first, then by name. Without any report nothing is written.
   *
   * @throws IOException if the folder cannot be read or written
   */
  public static void writeTo(Path folder) throws IOException {
    List<IndexPage.Entry> entries = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(ReportIndex::mayBeReport).sorted().toList();
    }
    for (Path file : files) {
      entry(file).ifPresent(entries::add);
    }
    if (!entries.isEmpty()) {
      Files.writeString(folder.resolve(NAME), new IndexPage(entries).toHtml());
    }
  }

  private static boolean mayBeReport(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".html") && !name.equals(NAME);
  }

  /** What the head of a page says of it; empty if it is no report. */
  private static Optional<IndexPage.Entry> entry(Path file) throws IOException {
    Optional<Status> status = Optional.empty();
    String headline = "";
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (int i = 0; i < LINES_OF_A_HEAD; i++) {
        String line = reader.readLine();
        if (line == null) {
          break;
        }
        Matcher meta = META.matcher(line);
        if (meta.find()) {
          String value = meta.group(2);
          if (meta.group(1).equals("status")) {
            status =
                Stream.of(Status.values()).filter(each -> each.name().equals(value)).findFirst();
          } else {
            headline = value;
          }
        }
      }
    }
    String name = file.getFileName().toString();
    String words = headline;
    return status.map(
        each ->
            new IndexPage.Entry(
                name.substring(0, name.length() - ".html".length()), name, each, words));
  }
}
