package dev.fastsim.settings;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Settings that cannot be read, or that the library they are for would refuse. */
@API(status = API.Status.EXPERIMENTAL)
public final class InvalidSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<SettingsMistake> mistakes;

  /**
   * @param mistakes at least one
   */
  InvalidSettingsException(String file, List<SettingsMistake> mistakes) {
    super(
        mistakes.stream()
            .map(mistake -> System.lineSeparator() + "  " + mistake.message())
            .collect(
                Collectors.joining(
                    "",
                    "%s has %d mistake%s:"
                        .formatted(file, mistakes.size(), mistakes.size() == 1 ? "" : "s"),
                    "")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** All of them, in the order in which they were found. */
  public List<SettingsMistake> mistakes() {
    return mistakes;
  }
}
