package dev.fastsim.yaml;

import dev.fastsim.settings.InvalidSettingsException;
import dev.fastsim.settings.LimiterSettings;
import dev.fastsim.settings.SettingsFiles;
import dev.fastsim.settings.SettingsMistake;
import dev.fastsim.settings.SpringSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts into the tree of a scenario file what its services take from settings: {@code pools: {db:
 * {from: spring.datasource.hikari}}} becomes a pool with a size and a timeout. Keys that stand
 * beside {@code from} are kept as they are. What was taken is added to the notes.
 */
final class SettingsReferences {

  /** Of a service: the file, and its profiles. */
  static final String SETTINGS = "settings";

  /** The key below which values stand in the settings. */
  static final String FROM = "from";

  private static final String FILE = "file";
  private static final String PROFILES = "profiles";
  private static final String NOTES = "notes";

  private final Findings findings;
  private final List<String> notes = new ArrayList<>();

  private SettingsReferences(Findings findings) {
    this.findings = findings;
  }

  /** The document with the values; what is wrong with them is among its findings. */
  static YamlDocument resolve(YamlDocument document) {
    SettingsReferences references = new SettingsReferences(document.findings());
    YamlNode root = references.root(document.root());
    return new YamlDocument(root, document.findings());
  }

  private YamlNode root(YamlNode root) {
    YamlNode services = at(root, "services");
    if (!(services instanceof YamlNode.Mapping mapping)) {
      return root;
    }
    YamlNode resolved = with((YamlNode.Mapping) root, "services", each(mapping, this::service));
    return notes.isEmpty() ? resolved : withNotes((YamlNode.Mapping) resolved);
  }

  private YamlNode withNotes(YamlNode.Mapping root) {
    YamlMark mark = root.mark();
    YamlPath path = root.path().key(NOTES);
    YamlNode given = at(root, NOTES);
    List<YamlNode> items =
        given instanceof YamlNode.Sequence sequence
            ? new ArrayList<>(sequence.items())
            : new ArrayList<>();
    if (given != null && !(given instanceof YamlNode.Sequence)) {
      return root;
    }
    for (String note : notes) {
      items.add(new YamlNode.Scalar(mark, path.item(items.size()), note, YamlNode.Kind.TEXT));
    }
    return with(root, NOTES, new YamlNode.Sequence(mark, path, items));
  }

  private YamlNode service(String name, YamlNode service) {
    YamlNode given = at(service, SETTINGS);
    if (given == null) {
      return service;
    }
    Optional<SpringSettings> settings = settings(given);
    YamlNode.Mapping resolved = (YamlNode.Mapping) service;
    if (at(service, "pools") instanceof YamlNode.Mapping pools) {
      resolved =
          with(
              resolved,
              "pools",
              each(pools, (pool, node) -> pool(settings, pool + " of " + name, node)));
    }
    if (at(service, "endpoints") instanceof YamlNode.Mapping endpoints) {
      resolved =
          with(
              resolved,
              "endpoints",
              each(endpoints, (endpoint, node) -> limited(settings, endpoint, node)));
    }
    return limited(settings, name, resolved) instanceof YamlNode.Mapping limited
        ? limited
        : resolved;
  }

  /** A service or an endpoint with the values of its rate limiter. */
  private YamlNode limited(Optional<SpringSettings> settings, String name, YamlNode node) {
    YamlNode limiter = at(node, "rateLimiter");
    return limiter == null
        ? node
        : with(
            (YamlNode.Mapping) node,
            "rateLimiter",
            limiter(settings, "rate limiter of " + name, limiter));
  }

  private YamlNode limiter(Optional<SpringSettings> settings, String name, YamlNode node) {
    if (!(at(node, FROM) instanceof YamlNode.Scalar from)
        || !(node instanceof YamlNode.Mapping mapping)) {
      return node;
    }
    LimiterSettings limiter =
        settings
            .flatMap(its -> tried(from, () -> its.limiter(from.text())))
            .orElse(LimiterSettings.DEFAULT);
    Additions additions = new Additions(mapping, from);
    additions.add(
        "limitForPeriod", Integer.toString(limiter.limitForPeriod().value()), limiter.limitText());
    additions.add(
        "limitRefreshPeriod",
        limiter.limitRefreshPeriod().value().toNanos() + " ns",
        limiter.periodText());
    additions.add("timeout", limiter.timeout().value().toNanos() + " ns", limiter.timeoutText());
    return additions.tree(name);
  }

