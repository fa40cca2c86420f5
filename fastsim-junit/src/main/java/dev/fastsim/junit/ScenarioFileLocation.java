package dev.fastsim.junit;

import dev.fastsim.model.ModelOutline;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Where a file is that a class names.
 *
 * @param path of the file
 * @param resource its name on the class path, if it was found there
 */
@API(status = API.Status.INTERNAL)
public record ScenarioFileLocation(Path path, Optional<String> resource) {

  /**
   * The files that a class, or what it inherits from, names, each once; empty for other classes.
   */
  public static List<String> named(Class<?> type) {
    return AnnotationSupport.findAnnotation(type, ScenarioFile.class)
        .map(annotation -> Arrays.stream(annotation.value()).distinct().toList())
        .orElse(List.of());
  }

  /**
   * Finds one of these files.
   *
   * @throws ScenarioFileException if it is not there, or the class may not name any
   */
  public static ScenarioFileLocation find(Class<?> type, String name) {
    if (ModelOutline.hasEndpoint(type)) {
      throw ScenarioFileException.besideEndpoints(type);
    }
    String resource = resource(type, name);
    URL url = type.getResource("/" + resource);
    if (url != null) {
      if (!url.getProtocol().equals("file")) {
        throw ScenarioFileException.packed(type, name, url.toString());
      }
      return new ScenarioFileLocation(Path.of(URI.create(url.toString())), Optional.of(resource));
    }
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      throw ScenarioFileException.missing(type, name, resource, path);
    }
    return new ScenarioFileLocation(path, Optional.empty());
  }

  private static String resource(Class<?> type, String name) {
    if (name.startsWith("/")) {
      return name.substring(1);
    }
    String folder = type.getPackageName().replace('.', '/');
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
