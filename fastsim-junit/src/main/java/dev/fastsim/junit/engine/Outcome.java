package dev.fastsim.junit.engine;

import dev.fastsim.junit.FastSimConfiguration;
import dev.fastsim.junit.ScenarioFileException;
import dev.fastsim.model.InvalidModelException;
import dev.fastsim.scenario.ProgramException;
import dev.fastsim.sla.Assessment;
import dev.fastsim.yaml.InvalidFileException;
import java.util.concurrent.CancellationException;
import org.opentest4j.TestAbortedException;

/** What came of reading and simulating a spec. */
sealed interface Outcome {

  /**
   * It was simulated and judged.
   *
   * @param configuration of the run
   * @param reading of the spec
   * @param assessment of all its objectives
   * @param file the result was written to
   */
  record Assessed(
      FastSimConfiguration configuration, Reading reading, Assessment assessment, ResultFile file)
      implements Outcome {

    @Override
    public Assessed assessed() {
      return this;
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

  /** Reads, simulates and judges a spec, and writes the result. */
  static Outcome of(Spec spec, SpecContext context) {
    try {
      FastSimConfiguration configuration = context.configuration();
      Reading reading = spec.read();
      Assessment assessment =
          Assessment.of(configuration.applyTo(reading.scenario()), context.monitor());
      ResultFile file =
          ResultFile.write(
              configuration.outputDirectory().resolve(context.names().nameFor(spec)),
              assessment.result().toJson());
      return new Assessed(configuration, reading, assessment, file);
    } catch (CancellationException cancelled) {
      return new Cancelled();
    } catch (InvalidModelException
        | InvalidFileException
        | ScenarioFileException
        | ProgramException mistake) {
      mistake.setStackTrace(new StackTraceElement[0]); // the message says where; ours says nothing
      return new Broken(mistake);
    } catch (RuntimeException | Error e) {
      return new Broken(e);
    }
  }
}
