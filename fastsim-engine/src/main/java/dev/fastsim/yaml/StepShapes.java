package dev.fastsim.yaml;

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
                  Option.of("ram", RAM, Step.Ram.class))));

  private StepShapes() {}
}
