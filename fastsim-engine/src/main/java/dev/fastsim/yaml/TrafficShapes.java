package dev.fastsim.yaml;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.StagedRate;
import dev.fastsim.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the workload and the ways it takes stand in a file. */
final class TrafficShapes {

  private static final Key<Workload.Users, Double> USERS =
      Key.required(
          "users",
          "Mean number of users",
          Scalars.number(Range.above(0)),
          Workload.Users::meanUsers);

  private static final Key<Workload.Users, Double> REQUESTS =
      Key.required(
          "requestsPerMinutePerUser",
          "Requests that each user sends on average",
          Scalars.number(Range.above(0)),
          Workload.Users::requestsPerMinute);

  private static final Key<Workload.Users, Duration> WINDOW =
      Key.standard(
          "window",
          "How long a drawn number of users stays, at least 1 ms",
          Scalars.duration(),
          Workload.Users::window,
          Duration.ofMinutes(1));

  private static final Key<Workload.Users, UserCount> USER_COUNT =
      Key.standard(
          "userCount",
          "How the number of users varies from window to window",
          Scalars.word(UserCount.class, count -> true),
          users -> UserCount.of(users.count()),
          UserCount.POISSON);

  private static final Key<Workload.Users, Optional<Double>> USER_SD =
      Key.optional(
          "userSd",
          "Standard deviation of the number of users; given exactly where it is a normal one",
          Scalars.number(Range.atLeast(0)),
          users -> UserCount.sd(users.count()));

  private static final Shape<Workload.Users> BY_USERS =
      new MappingShape<>(
          "users",
          "Traffic of a number of users that is drawn anew for every window; within one, requests"
              + " arrive as a Poisson process.",
          List.of(USERS, REQUESTS, WINDOW, USER_COUNT, USER_SD),
          values ->
              new Workload.Users(
                  values.get(USERS),
                  values.get(REQUESTS),
                  values.get(WINDOW),
                  values.get(USER_COUNT).withSd(values.get(USER_SD))));

  private static final Key<Workload.OpenRate, Double> RATE =
      Key.required(
          "rate", "Mean arrivals, more than 0", Scalars.rate(), Workload.OpenRate::meanRate);

  private static final Key<Workload.OpenRate, Workload.OpenRate.Spacing> PROCESS =
      Key.standard(
          "process",
          "How arrivals are spaced: by independent exponential gaps, or by equal ones",
          Scalars.word(Workload.OpenRate.Spacing.class, spacing -> true),
          Workload.OpenRate::spacing,
          Workload.OpenRate.Spacing.POISSON);

  private static final Shape<Workload.OpenRate> BY_RATE =
      new MappingShape<>(
          "rate",
          "Traffic at a fixed rate.",
          List.of(RATE, PROCESS),
          values -> new Workload.OpenRate(values.get(RATE), values.get(PROCESS)));

  private static final Key<StagedRate.Stage, Duration> STAGE_DURATION =
      Key.required(
          "duration",
          "How long it takes; 0 s for a jump to the target",
          Scalars.duration(),
          StagedRate.Stage::duration);

  private static final Key<StagedRate.Stage, Double> TARGET =
      Key.required("target", "The rate at its end", Scalars.rate(), StagedRate.Stage::target);

  private static final Key<StagedRate, List<StagedRate.Stage>> STAGES =
      Key.required(
          "stages",
          "One after the other, at least one",
          new ListShape<>(
              "stages",
              new MappingShape<>(
                  "stage",
                  "A part of the traffic in which the rate goes in a straight line to a target.",
                  List.of(STAGE_DURATION, TARGET),
                  values -> new StagedRate.Stage(values.get(STAGE_DURATION), values.get(TARGET)))),
          StagedRate::stages);

  private static final Key<StagedRate, Double> START_RATE =
      Key.standard(
          "startRate", "The rate at the beginning", Scalars.rate(), StagedRate::startRate, 0.0);

  private static final Key<StagedRate, Boolean> REPEAT =
      Key.standard(
          "repeat",
          "Whether the stages begin again after the last one; if not, the rate stays",
          Scalars.flag(),
          StagedRate::repeated,
          false);

