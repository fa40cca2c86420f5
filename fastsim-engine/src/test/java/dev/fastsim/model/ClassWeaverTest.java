package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.internal.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.junit.jupiter.api.Test;

/** Weaving changes nothing but what it adds. */
class ClassWeaverTest {

  @ArrivalRate("1/s")
  static class Model {

    private final List<Integer> seen = new ArrayList<>();

    @CpuStep("1 ms")
    int loop(int turns) {
      while (true) {
        seen.add(turns);
        if (seen.size() > turns) {
          return turns;
        }
      }
    }

    @Endpoint
    void go() {
      seen.forEach(one -> seen.set(0, loop(one)));
    }
  }

  private final OwnClasses own = new OwnClasses(Model.class);
  private final ClassClosure closure;
  private final StepCatalog steps;

  ClassWeaverTest() throws Exception {
    closure = ClassClosure.of(Model.class, own);
    Mistakes mistakes = new Mistakes();
    AnnotationFinder finder = new AnnotationFinder(mistakes);
    steps =
        new StepReader(
                finder,
                mistakes,
                dev.fastsim.scenario.Server.DEFAULT,
                new PoolNames(List.of()),
                new LlmReader(Model.class, finder, mistakes),
                "")
            .read(Model.class, closure, StepMethod.of(closure, own.application()));
  }

  private byte[] weave(byte[] plain) {
    return ClassWeaver.weave(plain, ClassFactsReader.read(plain), steps);
  }

  @Test
  void theLineNumbersOfAModelStayAsTheyAre() throws Exception {
    byte[] plain = own.bytes(Model.class.getName());
    byte[] woven = weave(plain);

    assertThat(woven).hasSizeGreaterThan(plain.length);
    assertThat(lines(woven)).isEqualTo(lines(plain)).hasSize(4);
  }

  @Test
  void aWholeLibraryPassesTheVerifierAfterWeaving() throws Exception {
    Map<String, byte[]> library = caffeine();
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] plain = library.get(name);
            if (plain == null) {
              return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            byte[] woven = weave(plain);
            return known == null ? defineClass(name, woven, 0, woven.length) : known;
          }
        };
    int verified = 0;
    for (Map.Entry<String, byte[]> entry : library.entrySet()) {
      assertThat(lines(weave(entry.getValue()))).isEqualTo(lines(entry.getValue()));
      verified += Class.forName(entry.getKey(), true, loader).getClassLoader() == loader ? 1 : 0;
    }
    assertThat(verified).isGreaterThan(300);
    assertThat(Recording.class.getClassLoader()).isNotSameAs(loader);
  }

  private static Map<String, byte[]> caffeine() throws Exception {
    Path jar = Path.of(Caffeine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, byte[]> classes = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        String name = entry.getName();
        if (name.endsWith(".class") && name.startsWith("com/")) {
          classes.put(name.replace('/', '.').replace(".class", ""), read(zip, entry));
        }
      }
    }
    return classes;
  }

  private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
    try (var in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** The line number entries of each method. */
  private static Map<String, List<Integer>> lines(byte[] classFile) {
    Map<String, List<Integer>> lines = new LinkedHashMap<>();
    OpenedClassReader.of(classFile)
        .accept(
            new ClassVisitor(ClassWeaver.API) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                List<Integer> entries = new ArrayList<>();
                lines.put(name + descriptor, entries);
                return new MethodVisitor(ClassWeaver.API) {
                  @Override
                  public void visitLineNumber(int line, Label start) {
                    entries.add(line);
                  }
                };
              }
            },
            0);
    return lines;
  }
}
