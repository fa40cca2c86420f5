package dev.fastsim.junit.engine;

import dev.fastsim.capacity.Remedies;
import dev.fastsim.experiment.Comparison;
import dev.fastsim.junit.FastSimConfiguration;
import dev.fastsim.junit.ScenarioFileException;
import dev.fastsim.model.InvalidModelException;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Assessment;
import dev.fastsim.yaml.InvalidFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/** What came of reading and simulating a spec. */
sealed interface Outcome {

  /**
   * It was read, but not simulated as it is: no test asks for that.
   *
   * @param configuration of the run
   * @param reading of the spec
   */
  record Read(FastSimConfiguration configuration, Reading reading) implements Outcome {

    @Override
    public Assessed assessed() {
      throw new IllegalStateException("it was read, but not simulated");
    }

    private Scenario scenario() {
      return configuration.applyTo(reading.scenario());
    }

    @Override
    public Outcome simulated(Spec spec, SpecContext context) {
      return attempt(
          () -> {
            Assessment assessment = Assessment.of(scenario(), context.monitor());
            return assessed(assessment, context.names().nameFor(spec), Optional.empty(), context);
          });
    }

    @Override
    public Outcome whatIf(String name, Spec spec, SpecContext context) {
      return whatIf(name, spec, context, Optional.empty());
    }

    private Outcome whatIf(String name, Spec spec, SpecContext context, Optional<Assessed> asItIs) {
      return attempt(
          () -> {
            Scenario changed = scenario().whatIf(name);
            Assessment assessment = Assessment.of(changed, context.monitor());
            Deviation deviation =
                new Deviation(
                    name,
                    scenario().whatIfNamed(name).text(scenario()),
                    changed.objectives().stream().map(Objective::metric).toList(),
                    asItIs.map(
                        each -> Comparison.of(each.assessment().result(), assessment.result())));
            return assessed(
                assessment, context.names().nameFor(spec, name), Optional.of(deviation), context);
          });
    }

    private Assessed assessed(
        Assessment assessment, String name, Optional<Deviation> deviation, SpecContext context) {
      Remedies remedies =
          new Remedies(assessment.result(), configuration.remediesRequests(), context.monitor());
      Optional<Path> page =
          configuration.reports()
              ? Optional.of(configuration.outputDirectory().resolve(name + ".html"))
              : Optional.empty();
      return new Assessed(this, assessment, write(assessment, name), page, deviation, remedies);
    }

    private ResultFile write(Assessment assessment, String name) {
      return ResultFile.write(
          configuration.outputDirectory().resolve(name + ".json"), assessment.result().toJson());
    }
  }

  /**
   * It was simulated and judged.
   *
   * @param read what was read
   * @param assessment of all its objectives
   * @param file the result was written to
   * @param page to be written of it, if pages are; that of a what-if is the spec's own if the spec
   *     was simulated as it is
   * @param deviation what is otherwise, in a what-if
   * @param remedies looked for when a promise is broken
   */
  record Assessed(
      Read read,
      Assessment assessment,
      ResultFile file,
      Optional<Path> page,
      Optional<Deviation> deviation,
      Remedies remedies)
      implements Outcome {

    /** Where more is to be read, or why there is nothing. */
    String reportText() {
      return page.filter(any -> file.isWritten()).map(Path::toString).orElseGet(file::text);
    }

    /** Of the run. */
    FastSimConfiguration configuration() {
      return read.configuration();
    }

    /** Of the spec. */
    Reading reading() {
      return read.reading();
    }

    @Override
    public Assessed assessed() {
      return this;
    }

    @Override
    public Outcome whatIf(String name, Spec spec, SpecContext context) {
      Outcome changed = read.whatIf(name, spec, context, Optional.of(this));
      return changed instanceof Assessed other
          ? new Assessed(read, other.assessment, other.file, page, other.deviation, other.remedies)
          : changed;
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

  /** Reads a spec. */
  static Outcome read(Spec spec, SpecContext context) {
    return attempt(() -> new Read(context.configuration(), spec.read()));
  }

  /** Simulates and judges what was read, as it is, and writes the result. */
  default Outcome simulated(Spec spec, SpecContext context) {
    return this;
  }

  /** Simulates and judges what was read in one of its what-ifs, and writes the result. */
  default Outcome whatIf(String name, Spec spec, SpecContext context) {
    return this;
  }

  private static Outcome attempt(Supplier<Outcome> work) {
    try {
      return work.get();
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
