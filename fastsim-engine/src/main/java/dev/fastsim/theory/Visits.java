package dev.fastsim.theory;

import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.ProgramSource;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.TraceRecorder;
import java.util.ArrayList;
import java.util.List;

/**
 * What every request does at a service, if it is always the same.
 *
 * @param service the service
 * @param bursts of computation on a core, each of one or more steps that follow each other
 * @param delays waits that nobody else's requests make longer
 */
record Visits(Service service, List<List<Distribution>> bursts, List<Distribution> delays) {

  /** Requests recorded to see whether a body in Java always does the same. */
  private static final int RECORDED = 50;

  static Visits at(Service service) throws NoFormulaException {
    String name = service.name();
    if (service.endpoints().size() > 1) {
      throw new NoFormulaException("several endpoints share " + name);
    }
    Endpoint endpoint = service.endpoints().get(0);
    if (service.limiter().isPresent() || endpoint.limiter().isPresent()) {
      throw new NoFormulaException("a rate limiter stands before " + name);
    }
    Server server = service.server();
    if (service.autoscaler().isPresent()) {
      throw new NoFormulaException("replicas of %s come and go".formatted(name));
    } else if (server.concurrency() instanceof Concurrency.ThreadPool) {
      throw new NoFormulaException("the threads of %s share its cores".formatted(name));
    } else if (server.concurrency() instanceof Concurrency.EventLoopPerCore) {
      throw new NoFormulaException("every core of %s has a queue of its own".formatted(name));
    }
    if (server.replicas() > 1) {
      throw new NoFormulaException("%s has %d replicas".formatted(name, server.replicas()));
    }
    List<List<Distribution>> bursts = new ArrayList<>();
    List<Distribution> delays = new ArrayList<>();
    boolean computing = false;
    for (Step step : steps(endpoint)) {
      if (step instanceof Step.Cpu cpu) {
        if (!computing) {
          bursts.add(new ArrayList<>());
        }
        bursts.get(bursts.size() - 1).add(cpu.time());
        computing = true;
      } else if (step instanceof Step.Io io) {
        if (io.blocking()) {
          throw new NoFormulaException(io.name() + " blocks a core while it waits");
        } else if (io.pool().isPresent()) {
          throw new NoFormulaException(
              "%s waits for a connection of pool %s".formatted(io.name(), io.pool().get()));
        }
        delays.add(io.time());
        computing = false;
      } else if (step instanceof Step.Llm llm) {
        throw new NoFormulaException(llm.name() + " calls a language model");
      } else if (step instanceof Step.Call call) {
        throw new NoFormulaException(
            "%s waits for %s to answer a call".formatted(name, call.service()));
      } else if (server.ramBytes() != Server.UNLIMITED) {
        throw new NoFormulaException("requests may wait for the memory of " + name);
      }
    }
    return new Visits(service, bursts, delays);
  }

  private static List<Step> steps(Endpoint endpoint) throws NoFormulaException {
    if (endpoint.body() instanceof Body.Fixed fixed) {
      return fixed.steps();
    } else if (endpoint.body() instanceof Body.Recorded recorded) {
      return recorded(endpoint.name(), recorded);
    }
    throw new NoFormulaException(endpoint.name() + " takes one of several ways");
  }

  private static List<Step> recorded(String name, Body.Recorded body) throws NoFormulaException {
    Recording recording = new Recording(body.source().vocabulary());
    List<List<Step>> each = new ArrayList<>();
    try (ProgramSource.Program program = body.source().open(recording)) {
      for (int i = 0; i < RECORDED; i++) {
        recording.steps.clear();
        program.run(body.entry());
        each.add(List.copyOf(recording.steps));
      }
    } catch (ProgramException failed) {
      throw new NoFormulaException("the body of %s fails".formatted(name));
    }
    if (recording.asked || each.stream().distinct().count() > 1) {
      throw new NoFormulaException("requests to %s do not all take the same steps".formatted(name));
    }
    return each.get(0);
  }

  /** Notes the steps, and whether the body asked for chance or time. */
  private static final class Recording implements TraceRecorder {

    private final List<Step> vocabulary;
    private final List<Step> steps = new ArrayList<>();
    private boolean asked;

    Recording(List<Step> vocabulary) {
      this.vocabulary = vocabulary;
    }

    @Override
    public void step(int step) {
      steps.add(vocabulary.get(step));
    }

    @Override
    public boolean chance(double probability) {
      asked = true;
      return false;
    }

    @Override
    public double sample(String distribution) {
      asked = true;
      return 0;
    }

    @Override
    public long nowNanos() {
      asked = true;
      return 0;
    }
  }
}
