package dev.fastsim.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Knows which jars hold parts of models: those with a class that mentions our annotations. A jar is
 * read once in the life of the JVM.
 */
final class ModelJars {

  private static final String MENTION = "dev/fastsim/annotations/";

  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

  private ModelJars() {}

  /** Whether the jar at this URL, {@code file:/...jar}, holds parts of models. */
  static boolean contains(String location) {
    return KNOWN.computeIfAbsent(location, ModelJars::scan);
  }

  private static boolean scan(String location) {
    try (ZipFile jar = new ZipFile(Path.of(URI.create(location)).toFile())) {
      var entries = jar.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            if (mentions(in.readAllBytes())) {
              return true;
            }
          }
        }
      }
      return false;
    } catch (IOException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static boolean mentions(byte[] classFile) {
    return new String(classFile, StandardCharsets.ISO_8859_1).contains(MENTION);
  }
}
