package dev.fastsim.simulation;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.random.Erlang;
import dev.fastsim.random.Exponential;
import dev.fastsim.random.Gamma;
import dev.fastsim.random.Hyperexponential;
import dev.fastsim.random.LogNormal;
import dev.fastsim.random.Normal;
import dev.fastsim.random.Pareto;
import dev.fastsim.random.Poisson;
import dev.fastsim.random.RectifiedNormal;
import dev.fastsim.random.Uniform;
import dev.fastsim.random.Weibull;
import dev.fastsim.scenario.Autoscaler;
import dev.fastsim.scenario.FixedWindow;
import dev.fastsim.scenario.Limiter;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LlmProvider;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.TokenPrices;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What random scenarios are made of: choices, times, links. */
final class RandomParts {

  /** What a scenario has much of. */
  enum Style {
    /** Nothing. */
    ORDINARY,
    /** Requests at once: thousands arrive within a second. */
    CROWDED,
    /** Steps in a request, most of them short. */
    LONG_WINDED,
    /** Services, replicas and steps. */
    WIDE
  }

  /** What a crowd waits for before it may take its steps. */
  enum Shortage {
    NOTHING,
    CORES,
    MEMORY,
    CONNECTIONS
  }

  private final long seed;
  private final SplittableRandom random;

  /** Of what calls language models, so that all else is as it would be without. */
  private final SplittableRandom calls;

  private final Style style;
  private final Shortage shortage;

  /** All times are whole milliseconds, so that many things happen at once. */
  final boolean wholeMillis;

  RandomParts(long seed) {
    this.seed = seed;
    random = new SplittableRandom(seed);
    calls = new SplittableRandom(seed + 1);
    int percent = from(1, 100);
    if (percent <= 10) {
      style = Style.CROWDED;
    } else if (percent <= 16) {
      style = Style.LONG_WINDED;
    } else {
      style = percent <= 20 ? Style.WIDE : Style.ORDINARY;
    }
    shortage = pick(Shortage.values());
    wholeMillis = from(1, 5) <= 2;
  }

  boolean is(Style wanted) {
    return style == wanted;
  }

  boolean isCrowdShortOf(Shortage wanted) {
    return is(Style.CROWDED) && shortage == wanted;
  }

  /** In a crowd, of one thing at most, which shows; elsewhere, of anything. */
  boolean isShortOf(Shortage wanted) {
    return !is(Style.CROWDED) || shortage == wanted;
  }

  /** Of computing, in seconds. */
  Distribution time() {
    return time(is(Style.LONG_WINDED) ? 0.02 : is(Style.CROWDED) && oneIn(2) ? 20 : 1);
  }

  /** Of I/O, in seconds. */
  Distribution waitingTime() {
    boolean isLong = isCrowdShortOf(Shortage.NOTHING) || is(Style.CROWDED) && oneIn(2);
    return time(is(Style.LONG_WINDED) ? 0.02 : isLong ? 50 : 3);
  }

  /** Of a message, in seconds. */
  private Distribution latency() {
    return time(is(Style.LONG_WINDED) ? 0.02 : is(Style.CROWDED) && oneIn(5) ? 50 : 2);
  }

  private Distribution time(double scale) {
    if (oneIn(100)) {
      return new Constant(100 * 86_400); // beyond any run, and beyond Sampler.MAX_NANOS
    }
    if (wholeMillis) {
      double millis = Math.ceil(scale) * 0.001;
      if (oneIn(2)) {
        return new Poisson(pick(0.3, 1.0, 3.0) * scale * 0.001, 0.001);
      }
      return new Constant(pick(0.0, millis, millis, 2 * millis, scale < 1 ? 0.0 : 5 * millis));
    }
    double mean = scale * Math.exp(random.nextDouble(Math.log(0.0002), Math.log(0.02)));
    return switch (from(0, 15)) {
      case 0 -> new Constant(oneIn(3) ? 0 : mean);
      case 1 -> new Uniform(0, 2 * mean);
      case 2 -> LogNormal.ofMeanSd(mean, 2 * mean);
      case 3 -> new RectifiedNormal(mean, mean);
      case 4 -> new Normal(mean, between(0, 2) * mean);
      case 5 -> new Poisson(mean, 0.001);
      case 6 -> new Gamma(between(0.3, 3), mean);
      case 7 -> new Erlang(from(1, 5), mean);
      case 8 -> new Weibull(mean, between(0.4, 2));
      case 9 -> new Pareto(mean / 4, between(0.4, 3));
      case 10 -> new Hyperexponential(mean, between(1.1, 4));
      default -> new Exponential(mean);
    };
  }

