package dev.fastsim.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gets the documents that count, out of a settings file and those of its profiles. */
final class SettingsText {

  private static final int LARGEST = 1 << 20;
  private static final String ACTIVE = "spring.profiles.active";
  private static final String INCLUDED = "spring.profiles.include";
  private static final Pattern OPERATORS = Pattern.compile("[()&|!,\\s]+");

  private final SettingsFiles files;
  private final String file;
  private final List<SettingsMistake> mistakes;
  private final Set<String> mentioned = new LinkedHashSet<>();

  SettingsText(SettingsFiles files, String file, List<SettingsMistake> mistakes) {
    this.files = files;
    this.file = file;
    this.mistakes = mistakes;
  }

  /**
   * The documents that count, from the weakest to the strongest.
   *
   * @param given profiles that are active; if empty, those that the file itself makes active
   */
  List<SettingsDocument> documents(List<String> given) {
    Optional<List<SettingsDocument>> main = read(file);
    if (main.isEmpty()) {
      mistake("no such file", "a settings file", "check the path");
      return List.of();
    }
    List<SettingsDocument> documents = new ArrayList<>(main.get());
    List<SettingsDocument> always =
        documents.stream()
            .filter(each -> each.profiles().isEmpty() && each.cloudPlatform().isEmpty())
            .toList();
    Set<String> profiles = new LinkedHashSet<>(said(always, INCLUDED));
    profiles.addAll(given.isEmpty() ? said(always, ACTIVE) : given);
    boolean isDefault = profiles.isEmpty();
    if (isDefault) {
      profiles.add("default");
    }
    for (String profile : profiles) {
      read(fileOf(profile))
          .ifPresent(
              more -> {
                mentioned.add(profile);
                documents.addAll(more);
              });
    }
    List<SettingsDocument> counting =
        documents.stream().filter(document -> counts(document, profiles)).toList();
    for (String profile : given) {
      if (!mentioned.contains(profile)) {
        mistake(
            "nothing for the profile " + profile,
            "a document for it, or a file " + fileOf(profile),
            "");
      }
    }
    return counting;
  }

  private String fileOf(String profile) {
    int dot = file.lastIndexOf('.');
    return dot < 0
        ? file + "-" + profile
        : file.substring(0, dot) + "-" + profile + file.substring(dot);
  }

  private void mistake(String found, String expected, String hint) {
    mistakes.add(new SettingsMistake(SettingsPlace.wholeFile(file), "", found, expected, hint));
  }

  /** The documents of a file, all of them; empty if there is no such file. */
  private Optional<List<SettingsDocument>> read(String name) {
    try {
      return files.bytes(name).map(bytes -> parse(name, bytes));
    } catch (IOException unreadable) {
      mistake("a file that cannot be read (" + unreadable.getMessage() + ")", "settings", "");
      return Optional.of(List.of());
    }
  }

  private List<SettingsDocument> parse(String name, byte[] bytes) {
    if (bytes.length > LARGEST) {
      mistake("more than 1 MiB", "at most 1 MiB", "are these settings?");
      return List.of();
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return name.endsWith(".properties")
        ? PropertiesSettings.read(name, text)
        : YamlSettings.read(name, text, mistakes);
  }

  private List<String> said(List<SettingsDocument> documents, String name) {
    Placeholders placeholders =
        new Placeholders(
            other ->
                documents.stream()
                    .flatMap(each -> each.all(other).stream())
                    .reduce((first, last) -> last)
                    .map(Property::text));
    List<String> names = new ArrayList<>();
    for (SettingsDocument document : documents) {
      for (Property each : document.list(name)) {
        try {
          names.addAll(ProfileExpression.names(placeholders.resolve(each.text())));
        } catch (IllegalArgumentException unresolved) {
          refuse(each, unresolved.getMessage(), "give it a default, or name the profiles");
        }
      }
    }
    return names;
  }

  private boolean counts(SettingsDocument document, Set<String> profiles) {
    boolean counts = document.profiles().isEmpty();
    for (Property each : document.profiles()) {
      OPERATORS.splitAsStream(each.text()).forEach(mentioned::add);
      for (String expression : ProfileExpression.names(each.text())) {
        try {
          counts |= ProfileExpression.holds(expression, profiles);
        } catch (IllegalArgumentException wrong) {
          refuse(each, "\"" + expression + "\" with " + wrong.getMessage(), "");
        }
      }
    }
    return counts && document.cloudPlatform().isEmpty();
  }

  private void refuse(Property property, @Nullable String found, String hint) {
    mistakes.add(
        new SettingsMistake(
            property.place(), property.key(), String.valueOf(found), "a profile", hint));
  }
}
