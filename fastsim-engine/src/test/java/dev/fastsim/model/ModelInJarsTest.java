package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.Endpoint;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which jars a model's own classes may come from. */
class ModelInJarsTest {

  private static final String MODEL =
      """
      package dev.fastsim.examples.shop;

      import dev.fastsim.annotations.*;

      @ArrivalRate("1/s")
      public class Shop {
        private final words.Gateway gateway = new words.Gateway();

        @Endpoint
        void buy() {
          library.Counter.calls++;
          if (new Plain().answer() == 42) {
            gateway.charge();
          }
        }
      }
      """;

  private static final String PLAIN =
      """
      package dev.fastsim.examples.shop;

      class Plain {
        int answer() {
          return 42;
        }
      }
      """;

  private static final String GATEWAY =
      """
      package words;

      public class Gateway {
        @dev.fastsim.annotations.IoWait("1 ms")
        public void charge() {}
      }
      """;

  private static final String COUNTER =
      """
      package library;

      public class Counter {
        public static int calls;
      }
      """;

  private static final String OPERATION =
      """
      package words;

      @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
      @dev.fastsim.annotations.Endpoint
      public @interface Operation {}
      """;

  private static final String BASE =
      """
      package library;

      public class Base {
        @words.Operation
        public void ping() {}
      }
      """;

  private static final String HEIR =
      """
      package dev.fastsim.examples.shop;

      @dev.fastsim.annotations.ArrivalRate("1/s")
      public class Heir extends library.Base {}
      """;

  @TempDir Path folder;

  @Test
  void theModelsJarAndJarsThatUseTheAnnotationsAreWovenAndLibrariesAreShared() throws Exception {
    try (URLClassLoader application = application()) {
      Class<?> shop = application.loadClass("dev.fastsim.examples.shop.Shop");

      ServiceModel model = ServiceModel.read(shop);

      assertThat(Trace.of(model)).containsExactly("Gateway.charge");
      assertThat(application.loadClass("library.Counter").getField("calls").getInt(null))
          .as("calls of the dry run and of the trace, in the one class of the application")
          .isEqualTo(2);
      OwnClasses own = new OwnClasses(shop);
      assertThat(own.contains("dev.fastsim.examples.shop.Plain")).isTrue();
      assertThat(own.contains("words.Gateway")).isTrue();
      assertThat(own.contains("library.Counter")).isFalse();
      assertThat(own.contains("dev.fastsim.scenario.Scenario")).isFalse();
      assertThat(own.contains("dev.fastsim.annotations.Server")).isFalse();
      assertThat(own.contains("org.junit.jupiter.api.Test")).isFalse();
      assertThat(own.contains("java.lang.String")).isFalse();
    }
  }

  @Test
  void endpointsThatWouldNotBeWovenAreRefused() throws Exception {
    try (URLClassLoader application = application()) {
      Class<?> heir = application.loadClass("dev.fastsim.examples.shop.Heir");

      assertThat(Refusal.of(heir))
          .containsExactly(
              "Heir: it inherits endpoints from library.Base, whose jar does not mention"
                  + " dev.fastsim.annotations and is therefore taken for a library");
    }
  }

  private URLClassLoader application() throws Exception {
    Path classes = compile();
    List<URL> jars = new ArrayList<>();
    for (String part : List.of("dev", "words", "library")) {
      jars.add(jar(classes, part).toUri().toURL());
    }
    return new URLClassLoader(jars.toArray(URL[]::new), getClass().getClassLoader());
  }

  private Path compile() throws Exception {
    Path sources = Files.createDirectory(folder.resolve("sources"));
    List<String> arguments = new ArrayList<>();
    Path annotations =
        Path.of(Endpoint.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path classes = Files.createDirectory(folder.resolve("classes"));
    arguments.addAll(
        List.of("-proc:none", "-cp", annotations.toString(), "-d", classes.toString()));
    for (String source : List.of(MODEL, PLAIN, GATEWAY, COUNTER, OPERATION, BASE, HEIR)) {
      String name = source.replaceAll("(?s).*?(?:class|@interface) (\\w+).*", "$1");
      Path file = Files.writeString(sources.resolve(name + ".java"), source);
      arguments.add(file.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    return classes;
  }

  private Path jar(Path classes, String part) throws IOException {
    Path jar = folder.resolve(part + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes.resolve(part))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
        out.closeEntry();
      }
    }
    return jar;
  }
}
