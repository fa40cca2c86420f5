package dev.fastsim.model;

import dev.fastsim.annotations.Flow;
import dev.fastsim.annotations.internal.Recorder;
import dev.fastsim.annotations.internal.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells which classes belong to a model and are defined anew by its class loaders: those in
 * folders, in the jar of the model class and in jars that mention our annotations. Libraries, the
 * JDK, the test framework and FastSim itself are shared with the application. Thread-safe.
 */
final class OwnClasses {

  /** Of these each model class loader has a copy of its own; see {@link Recording}. */
  static final List<Class<?>> PER_LOADER = List.of(Flow.class, Recording.class, LoaderDoor.class);

  private static final List<String> SHARED =
      List.of(
          "java.",
          "jdk.",
          "sun.",
          "com.sun.",
          "org.junit.",
          "org.opentest4j.",
          "org.assertj.",
          "org.apiguardian.",
          "org.jspecify.",
          "net.bytebuddy.");

  /** Packages of FastSim; examples are not among them. */
  private static final List<String> FASTSIM =
      List.of(
          "annotations",
          "annotations.internal",
          "cli",
          "experiment",
          "junit",
          "junit.assertj",
          "junit.engine",
          "kernel",
          "metrics",
          "model",
          "random",
          "report",
          "scenario",
          "simulation",
          "sla",
          "spark",
          "units",
          "yaml");

  private static final String ROOT = "dev.fastsim";

  private final ClassLoader application;
  private final @Nullable String home;
  private final List<String> fastSimHomes;
  private final Map<String, Optional<String>> locations = new ConcurrentHashMap<>();
  private final Map<String, Optional<ProtectionDomain>> domains = new ConcurrentHashMap<>();

  OwnClasses(Class<?> modelClass) {
    ClassLoader loader = modelClass.getClassLoader();
    this.application = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    this.home = locate(modelClass.getName());
    this.fastSimHomes = List.of(homeOf(Recorder.class), homeOf(OwnClasses.class));
  }

  /** The loader the model class came from. */
  ClassLoader application() {
    return application;
  }

  /** Whether the class of this binary name is the model's own. */
  boolean contains(String name) {
    return locations.computeIfAbsent(name, this::ownLocation).isPresent();
  }

  /** The class file of one of its own classes. */
  byte[] bytes(String name) throws IOException {
    try (InputStream in = application.getResourceAsStream(path(name))) {
      if (in == null) {
        throw new IOException("there is no class file of " + name);
      }
      return in.readAllBytes();
    }
  }

  /**
   * The protection domain the application's class loader gives to classes at the same place, so
   * that coverage tools and security checks see no difference.
   */
  Optional<ProtectionDomain> domain(String name) {
    String location = locations.computeIfAbsent(name, this::ownLocation).orElse("");
    return domains.computeIfAbsent(location, place -> domainOf(name, place));
  }

  private Optional<ProtectionDomain> domainOf(String name, String location) {
    try {
      return Optional.of(Class.forName(name, false, application).getProtectionDomain());
    } catch (ClassNotFoundException | LinkageError absent) {
      try {
        CodeSource source =
            new CodeSource(new URL(location), (java.security.cert.Certificate[]) null);
        return Optional.of(new ProtectionDomain(source, null));
      } catch (MalformedURLException impossible) {
        return Optional.empty();
      }
    }
  }

  private Optional<String> ownLocation(String name) {
    if (SHARED.stream().anyMatch(name::startsWith)) {
      return Optional.empty();
    }
    String location = locate(name);
    if (location == null || isFastSim(name, location)) {
      return Optional.empty();
    }
    boolean own = location.endsWith("/") || location.equals(home) || ModelJars.contains(location);
    return own ? Optional.of(location) : Optional.empty();
  }

  /** Ours are all classes in our jars; but a jar that holds a model too has both. */
  private boolean isFastSim(String name, String location) {
    if (!name.startsWith(ROOT + ".")) {
      return false;
    }
    boolean atHome = location.equals(home);
    if (fastSimHomes.contains(location)) {
      return !atHome || isNamedLikeFastSim(name);
    }
    return !atHome && isNamedLikeFastSim(name);
  }

  private static boolean isNamedLikeFastSim(String name) {
    String packageName = name.substring(0, name.lastIndexOf('.'));
    return packageName.equals(ROOT) || FASTSIM.contains(packageName.substring(ROOT.length() + 1));
  }

  /** The folder (ends in a slash) or jar that holds a class, as a URL; null if it is neither. */
  private @Nullable String locate(String name) {
    return location(application.getResource(path(name)), path(name));
  }

  private static String homeOf(Class<?> type) {
    String path = path(type.getName());
    String home = location(type.getResource("/" + path), path);
    return home == null ? "" : home;
  }

  private static @Nullable String location(@Nullable URL resource, String path) {
    if (resource == null) {
      return null;
    }
    String url = resource.toString();
    if (url.startsWith("file:") && url.endsWith(path)) {
      return url.substring(0, url.length() - path.length());
    }
    if (url.startsWith("jar:file:") && url.contains("!/")) {
      return url.substring("jar:".length(), url.indexOf("!/"));
    }
    return null;
  }

  static String path(String name) {
    return name.replace('.', '/') + ".class";
  }
}
