package dev.fastsim.yaml;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.Step;
import java.util.List;
import java.util.Optional;

/** How steps stand in a file. */
final class StepShapes {

  private static final Key<Step.Cpu, String> CPU_NAME =
      Key.required(
          "name", "Shown in results, unique among different steps", Scalars.text(), Step.Cpu::name);

  private static final Key<Step.Cpu, Distribution> CPU_TIME =
      Key.required("time", "How long it takes", Scalars.distribution(), Step.Cpu::time);

  private static final Shape<Step.Cpu> CPU =
      new MappingShape<>(
          "cpu",
          "A burst of computation on one core.",
          List.of(CPU_NAME, CPU_TIME),
          values -> new Step.Cpu(values.get(CPU_NAME), values.get(CPU_TIME)));

  private static final Key<Step.Io, String> IO_NAME =
      Key.required(
          "name", "Shown in results, unique among different steps", Scalars.text(), Step.Io::name);

  private static final Key<Step.Io, Distribution> IO_TIME =
      Key.required(
          "time",
          "How long it takes once a connection is held",
          Scalars.distribution(),
          Step.Io::time);

  private static final Key<Step.Io, Optional<String>> IO_POOL =
      Key.optional(
          "pool",
          "The service's pool that a connection is taken from; without it none is needed",
          Scalars.text(),
          Step.Io::pool);

  private static final Key<Step.Io, Boolean> IO_BLOCKING =
      Key.standard(
          "blocking",
          "Whether the core is held meanwhile",
          Scalars.flag(),
          Step.Io::blocking,
          false);

  private static final Shape<Step.Io> IO =
      new MappingShape<>(
          "io",
          "A wait for something outside the process: a database, another system, a disk.",
          List.of(IO_NAME, IO_TIME, IO_POOL, IO_BLOCKING),
          values ->
              new Step.Io(
                  values.get(IO_NAME),
                  values.get(IO_TIME),
                  values.get(IO_POOL),
                  values.get(IO_BLOCKING)));

  private static final Key<Step.Call, String> CALL_SERVICE =
      Key.required("service", "Name of the service called", Scalars.text(), Step.Call::service);

  private static final Key<Step.Call, String> CALL_ENDPOINT =
      Key.required(
          "endpoint", "Name of that service's endpoint", Scalars.text(), Step.Call::endpoint);

  private static final Key<Step.Call, Optional<String>> CALL_NAME =
      Key.optional(
          "name",
          "Shown in results, unique among different steps; without it, call with the names of"
              + " service and endpoint",
          Scalars.text(),
          call -> Optional.of(call.name()).filter(name -> !name.equals(usualName(call))));

  private static final Key<Step.Call, Distribution> CALL_LATENCY =
      Key.standard(
          "latency",
          "Of the link between the two services, each way",
          Scalars.distribution(),
          Step.Call::latency,
          new Constant(0));

  private static final Key<Step.Call, Optional<String>> CALL_POOL =
      Key.optional(
          "pool",
          "The calling service's pool that a connection is taken from; without it none is needed",
          Scalars.text(),
          Step.Call::pool);

  private static final Shape<Step.Call> CALL =
      new MappingShape<>(
          "call",
          "A call of another service, and the wait for its answer; no core is held meanwhile.",
          List.of(CALL_SERVICE, CALL_ENDPOINT, CALL_NAME, CALL_LATENCY, CALL_POOL),
          values ->
              new Step.Call(
                  values
                      .get(CALL_NAME)
                      .orElse(
                          Step.Call.usualName(values.get(CALL_SERVICE), values.get(CALL_ENDPOINT))),
                  values.get(CALL_SERVICE),
                  values.get(CALL_ENDPOINT),
                  values.get(CALL_LATENCY),
                  values.get(CALL_POOL)));

  private static final Key<Step.Ram, String> RAM_NAME =
      Key.required(
          "name", "Shown in results, unique among different steps", Scalars.text(), Step.Ram::name);

  private static final Key<Step.Ram, Long> RAM_SIZE =
      Key.required("size", "How much", Scalars.bytes(), Step.Ram::bytes);

  private static final Shape<Step.Ram> RAM =
      new MappingShape<>(
          "ram",
          "Memory in use while the request is served; taken before the first step, takes no time.",
          List.of(RAM_NAME, RAM_SIZE),
          values -> new Step.Ram(values.get(RAM_NAME), values.get(RAM_SIZE)));

  /** What a request does, in order. */
  static final Shape<List<Step>> STEPS =
      new ListShape<>(
          "steps",
          new KindShape<>(
              "a step",
              List.of(
                  Option.of("cpu", CPU, Step.Cpu.class),
                  Option.of("io", IO, Step.Io.class),
                  Option.of("llm", LlmShapes.LLM, Step.Llm.class),
                  Option.of("call", CALL, Step.Call.class),
                  Option.of("ram", RAM, Step.Ram.class))));

  private StepShapes() {}

  private static String usualName(Step.Call call) {
    return Step.Call.usualName(call.service(), call.endpoint());
  }
}