  /** Reads the settings of a service; empty if that is not possible. */
  private Optional<SpringSettings> settings(@Nullable YamlNode node) {
    if (!(at(node, FILE) instanceof YamlNode.Scalar file)
        || file.kind() != YamlNode.Kind.TEXT
        || file.text().isBlank()) {
      return Optional.empty();
    }
    List<String> profiles = new ArrayList<>();
    if (at(node, PROFILES) instanceof YamlNode.Sequence given) {
      for (YamlNode each : given.items()) {
        if (each instanceof YamlNode.Scalar profile && !profile.text().isBlank()) {
          profiles.add(profile.text());
        }
      }
    }
    Path beside = Path.of(findings.file()).toAbsolutePath().getParent();
    SettingsFiles files =
        beside == null
            ? SettingsFiles.in(Path.of(""))
            : SettingsFiles.in(beside).or(SettingsFiles.in(Path.of("")));
    return tried(file, () -> SpringSettings.load(files, file.text(), profiles));
  }

  /** Without {@code from} in any case: if it cannot be read, that is found already. */
  private YamlNode pool(Optional<SpringSettings> settings, String name, YamlNode node) {
    if (!(at(node, FROM) instanceof YamlNode.Scalar from)
        || !(node instanceof YamlNode.Mapping mapping)) {
      return node;
    }
    Additions additions = new Additions(mapping, from);
    settings
        .flatMap(its -> tried(from, () -> its.pool(from.text())))
        .ifPresent(
            pool -> {
              additions.add("size", Integer.toString(pool.size().value()), pool.sizeText());
              additions.add(
                  "acquireTimeout",
                  pool.acquireTimeout().value().toNanos() + " ns",
                  pool.acquireTimeoutText());
            });
    return additions.tree("pool " + name);
  }

  /** What is read from settings; empty if that is not possible, which is among the findings. */
  private <T> Optional<T> tried(YamlNode.Scalar reference, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidSettingsException invalid) {
      for (SettingsMistake mistake : invalid.mistakes()) {
        findings.mistake(
            reference,
            Quote.text(reference.text()),
            "settings without mistakes",
            Quote.sentence(mistake.message()));
      }
    } catch (InvalidPathException wrong) {
      findings.mistake(reference, "the name of a file", Quote.sentence(wrong));
    }
    return Optional.empty();
  }

  /** Values for keys that a mapping does not have. */
  private final class Additions {
    private final YamlNode.Mapping mapping;
    private final YamlNode.Scalar from;
    private final Map<String, YamlNode.Entry> entries;
    private final List<String> texts = new ArrayList<>();

    Additions(YamlNode.Mapping mapping, YamlNode.Scalar from) {
      this.mapping = mapping;
      this.from = from;
      this.entries = new LinkedHashMap<>(mapping.entries());
    }

    void add(String key, String value, String text) {
      if (!entries.containsKey(key)) {
        YamlNode.Kind kind = value.matches("\\d+") ? YamlNode.Kind.WHOLE : YamlNode.Kind.TEXT;
        YamlNode node = new YamlNode.Scalar(from.mark(), mapping.path().key(key), value, kind);
        entries.put(key, new YamlNode.Entry(key, from.mark(), node));
        texts.add(text);
      }
    }

    YamlNode tree(String subject) {
      if (!texts.isEmpty()) {
        notes.add(subject + ": " + String.join(", ", texts));
      }
      entries.remove(FROM);
      return new YamlNode.Mapping(mapping.mark(), mapping.path(), entries);
    }
  }

  private static @Nullable YamlNode at(@Nullable YamlNode node, String key) {
    return node instanceof YamlNode.Mapping mapping
        ? mapping.entry(key).map(YamlNode.Entry::value).orElse(null)
        : null;
  }

  private static YamlNode.Mapping with(YamlNode.Mapping mapping, String key, YamlNode value) {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(mapping.entries());
    YamlMark mark = mapping.entry(key).map(YamlNode.Entry::mark).orElse(mapping.mark());
    entries.put(key, new YamlNode.Entry(key, mark, value));
    return new YamlNode.Mapping(mapping.mark(), mapping.path(), entries);
  }

  private static YamlNode.Mapping each(
      YamlNode.Mapping mapping, BiFunction<String, YamlNode, YamlNode> change) {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    for (YamlNode.Entry entry : mapping.entries().values()) {
      YamlNode value = change.apply(entry.key(), entry.value());
      entries.put(entry.key(), new YamlNode.Entry(entry.key(), entry.mark(), value));
    }
    return new YamlNode.Mapping(mapping.mark(), mapping.path(), entries);
  }
}
