package dev.fastsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.report.page.Page;
import dev.fastsim.report.page.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportIndexTest {

  @TempDir private Path folder;

  private void write(String name, Status status, String headline) throws IOException {
    Report.of(new Page(name, "", status, headline, List.of())).writeTo(folder.resolve(name));
  }

  private Document index() throws IOException {
    ReportIndex.writeTo(folder);
    return Jsoup.parse(Files.readString(folder.resolve("index.html")));
  }

  @Test
  void whatIsBrokenComesFirstThenWhatIsOpenThenTheRestByName() throws IOException {
    write("b.html", Status.GOOD, "All 2 promises are kept");
    write("a.html", Status.GOOD, "The promise is kept");
    write("y.html", Status.OPEN, "The promise cannot be decided");
    write("z & z.html", Status.BAD, "The promise is broken");

    assertThat(index().select("a").eachText()).containsExactly("z & z", "y", "a", "b");
    assertThat(index().select("a").eachAttr("href"))
        .containsExactly("z%20%26%20z.html", "y.html", "a.html", "b.html");
    assertThat(index().select(".banner").text())
        .contains("1 of 4 reports have broken promises, 1 undecided ones");
  }

  @Test
  void otherFilesAreNoReports() throws IOException {
    write("a.html", Status.GOOD, "The promise is kept");
    Files.writeString(folder.resolve("b.html"), "<html><head></head></html>");
    Files.writeString(folder.resolve("a.json"), "{}");

    assertThat(index().select("a").eachText()).containsExactly("a");
  }

  @Test
  void withoutReportsThereIsNoIndex() throws IOException {
    ReportIndex.writeTo(folder);
    assertThat(folder).isEmptyDirectory();
  }
}