  private static final Key<StagedRate, Workload.OpenRate.Spacing> STAGED_PROCESS =
      Key.standard(
          "process",
          "How arrivals are spaced: as a Poisson process, or evenly",
          Scalars.word(Workload.OpenRate.Spacing.class, spacing -> true),
          StagedRate::spacing,
          Workload.OpenRate.Spacing.POISSON);

  private static final Shape<StagedRate> BY_STAGES =
      new MappingShape<>(
          "stages",
          "Traffic whose rate rises and falls in straight lines: ramps, spikes, the curve of a day.",
          List.of(STAGES, START_RATE, REPEAT, STAGED_PROCESS),
          values ->
              new StagedRate(
                  values.get(START_RATE),
                  values.get(STAGES),
                  values.get(REPEAT),
                  values.get(STAGED_PROCESS)));

  private static final Key<ClosedUsers, Integer> CLOSED_USERS =
      Key.required(
          "closedUsers",
          "Number of users, each with one request inside or none",
          Scalars.whole(1, ClosedUsers.MOST),
          ClosedUsers::users);

  private static final Key<ClosedUsers, Distribution> THINK_TIME =
      Key.required(
          "thinkTime",
          "From the end of a request to the next one of the same user",
          Scalars.distribution(),
          ClosedUsers::thinkTime);

  private static final Shape<ClosedUsers> BY_CLOSED_USERS =
      new MappingShape<>(
          "closedUsers",
          "Traffic of users who each send a request, wait until it ends, think, and send the next.",
          List.of(CLOSED_USERS, THINK_TIME),
          values -> new ClosedUsers(values.get(CLOSED_USERS), values.get(THINK_TIME)));

  /** The traffic over all endpoints that clients call. */
  static final Shape<Workload> WORKLOAD =
      new ChoiceShape<>(
          List.of(
              Option.of("users", BY_USERS, Workload.Users.class),
              Option.of("rate", BY_RATE, Workload.OpenRate.class),
              Option.of("stages", BY_STAGES, StagedRate.class),
              Option.of("closedUsers", BY_CLOSED_USERS, ClosedUsers.class)));

  private static final Distribution INSTANT = new Constant(0);

  private static final Key<Network, Distribution> LATENCY =
      Key.standard("latency", "Of one message", Scalars.distribution(), Network::latency, INSTANT);

  private static final Key<Network, Double> LOSS =
      Key.standard("loss", "Share of messages lost", Scalars.share(), Network::loss, 0.0);

  /** The way to the only service and the way back. */
  static final Shape<Network> NETWORK =
      new MappingShape<>(
          "network",
          "The way from the clients to the only service and, likewise, the way back.",
          List.of(LATENCY, LOSS),
          values -> new Network(values.get(LATENCY), values.get(LOSS)));

  private static final Key<Link, Optional<String>> NAME =
      Key.optional(
          "name",
          "Unique among the links; without it, FROM -> TO",
          Scalars.text(),
          link ->
              Optional.of(link.name())
                  .filter(name -> !name.equals(Link.nameOf(link.from(), link.to()))));

  private static final Key<Link, String> FROM =
      Key.required(
          "from", "A node, or clients for where requests come from", Scalars.text(), Link::from);

  private static final Key<Link, String> TO =
      Key.required(
          "to", "Another node, or clients for where responses go", Scalars.text(), Link::to);

  private static final Key<Link, Distribution> LINK_LATENCY =
      Key.standard("latency", "Of one message", Scalars.distribution(), Link::latency, INSTANT);

  private static final Key<Link, Double> LINK_LOSS =
      Key.standard("loss", "Share of messages lost", Scalars.share(), Link::loss, 0.0);

  /** The links between nodes. */
  static final Shape<List<Link>> LINKS =
      new ListShape<>(
          "links",
          new MappingShape<>(
              "link",
              "A network path in one direction.",
              List.of(NAME, FROM, TO, LINK_LATENCY, LINK_LOSS),
              values ->
                  new Link(
                      values
                          .get(NAME)
                          .orElseGet(() -> Link.nameOf(values.get(FROM), values.get(TO))),
                      values.get(FROM),
                      values.get(TO),
                      values.get(LINK_LATENCY),
                      values.get(LINK_LOSS))));

  private TrafficShapes() {}
}