  Link link(String from, String to) {
    double loss = oneIn(is(Style.CROWDED) ? 9 : 3) ? between(0, 0.3) : 0;
    return new Link(Link.nameOf(from, to), from, to, latency(), loss);
  }

  Autoscaler autoscaler(int replicas) {
    return new Autoscaler(
        from(1, replicas),
        replicas + from(0, 8),
        pick(0.2, 0.5, 0.9),
        Duration.ofMillis(pick(0, 1, 5, 30)),
        Duration.ofMillis(pick(1, 5, 20)),
        Duration.ofMillis(pick(0, 10, 60)),
        pick(0.0, 0.1));
  }

  Limiter limiter() {
    if (oneIn(2)) {
      Duration period = Duration.ofNanos(wholeMillis ? 10_000_000 : from(1_000, 30_000_000));
      return new FixedWindow(from(1, 10), period, timeout());
    }
    return new RateLimiter(
        wholeMillis ? pick(100.0, 300.0, 1000.0) : between(50, 1000), from(1, 10));
  }

  /** Longest wait for a connection. */
  Duration timeout() {
    return switch (is(Style.CROWDED) ? from(1, 3) : from(0, 5)) {
      case 0 -> Duration.ZERO;
      case 1 -> Duration.ofDays(400);
      case 2, 3 -> Duration.ofMillis(from(10, 200));
      default -> Duration.ofMillis(from(1, 10));
    };
  }

  /** Steps that call language models, of providers they share; mostly none. */
  List<Step> calls() {
    if (is(Style.CROWDED) || calls.nextInt(3) > 0) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    int providers = 1 + calls.nextInt(2);
    for (int i = 0; i < providers; i++) {
      LlmProvider provider =
          new LlmProvider(
              "llm" + i,
              calls.nextBoolean() ? 1 + calls.nextInt(3) : LlmProvider.UNLIMITED,
              calls.nextBoolean() ? 1 + calls.nextInt(600_000) : LlmProvider.UNLIMITED,
              calls.nextInt(3) == 0 ? LlmProvider.Excess.REJECT : LlmProvider.Excess.WAIT);
      for (int call = 0; call < 2; call++) {
        steps.add(call("call " + call + " of " + i, provider));
      }
    }
    return steps;
  }

  private Step call(String name, LlmProvider provider) {
    boolean whole = wholeMillis;
    double mean = 0.0005 * (1 + calls.nextInt(20));
    return new Step.Llm(
        name,
        "some model",
        provider,
        calls.nextBoolean() ? new Constant(100) : new Exponential(200),
        calls.nextBoolean() ? new Constant(calls.nextInt(4)) : new Poisson(10, 1),
        whole ? new Constant(0.001 * calls.nextInt(5)) : new Exponential(mean),
        whole ? new Constant(0.001 * calls.nextInt(2)) : new Exponential(mean / 10),
        new TokenPrices(
            BigDecimal.valueOf(calls.nextInt(3)), BigDecimal.valueOf(calls.nextInt(1000), 2)));
  }

  /** For choices besides those of the others, which stay what they are whatever these come to. */
  SplittableRandom aside(String what) {
    return new SplittableRandom(seed + ((long) what.hashCode() << 32));
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  int from(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  double between(double least, double most) {
    return random.nextDouble(least, most);
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
