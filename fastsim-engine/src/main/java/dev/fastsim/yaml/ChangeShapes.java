package dev.fastsim.yaml;

import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.WhatIf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/** How what-ifs, and the changes they are made of, stand in a file. */
final class ChangeShapes {

  private static final int MOST = Integer.MAX_VALUE;

  private static final Shape<Change> CHANGE =
      new KindShape<>(
          "a change",
          List.of(
              traffic(),
              stepTime(),
              ofService(
                  "cores",
                  Parameter.Cores.class,
                  "Another number of cores of each replica.",
                  count("How many"),
                  Change::cores),
              ofService(
                  "replicas",
                  Parameter.Replicas.class,
                  "Another number of replicas.",
                  count("How many"),
                  Change::replicas),
              ofService(
                  "ram",
                  Parameter.Ram.class,
                  "Other memory of each replica.",
                  size("How much, more than 0 B"),
                  Change::ram),
              ofService(
                  "threads",
                  Parameter.Threads.class,
                  "Another number of threads of each replica.",
                  count("How many"),
                  Change::threads),
              pool(),
              new Option<>(
                  "fault",
                  new MishapShape(FaultShapes.FAULT),
                  change ->
                      change instanceof Change.Mishap mishap
                          ? Optional.of(mishap)
                          : Optional.empty())));

  private static final Key<WhatIf, List<Change>> CHANGES =
      Key.required(
          "changes",
          "What is otherwise, one after the other, at least one",
          new ListShape<>("changes", CHANGE),
          WhatIf::changes);

  /** Other circumstances, by name. */
  static final Shape<List<WhatIf>> WHAT_IFS =
      new NamedShape<>(
          "what-ifs",
          new MappingShape<>(
              "whatIf",
              "Other circumstances in which promises are to be kept, too.",
              List.of(CHANGES),
              values -> new WhatIf(values.name(), values.get(CHANGES))),
          WhatIf::name);

  private ChangeShapes() {}

  private static <P extends Parameter> P parameter(Change change, Class<P> kind) {
    return kind.cast(((Change.Setting) change).parameter());
  }

  private static double value(Change change) {
    return ((Change.Setting) change).value();
  }

  private static Option<Change, Change> option(
      String word,
      Class<? extends Parameter> kind,
      String about,
      List<Key<Change, ?>> keys,
      Function<Values<Change>, Change> maker) {
    return new Option<>(
        word,
        new MappingShape<>(word + "Change", about, keys, maker),
        change ->
            Optional.of(change)
                .filter(
                    each ->
                        each instanceof Change.Setting setting
                            && kind.isInstance(setting.parameter())));
  }

  private static Key<Change, Double> factor() {
    return Key.required(
        "factor", "How many times", Scalars.number(Range.above(0)), ChangeShapes::value);
  }

  private static Option<Change, Change> traffic() {
    Key<Change, Double> factor = factor();
    return option(
        "traffic",
        Parameter.Traffic.class,
        "So many times the traffic.",
        List.of(factor),
        values -> Change.traffic(values.get(factor)));
  }

  private static Option<Change, Change> stepTime() {
    Key<Change, String> name =
        Key.required(
            "name",
            "Of a CPU or I/O step",
            Scalars.text(),
            change -> parameter(change, Parameter.StepTime.class).step());
    Key<Change, Double> factor = factor();
    return option(
        "step",
        Parameter.StepTime.class,
        "A step takes so many times as long.",
        List.of(name, factor),
        values -> Change.step(values.get(name), values.get(factor)));
  }

  private static <N extends Number> Option<Change, Change> ofService(
      String word,
      Class<? extends Parameter> kind,
      String about,
      Key<Change, N> to,
      BiFunction<String, N, Change> maker) {
    Key<Change, String> service = service();
    return option(
        word,
        kind,
        about,
        List.of(service, to),
        values -> maker.apply(values.get(service), values.get(to)));
  }

  private static Key<Change, Integer> count(String about) {
    return Key.required("to", about, Scalars.whole(1, MOST), change -> (int) value(change));
  }

  private static Key<Change, Long> size(String about) {
    return Key.required("to", about, Scalars.bytes(), change -> (long) value(change));
  }

  private static Key<Change, String> service() {
    return Key.required(
        "service",
        "Its name",
        Scalars.text(),
        change -> ((Change.Setting) change).parameter().service().orElseThrow());
  }

  private static Option<Change, Change> pool() {
    Key<Change, String> service = service();
    Key<Change, String> pool =
        Key.required(
            "pool",
            "One of the service's pools",
            Scalars.text(),
            change -> parameter(change, Parameter.PoolSize.class).pool());
    Key<Change, Integer> to = count("Connections in each replica");
    return option(
        "pool",
        Parameter.PoolSize.class,
        "Another number of connections.",
        List.of(service, pool, to),
        values -> Change.pool(values.get(service), values.get(pool), values.get(to)));
  }

  /**
   * A fault as a change.
   *
   * @param fault as it stands elsewhere
   */
  private record MishapShape(Shape<Fault> fault) implements Shape<Change.Mishap> {
    @Override
    public Optional<Change.Mishap> read(YamlNode node, Findings findings) {
      return fault.read(node, findings).map(Change.Mishap::new);
    }

    @Override
    public String expected() {
      return fault.expected();
    }

    @Override
    public Node write(Change.Mishap value) {
      return fault.write(value.fault());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
      return fault.schema(definitions);
    }
  }
}
