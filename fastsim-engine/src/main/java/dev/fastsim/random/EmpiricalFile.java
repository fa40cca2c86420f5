package dev.fastsim.random;

import dev.fastsim.units.Durations;
import dev.fastsim.units.UnitFormatException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads measurements.
 *
 * <p>A {@code .csv} file has one value a line, a duration with its unit or plain seconds; blank
 * lines and lines that begin with # are skipped. A {@code .hlog} file is a log of HdrHistogram,
 * version 1 or 2, in nanoseconds; all its intervals and tags are added up. Either way the values
 * become seconds. The name is a path, relative to the working directory, or a resource where it
 * begins with {@code classpath:}.
 */
final class EmpiricalFile {

  private static final String CLASSPATH = "classpath:";

  private EmpiricalFile() {}

  static Empirical read(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) {
      return readCsv(name, new String(bytes(name), StandardCharsets.UTF_8));
    }
    if (lower.endsWith(".hlog")) {
      return readLog(name, bytes(name));
    }
    throw failure(
        "'" + name + "' is not a file of measurements; expected a name ending in .csv or .hlog");
  }

  private static byte[] bytes(String name) {
    boolean resource = name.startsWith(CLASSPATH);
    try {
      return resource
          ? resourceBytes(name.substring(CLASSPATH.length()))
          : Files.readAllBytes(Path.of(name));
    } catch (NoSuchFileException | FileNotFoundException e) {
      String where = resource ? "on the class path" : "in " + Path.of("").toAbsolutePath();
      throw failure(name + ": no such file " + where);
    } catch (IOException | InvalidPathException e) {
      throw failure(name + ": cannot be read: " + e);
    }
  }

  private static byte[] resourceBytes(String resource) throws IOException {
    String path = resource.startsWith("/") ? resource.substring(1) : resource;
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? EmpiricalFile.class.getClassLoader() : context;
    try (InputStream stream = loader.getResourceAsStream(path)) {
      if (stream == null) {
        throw new FileNotFoundException(path);
      }
      return stream.readAllBytes();
    }
  }

  private static Empirical readCsv(String name, String content) {
    DoubleStream.Builder values = DoubleStream.builder();
    String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
    try (BufferedReader lines = new BufferedReader(new StringReader(text))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String stripped = line.strip();
        if (!stripped.isEmpty() && !stripped.startsWith("#")) {
          values.add(seconds(name + ":" + number, stripped));
        }
      }
    } catch (IOException e) {
      throw failure(name + ": cannot be read: " + e);
    }
    double[] read = values.build().toArray();
    if (read.length == 0) {
      throw failure(name + ": holds no values");
    }
    return Empirical.of(name, read);
  }

  private static double seconds(String where, String text) {
    try {
      double value =
          Notation.isNumber(text) ? Double.parseDouble(text) : Durations.parseSeconds(text);
      ParameterException.requireNotNegative("empirical", "value", value);
      return value;
    } catch (UnitFormatException | ParameterException e) {
      throw failure(where + ": " + e.getMessage());
    }
  }

  private static Empirical readLog(String name, byte[] content) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    try (HistogramLogReader log = new HistogramLogReader(new ByteArrayInputStream(content))) {
      while (log.hasNext()) {
        add(name, log.nextIntervalHistogram(), counts);
      }
    } catch (RuntimeException e) {
      throw e instanceof ParameterException
          ? e
          : failure(name + ": is not a log of HdrHistogram: " + e);
    }
    if (counts.isEmpty()) {
      throw failure(name + ": holds no values");
    }
    double[] values = new double[counts.size()];
    long[] times = new long[counts.size()];
    int i = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      values[i] = entry.getKey() / 1e9;
      times[i++] = entry.getValue();
    }
    return Empirical.ofCounts(name, values, times);
  }

  private static void add(
      String name, @Nullable EncodableHistogram interval, Map<Long, Long> counts) {
    if (!(interval instanceof AbstractHistogram histogram)) {
      String found = interval == null ? "a damaged line" : interval.getClass().getSimpleName();
      throw failure(name + ": expected histograms of whole nanoseconds, found " + found);
    }
    for (HistogramIterationValue value : histogram.recordedValues()) {
      long middle = histogram.medianEquivalentValue(value.getValueIteratedTo());
      counts.merge(middle, value.getCountAtValueIteratedTo(), Math::addExact);
    }
  }

  private static ParameterException failure(String message) {
    return ParameterException.because("file", message);
  }
}
