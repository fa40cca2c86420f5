package dev.fastsim.junit.engine;

import dev.fastsim.junit.FastSimConfiguration;
import dev.fastsim.model.EndpointModel;
import dev.fastsim.model.InvalidModelException;
import dev.fastsim.model.ServiceModel;
import dev.fastsim.scenario.ProgramException;
import dev.fastsim.sla.Assessment;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.opentest4j.TestAbortedException;

/** What came of reading and simulating a model. */
sealed interface Outcome {

  /**
   * It was simulated and judged.
   *
   * @param configuration of the run
   * @param model as it was read
   * @param assessment of all its objectives
   * @param file the result was written to
   */
  record Assessed(
      FastSimConfiguration configuration,
      ServiceModel model,
      Assessment assessment,
      ResultFile file)
      implements Outcome {

    @Override
    public Assessed assessed() {
      return this;
    }

    /** The model of an endpoint, if the reading of the model found it too. */
    Optional<EndpointModel> endpoint(Method method) {
      return model.endpoints().stream()
          .filter(endpoint -> endpoint.method().equals(method))
          .findFirst();
    }
  }

  /**
   * It has mistakes, cannot be simulated, or the configuration is wrong.
   *
   * @param cause every test below it fails with this
   */
  record Broken(Throwable cause) implements Outcome {
    @Override
    public Assessed assessed() {
      if (cause instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) cause;
    }
  }

  /** The user has cancelled the run. */
  record Cancelled() implements Outcome {
    @Override
    public Assessed assessed() {
      throw new TestAbortedException("the simulation was cancelled");
    }
  }

  /**
   * The assessment, or what stands in its way as an exception: what a test needs to say.
   *
   * @throws TestAbortedException if it was cancelled
   */
  Assessed assessed();

  /** Reads, simulates and judges a model, and writes the result. */
  static Outcome of(Class<?> modelClass, SpecContext context) {
    try {
      FastSimConfiguration configuration = context.configuration();
      ServiceModel model = ServiceModel.read(modelClass);
      Assessment assessment =
          Assessment.of(configuration.applyTo(model.scenario()), context.monitor());
      ResultFile file =
          ResultFile.write(
              configuration.outputDirectory().resolve(context.names().nameFor(modelClass)),
              assessment.result().toJson());
      return new Assessed(configuration, model, assessment, file);
    } catch (CancellationException cancelled) {
      return new Cancelled();
    } catch (InvalidModelException | ProgramException mistake) {
      mistake.setStackTrace(new StackTraceElement[0]); // the message says where; ours says nothing
      return new Broken(mistake);
    } catch (RuntimeException | Error e) {
      return new Broken(e);
    }
  }
}
