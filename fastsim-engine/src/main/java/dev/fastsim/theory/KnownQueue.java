package dev.fastsim.theory;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Queues with closed formulas: first come, first served, one line. Times are in seconds, rates per
 * second; the load must be below the capacity unless the line is limited.
 */
public sealed interface KnownQueue {

  /** Its name in Kendall's notation: {@code M/M/1}. */
  String name();

  /** Where the formulas stand. */
  String source();

  /** Mean time in system of those that are served. */
  double meanTime();

  /** Share of arrivals that are turned away. */
  default double lossProbability() {
    return 0;
  }

  /** A queue whose time in system has a known distribution. */
  sealed interface WithPercentiles extends KnownQueue {

    /**
     * A percentile of the time in system.
     *
     * @param percent above 0 and below 100
     */
    double percentile(double percent);
  }

  /**
   * Poisson arrivals, exponential service, servers with one line.
   *
   * @param servers at least 1
   * @param arrivals per second
   * @param service per second and server
   */
  record MMc(int servers, double arrivals, double service) implements WithPercentiles {

    @Override
    public String name() {
      return "M/M/" + servers;
    }

    @Override
    public String source() {
      return servers == 1
          ? "Gross and Harris, Fundamentals of Queueing Theory, ch. 2"
          : "Erlang C; Gross and Harris, Fundamentals of Queueing Theory, sec. 2.3";
    }

    @Override
    public double meanTime() {
      return 1 / service + waiting() / spare();
    }

    private double waiting() {
      return Erlang.waitProbability(servers, arrivals / service);
    }

    private double spare() {
      return servers * service - arrivals;
    }

    /**
     * Inverse of {@code P(W > t) = e^(-mu t) + C mu / (th - mu) (e^(-mu t) - e^(-th t))} with
     * {@code th = c mu - lambda}; {@code e^(-mu t) (1 + C mu t)} where both rates are equal.
     */
    @Override
    public double percentile(double percent) {
      double share = 1 - percent / 100;
      if (servers == 1) {
        return -StrictMath.log(share) / spare();
      }
      double waiting = waiting();
      double drain = spare();
      DoubleUnaryOperator tail =
          t -> {
            double served = StrictMath.exp(-service * t);
            double gap = drain - service;
            return Math.abs(gap) < 1e-9 * service
                ? served * (1 + waiting * service * t)
                : served + waiting * service / gap * (served - StrictMath.exp(-drain * t));
          };
      double most = 100 / Math.min(service, drain);
      return new BrentSolver(1e-14, 1e-12).solve(1000, t -> tail.applyAsDouble(t) - share, 0, most);
    }
  }

  /**
   * Poisson arrivals, exponential service, and so many places, those at the servers included; who
   * finds none is lost.
   *
   * @param servers at least 1
   * @param places at least as many as servers
   * @param arrivals per second
   * @param service per second and server
   */
  record MMcK(int servers, int places, double arrivals, double service) implements KnownQueue {

    @Override
    public String name() {
      return "M/M/%d/%d".formatted(servers, places);
    }

    @Override
    public String source() {
      return "Gross and Harris, Fundamentals of Queueing Theory, sec. 2.5";
    }

    /** Of 0 to {@code places} inside, up to a factor. */
    private double[] weights() {
      double[] weights = new double[places + 1];
      weights[0] = 1;
      double sum = 1;
      for (int n = 1; n <= places; n++) {
        weights[n] = weights[n - 1] * arrivals / (service * Math.min(n, servers));
        sum += weights[n];
      }
      for (int n = 0; n <= places; n++) {
        weights[n] /= sum;
      }
      return weights;
    }

    @Override
    public double lossProbability() {
      return weights()[places];
    }

    @Override
    public double meanTime() {
      double[] weights = weights();
      double inside = 0;
      for (int n = 1; n <= places; n++) {
        inside += n * weights[n];
      }
      return inside / (arrivals * (1 - weights[places]));
    }
  }

  /**
   * Poisson arrivals, any service, and no line: who finds no free server is lost. Only the mean of
   * the service matters.
   *
   * @param servers at least 1
   * @param arrivals per second
   * @param meanService in seconds
   */
  record MGcc(int servers, double arrivals, double meanService) implements KnownQueue {

    @Override
    public String name() {
      return "M/G/%d/%d".formatted(servers, servers);
    }

    @Override
    public String source() {
      return "Erlang B";
    }

    @Override
    public double lossProbability() {
      return Erlang.lossProbability(servers, arrivals * meanService);
    }

    @Override
    public double meanTime() {
      return meanService;
    }
  }

  /**
   * Poisson arrivals, any service, one server: {@code Wq = lambda E[S^2] / (2 (1 - rho))}.
   *
   * @param arrivals per second
   * @param meanService in seconds
   * @param variance of the service; 0 makes it an M/D/1
   */
  record MG1(double arrivals, double meanService, double variance) implements KnownQueue {

    @Override
    public String name() {
      return variance == 0 ? "M/D/1" : "M/G/1";
    }

    @Override
    public String source() {
      return "Pollaczek 1930, Khinchine 1932";
    }

    @Override
    public double meanTime() {
      double secondMoment = variance + meanService * meanService;
      return meanService + arrivals * secondMoment / (2 * (1 - arrivals * meanService));
    }
  }

  /**
   * Evenly spaced arrivals, exponential service, one server: {@code sigma = e^(-mu (1 - sigma) /
   * lambda)} of the arrivals wait, and the time in system is exponential with rate {@code mu (1 -
   * sigma)}.
   *
   * @param arrivals per second
   * @param service per second
   */
  record DM1(double arrivals, double service) implements WithPercentiles {

    @Override
    public String name() {
      return "D/M/1";
    }

    @Override
    public String source() {
      return "Gross and Harris, Fundamentals of Queueing Theory, sec. 5.3";
    }

    private double rate() {
      double sigma =
          new BrentSolver(1e-15, 1e-13)
              .solve(
                  1000,
                  x -> StrictMath.exp(-service * (1 - x) / arrivals) - x,
                  0,
                  arrivals / service);
      return service * (1 - sigma);
    }

    @Override
    public double meanTime() {
      return 1 / rate();
    }

    @Override
    public double percentile(double percent) {
      return -StrictMath.log(1 - percent / 100) / rate();
    }
  }
}
