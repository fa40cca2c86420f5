package dev.fastsim.model;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ArrivalStages;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.Stage;
import dev.fastsim.annotations.UserCount;
import dev.fastsim.model.AnnotationFinder.Found;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.StagedRate;
import dev.fastsim.scenario.Workload;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Rates;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what arrives, and how long and how often that is to be simulated. */
final class TrafficReader {

  private final Class<?> type;
  private final AnnotationFinder finder;
  private final Mistakes mistakes;

  TrafficReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes) {
    this.type = type;
    this.finder = finder;
    this.mistakes = mistakes;
  }

  /** Traffic that an annotation describes, and how to read it. */
  private record Written(
      Found<?> found,
      Class<? extends Annotation> kind,
      Supplier<Optional<? extends Workload>> reader) {}

  /** The traffic; the nearest of the annotations that describe some, empty after a mistake. */
  Optional<Workload> workload() {
    List<Written> all =
        Stream.of(
                written(dev.fastsim.annotations.Workload.class, this::users),
                written(ArrivalRate.class, this::rate),
                written(ArrivalStages.class, this::stages),
                written(dev.fastsim.annotations.ClosedUsers.class, this::closedUsers))
            .flatMap(Optional::stream)
            .toList();
    if (all.isEmpty()) {
      mistakes.add(
          type,
          "it has no traffic; add @Workload(users = ..., requestsPerMinutePerUser = ...) or"
              + " @ArrivalRate(\"400/s\")");
      return Optional.empty();
    }
    Written nearest =
        all.stream()
            .reduce((one, other) -> other.found.isNearerThan(one.found) ? other : one)
            .orElseThrow();
    List<Written> asNear =
        all.stream().filter(one -> one != nearest && one.found.isAsNearAs(nearest.found)).toList();
    for (Written other : asNear) {
      mistakes
          .on(type, other.kind)
          .refuse(
              "it stands beside @%s, and traffic can only be one of them; remove one"
                  .formatted(nearest.kind.getSimpleName()));
    }
    return asNear.isEmpty() ? nearest.reader.get().map(workload -> workload) : Optional.empty();
  }

  private <A extends Annotation> Optional<Written> written(
      Class<A> kind, Function<A, Optional<? extends Workload>> reader) {
    return finder
        .onClass(type, kind)
        .map(found -> new Written(found, kind, () -> reader.apply(found.annotation())));
  }

  private Optional<Workload> users(dev.fastsim.annotations.Workload words) {
    Place place = mistakes.on(type, dev.fastsim.annotations.Workload.class);
    Optional<Duration> window = duration(place, "window", words.window());
    Optional<Workload.Users.Count> count = place.attribute("userSd", () -> count(words));
    return window.flatMap(
        length ->
            count.flatMap(
                kind ->
                    place.whole(
                        () ->
                            new Workload.Users(
                                words.users(), words.requestsPerMinutePerUser(), length, kind))));
  }

  private static Workload.Users.Count count(dev.fastsim.annotations.Workload words) {
    boolean normal = words.userCount() == UserCount.NORMAL;
    if (normal && Double.isNaN(words.userSd())) {
      throw new IllegalArgumentException(
          "it is missing; userCount = NORMAL needs the standard deviation of the number of users");
    }
    if (!normal && !Double.isNaN(words.userSd())) {
      throw new IllegalArgumentException(
          "it is %s, but userCount is %s; only NORMAL has a standard deviation to set"
              .formatted(words.userSd(), words.userCount()));
    }
    return switch (words.userCount()) {
      case CONSTANT -> new Workload.Users.Count.Constant();
      case POISSON -> new Workload.Users.Count.Poisson();
      case NORMAL -> new Workload.Users.Count.Normal(words.userSd());
    };
  }

  private Optional<Workload> rate(ArrivalRate words) {
    Place place = mistakes.on(type, ArrivalRate.class);
    Workload.OpenRate.Spacing spacing = Workload.OpenRate.Spacing.valueOf(words.process().name());
    return place.attribute(
        "value", () -> new Workload.OpenRate(Rates.parsePerSecond(words.value()), spacing));
  }

  private Optional<StagedRate> stages(ArrivalStages words) {
    Place place = mistakes.on(type, ArrivalStages.class);
    Workload.OpenRate.Spacing spacing = Workload.OpenRate.Spacing.valueOf(words.process().name());
    Optional<Double> start =
        place.attribute("startRate", () -> Rates.parsePerSecond(words.startRate()));
    List<Optional<StagedRate.Stage>> stages =
        Stream.of(words.value()).map(stage -> stage(place.inside(Stage.class), stage)).toList();
    if (start.isEmpty() || stages.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<StagedRate.Stage> all = stages.stream().flatMap(Optional::stream).toList();
    return place.whole(() -> new StagedRate(start.get(), all, words.repeat(), spacing));
  }

  private static Optional<StagedRate.Stage> stage(Place place, Stage words) {
    Optional<Duration> duration = duration(place, "duration", words.duration());
    return duration.flatMap(
        length ->
            place.attribute(
                "target",
                () -> new StagedRate.Stage(length, Rates.parsePerSecond(words.target()))));
  }

  private Optional<ClosedUsers> closedUsers(dev.fastsim.annotations.ClosedUsers words) {
    Place place = mistakes.on(type, dev.fastsim.annotations.ClosedUsers.class);
    return place
        .attribute("thinkTime", () -> Distribution.ofDurations(words.thinkTime()))
        .flatMap(time -> place.attribute("users", () -> new ClosedUsers(words.users(), time)));
  }

  /** The runs, empty after a mistake. */
  Optional<RunPlan> runs() {
    return finder
        .onClass(type, Simulation.class)
        .map(found -> runs(found.annotation()))
        .orElse(Optional.of(RunPlan.DEFAULT));
  }

  private Optional<RunPlan> runs(Simulation words) {
    Place place = mistakes.on(type, Simulation.class);
    Optional<Duration> duration = duration(place, "duration", words.duration());
    boolean found = words.warmUp().strip().equals(Simulation.AUTO);
    Optional<Duration> warmUp =
        found ? Optional.empty() : duration(place, "warmUp", words.warmUp());
    if (duration.isEmpty() || (warmUp.isEmpty() && !found)) {
      return Optional.empty();
    }
    if (warmUp.isPresent() && warmUp.get().compareTo(duration.get()) >= 0) {
      place.refuse(
          "warmUp",
          "it must be shorter than the duration, '%s', but is '%s'"
              .formatted(words.duration(), words.warmUp()));
      return Optional.empty();
    }
    return place.whole(
        () ->
            new RunPlan(
                duration.get(),
                warmUp,
                words.seed(),
                words.replications(),
                words.maxReplications()));
  }

  private static Optional<Duration> duration(Place place, String attribute, String text) {
    return place.attribute(attribute, () -> Duration.ofNanos(Durations.parseNanos(text)));
  }
}
