package dev.fastsim.settings;

import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.FixedWindow;
import dev.fastsim.units.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The settings of a service in an {@code application.yml} or {@code .properties} of Spring Boot.
 *
 * <pre>{@code
 * SpringSettings settings = SpringSettings.load(Path.of("src/main/resources/application.yml"), "prod");
 * Scenario scenario = Scenario.builder("checkout")
 *     .pool(settings.connectionPool("db", "spring.datasource.hikari"))
 *     .notes(settings.notes())
 *     ...
 * }</pre>
 *
 * <p>Later documents and the files of profiles, {@code application-prod.yml}, go before earlier
 * ones. Without profiles given, those of {@code spring.profiles.active} count, else {@code
 * default}. A placeholder {@code ${name:default}} stands for what the files say of the name, else
 * for its default; the environment is never asked. What {@code spring.config.import} names is not
 * read, which is among the notes.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class SpringSettings {

  private final String file;

  /** From the weakest to the strongest. */
  private final List<SettingsDocument> documents;

  private final List<String> notes = new ArrayList<>();

  private SpringSettings(String file, List<SettingsDocument> documents) {
    this.file = file;
    this.documents = documents;
    for (SettingsDocument document : documents) {
      for (Property imported : document.list("spring.config.import")) {
        notes.add(
            "settings that %s imports are not read: %s"
                .formatted(imported.place().text(), imported.text()));
      }
    }
  }

  /**
   * Reads a file.
   *
   * @param file YAML, or properties if its name ends so, in UTF-8, at most 1 MiB
   * @param profiles that are active; if there are none, those that the file makes active
   * @throws InvalidSettingsException if it cannot be read, or has nothing for one of the profiles
   */
  public static SpringSettings load(Path file, String... profiles) {
    return load(SettingsFiles.in(Path.of("")), file.toString(), List.of(profiles));
  }

  /**
   * Reads a file, wherever it is.
   *
   * @param files where it is looked for, with those of its profiles
   * @param file its name there
   * @param profiles as in {@link #load(Path, String...)}
   * @throws InvalidSettingsException as {@link #load(Path, String...)}
   */
  public static SpringSettings load(SettingsFiles files, String file, List<String> profiles) {
    List<SettingsMistake> mistakes = new ArrayList<>();
    List<SettingsDocument> documents = new SettingsText(files, file, mistakes).documents(profiles);
    if (!mistakes.isEmpty()) {
      throw new InvalidSettingsException(file, mistakes);
    }
    return new SpringSettings(file, documents);
  }

  /**
   * What HikariCP takes from the keys below a prefix: {@code spring.datasource.hikari}, or that of
   * one of several data sources.
   *
   * @throws InvalidSettingsException with every mistake: nothing below the prefix, keys that
   *     HikariCP does not have, values that it would refuse
   */
  public PoolSettings pool(String prefix) {
    return HikariKeys.read(new SettingsSection(this, prefix));
  }

  /**
   * A pool as {@link #pool(String)} says, which is added to the {@linkplain #notes() notes}.
   *
   * @param name that steps refer to
   */
  public ConnectionPool connectionPool(String name, String prefix) {
    PoolSettings read = pool(prefix);
    notes.add(read.note(name));
    return read.pool(name);
  }

  /**
   * What resilience4j takes from the keys below a prefix, {@code
   * resilience4j.ratelimiter.instances.checkout}, and from the shared configuration that it names.
   *
   * @throws InvalidSettingsException with every mistake, as {@link #pool(String)}
   */
  public LimiterSettings limiter(String prefix) {
    return new LimiterKeys(this).read(prefix);
  }

  /** A limiter as {@link #limiter(String)} says, which is added to the {@link #notes()}. */
  public FixedWindow rateLimiter(String prefix) {
    LimiterSettings read = limiter(prefix);
    notes.add(read.note("rate limiter"));
    return read.window();
  }

  /** What was taken so far and where it stands, for {@link dev.fastsim.scenario.Scenario#notes}. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  String file() {
    return file;
  }

  /** The strongest property of a name; several if that document has it in several spellings. */
  List<Property> all(String name) {
    for (int i = documents.size() - 1; i >= 0; i--) {
      if (documents.get(i).has(name)) {
        return documents.get(i).all(name);
      }
    }
    return List.of();
  }

  /** The names below a prefix, without it, in the order in which they first stand in the files. */
  Set<String> below(String prefix) {
    Set<String> names = new LinkedHashSet<>();
    String start = prefix + ".";
    for (SettingsDocument document : documents) {
      for (String name : document.byName().keySet()) {
        if (name.startsWith(start)) {
          names.add(name.substring(start.length()));
        }
      }
    }
    return names;
  }

  /**
   * The text of a value without placeholders.
   *
   * @throws IllegalArgumentException if one cannot be resolved; the message is what was found
   */
  String resolved(Property property) {
    return new Placeholders(name -> all(name).stream().findFirst().map(Property::text))
        .resolve(property.text())
        .strip();
  }

  /** A prefix there is that was perhaps meant by one that there is not. */
  Optional<String> nearest(String prefix) {
    Set<String> prefixes = new LinkedHashSet<>();
    for (SettingsDocument document : documents) {
      document.byName().values().forEach(all -> addPrefixes(all.get(0).key(), prefixes));
    }
    return Spelling.closest(prefix, prefixes);
  }

  private static void addPrefixes(String key, Set<String> prefixes) {
    for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      prefixes.add(key.substring(0, dot));
    }
  }
}
