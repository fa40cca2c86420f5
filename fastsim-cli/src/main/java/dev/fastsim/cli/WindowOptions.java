package dev.fastsim.cli;

import dev.fastsim.timeline.TimelineWindow;
import dev.fastsim.units.Durations;
import dev.fastsim.units.UnitFormatException;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that choose the part of a replication in which every request is shown. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class WindowOptions {

  private static final String SLOWEST = "slowest";
  private static final String WARM_UP = "warm-up";

  @Option(
      names = "--window",
      paramLabel = "START",
      defaultValue = SLOWEST,
      description =
          "Where the window of a trace or timeline begins: shortly before the 'slowest' request"
              + " (the default), at the end of the 'warm-up', or at a simulated time such as"
              + " '90 s'.")
  private String start;

  @Option(
      names = "--window-requests",
      paramLabel = "N",
      defaultValue = "" + TimelineWindow.REQUESTS,
      description =
          "How many requests arrive in the window at most; "
              + TimelineWindow.REQUESTS
              + " if not said.")
  private int requests;

  /**
   * The window.
   *
   * @throws ParameterException if the options are wrong
   */
  TimelineWindow window(CommandSpec spec) {
    if (requests < 1) {
      throw new ParameterException(
          spec.commandLine(), "option '--window-requests' must be at least 1, but is " + requests);
    }
    return switch (start) {
      case SLOWEST -> new TimelineWindow.AroundSlowest(requests);
      case WARM_UP -> new TimelineWindow.AfterWarmUp(requests);
      default -> new TimelineWindow.From(time(spec), requests);
    };
  }

  private Duration time(CommandSpec spec) {
    try {
      return Duration.ofNanos(Durations.parseNanos(start));
    } catch (UnitFormatException e) {
      throw new ParameterException(
          spec.commandLine(),
          "option '--window': expected 'slowest', 'warm-up' or a time; " + e.getMessage(),
          e);
    }
  }
}
