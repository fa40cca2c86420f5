package dev.fastsim.model;

import dev.fastsim.annotations.internal.Recorder;
import dev.fastsim.annotations.internal.Recording;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model as one class loader has it: makes instances and binds their endpoints. */
final class LoadedModel {

  private final Class<?> modelClass;
  private final Method use;
  private final MethodHandles.Lookup door;
  private final List<Method> endpoints;
  private final List<Field> remotes = new ArrayList<>();
  private final List<MethodHandle> binders = new ArrayList<>();

  /** Defines the classes needed to begin with; initialises none. */
  LoadedModel(
      ModelClassLoader loader,
      Class<?> original,
      List<Method> originalEndpoints,
      List<Field> originalRemotes)
      throws ReflectiveOperationException {
    this.modelClass = Class.forName(original.getName(), false, loader);
    this.use =
        Class.forName(Recording.class.getName(), false, loader).getMethod("use", Recorder.class);
    Method lookup =
        Class.forName(LoaderDoor.class.getName(), false, loader).getDeclaredMethod("lookup");
    lookup.setAccessible(true);
    this.door = (MethodHandles.Lookup) lookup.invoke(null);
    List<Method> methods = new ArrayList<>();
    for (Method endpoint : originalEndpoints) {
      String owner = endpoint.getDeclaringClass().getName();
      methods.add(Class.forName(owner, false, loader).getDeclaredMethod(endpoint.getName()));
    }
    this.endpoints = List.copyOf(methods);
    for (Field remote : originalRemotes) {
      String owner = remote.getDeclaringClass().getName();
      Field field = Class.forName(owner, false, loader).getDeclaredField(remote.getName());
      field.setAccessible(true);
      remotes.add(field);
    }
  }

  /** Sets or clears who hears of steps taken in classes of this loader. */
  void report(@Nullable Recorder recorder) {
    try {
      use.invoke(null, recorder);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("the recorder cannot be set", impossible);
    }
  }

  /**
   * Makes an instance with its no-argument constructor.
   *
   * @return for each endpoint, what runs its body on this instance
   * @throws Throwable as the constructor or a static initialiser threw it
   */
  Runnable[] newInstance() throws Throwable {
    Object instance = construct(modelClass);
    for (Field remote : remotes) {
      remote.set(instance, construct(remote.getType()));
    }
    if (binders.isEmpty()) {
      for (Method endpoint : endpoints) {
        binders.add(binder(door, endpoint));
      }
    }
    Runnable[] bodies = new Runnable[binders.size()];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = (Runnable) binders.get(i).invokeExact(instance);
    }
    return bodies;
  }

  private static Object construct(Class<?> type) throws Throwable {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() == null ? thrown : thrown.getCause();
    }
  }

  /** From an instance to a {@code Runnable} that calls the method directly, as a lambda would. */
  private static MethodHandle binder(MethodHandles.Lookup door, Method endpoint)
      throws ReflectiveOperationException, LambdaConversionException {
    Class<?> owner = endpoint.getDeclaringClass();
    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(owner, door);
    boolean isStatic = Modifier.isStatic(endpoint.getModifiers());
    MethodHandle made =
        LambdaMetafactory.metafactory(
                lookup,
                "run",
                isStatic
                    ? MethodType.methodType(Runnable.class)
                    : MethodType.methodType(Runnable.class, owner),
                MethodType.methodType(void.class),
                lookup.unreflect(endpoint),
                MethodType.methodType(void.class))
            .getTarget();
    return isStatic
        ? MethodHandles.dropArguments(made, 0, Object.class)
        : made.asType(MethodType.methodType(Runnable.class, Object.class));
  }
}
