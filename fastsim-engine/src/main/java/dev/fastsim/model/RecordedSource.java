package dev.fastsim.model;

import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.ProgramSource;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.TraceRecorder;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Makes programs of a model class. Each open program has a loaded model to itself; a closed one
 * hands it on to the next, with another instance.
 */
final class RecordedSource implements ProgramSource {

  private final Class<?> modelClass;
  private final WovenClasses woven;
  private final StepCatalog catalog;
  private final List<Method> endpoints;
  private final List<String> names;
  private final List<Field> remotes;
  private final List<Step> vocabulary;
  private final ModelFrames frames;
  private final Deque<LoadedModel> free = new ConcurrentLinkedDeque<>();

  /**
   * @param endpoints by their entry number
   * @param names of the endpoints, for messages
   * @param remotes fields of the model that stand for other services
   */
  RecordedSource(
      Class<?> modelClass,
      WovenClasses woven,
      StepCatalog catalog,
      List<Method> endpoints,
      List<String> names,
      List<Field> remotes) {
    this.modelClass = modelClass;
    this.woven = woven;
    this.catalog = catalog;
    this.endpoints = List.copyOf(endpoints);
    this.names = List.copyOf(names);
    this.remotes = List.copyOf(remotes);
    this.vocabulary = catalog.vocabulary();
    this.frames = new ModelFrames(woven.own());
  }

  @Override
  public List<Step> vocabulary() {
    return vocabulary;
  }

  @Override
  public RecordedProgram open(TraceRecorder trace) {
    LoadedModel idle = free.pollFirst();
    LoadedModel model = idle == null ? load() : idle;
    BodyRecorder recorder = new BodyRecorder(catalog, frames, trace);
    model.report(recorder);
    Runnable[] bodies = start(model, recorder);
    return new RecordedProgram(this, recorder, bodies, healthy -> release(model, healthy));
  }

  private Runnable[] start(LoadedModel model, BodyRecorder recorder) {
    try {
      Runnable[] bodies = model.newInstance();
      BodyStopped stopped = recorder.stopped();
      if (stopped != null) {
        throw stopped;
      }
      return bodies;
    } catch (OutOfMemoryError fatal) {
      throw fatal;
    } catch (Throwable thrown) {
      model.report(null);
      Failure failure = Failure.of("its constructor", thrown, frames);
      throw new ProgramException(
          "no instance of %s can be made: %s".formatted(ClassName.of(modelClass), failure.text()),
          failure.cause());
    }
  }

  private LoadedModel load() {
    try {
      return new LoadedModel(new ModelClassLoader(woven), modelClass, endpoints, remotes);
    } catch (ReflectiveOperationException | LinkageError thrown) {
      throw new ProgramException(
          "%s cannot be loaded in a class loader of its own: %s"
              .formatted(ClassName.of(modelClass), thrown),
          thrown);
    }
  }

  private void release(LoadedModel model, boolean healthy) {
    model.report(null);
    if (healthy) {
      free.addFirst(model);
    }
  }

  ModelFrames frames() {
    return frames;
  }

  /** The endpoint of an entry number with its method: {@code 'POST /checkout' (Checkout.pay)}. */
  String nameOf(int entry) {
    Method method = endpoints.get(entry);
    return "'%s' (%s.%s)"
        .formatted(names.get(entry), ClassName.of(method.getDeclaringClass()), method.getName());
  }
}
