package dev.fastsim.model;

import java.io.IOException;
import java.io.InputStream;
import java.security.ProtectionDomain;

/**
 * Defines a model's own classes anew, woven, and leaves all others to the application's loader.
 *
 * <p>One simulating thread uses it at a time: the recorder sits in a static of the {@code
 * Recording} that this loader defines, and is thereby nobody else's. Resources are the
 * application's.
 */
final class ModelClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final WovenClasses woven;

  ModelClassLoader(WovenClasses woven) {
    super(woven.own().application()); // without a name, which would show in every stack trace
    this.woven = woven;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> type = findLoadedClass(name);
      if (type == null) {
        type = isOurs(name) ? findClass(name) : super.loadClass(name, false);
      }
      if (resolve) {
        resolveClass(type);
      }
      return type;
    }
  }

  private boolean isOurs(String name) {
    return isPerLoader(name) || woven.own().contains(name);
  }

  private static boolean isPerLoader(String name) {
    return OwnClasses.PER_LOADER.stream().anyMatch(type -> type.getName().equals(name));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (isPerLoader(name)) {
      return definePerLoader(name);
    }
    if (!woven.own().contains(name)) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes = woven.bytes(name);
    ProtectionDomain domain = woven.own().domain(name).orElse(null);
    return defineClass(name, bytes, 0, bytes.length, domain);
  }

  private Class<?> definePerLoader(String name) throws ClassNotFoundException {
    Class<?> original =
        OwnClasses.PER_LOADER.stream()
            .filter(type -> type.getName().equals(name))
            .findFirst()
            .orElseThrow();
    try (InputStream in = original.getResourceAsStream(original.getSimpleName() + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length, original.getProtectionDomain());
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }
}
