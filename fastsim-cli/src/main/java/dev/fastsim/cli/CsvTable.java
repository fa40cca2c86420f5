package dev.fastsim.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table in a file: a header and rows of as many fields (RFC 4180, UTF-8, line feeds). */
final class CsvTable {

  /** More than any estimate has, and the same on every JDK. */
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  CsvTable(String... header) {
    this.header = List.of(header);
  }

  /** Adds a row of texts and numbers; what is not finite becomes an empty field. */
  void row(Object... fields) {
    if (fields.length != header.size()) {
      throw new IllegalArgumentException(
          "%d fields for %d columns".formatted(fields.length, header.size()));
    }
    rows.add(Stream.of(fields).map(CsvTable::text).toList());
  }

  private static String text(Object field) {
    if (field instanceof Double number) {
      return Double.isFinite(number)
          ? new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString()
          : "";
    }
    return field.toString();
  }

  void write(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    }
  }
}
