package dev.fastsim.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;

/** Where settings files are looked for by name. */
@API(status = API.Status.EXPERIMENTAL)
@FunctionalInterface
public interface SettingsFiles {

  /**
   * The bytes of a file; empty if there is none of this name.
   *
   * @throws IOException if there is one that cannot be read
   */
  Optional<byte[]> bytes(String name) throws IOException;

  /** Those of a folder; names may lead to other folders from there. */
  static SettingsFiles in(Path folder) {
    return name -> {
      Path file = folder.resolve(name);
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    };
  }

  /** These, and those of another place if there is none here. */
  default SettingsFiles or(SettingsFiles others) {
    return name -> {
      Optional<byte[]> here = bytes(name);
      return here.isPresent() ? here : others.bytes(name);
    };
  }
}
