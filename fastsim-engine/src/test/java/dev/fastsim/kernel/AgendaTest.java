package dev.fastsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaTest {

  private static final class Idle extends Station {

    Idle(Agenda agenda) {
      super(agenda);
    }

    void at(long time) {
      schedule(time);
    }

    @Override
    public void fire(long now) {}
  }

  /** Sixteen are looked at one by one; more are kept in a tree, full or not. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 15, 16, 17, 31, 32, 33, 64, 65, 100, 1000})
  void earliestIsTheOneAddedFirstAmongTheEarliest(int count) {
    SplittableRandom random = new SplittableRandom(count);
    Agenda agenda = new Agenda();
    Idle[] stations = stations(agenda, count);
    for (int i = 0; i < 20_000; i++) {
      Station station =
          random.nextInt(4) == 0 ? agenda.earliest() : stations[random.nextInt(count)];
      ((Idle) station).at(random.nextInt(8) == 0 ? Agenda.NEVER : random.nextInt(2 * count));
      assertThat(agenda.earliest()).isSameAs(earliestOf(stations));
    }
  }

  private static Idle[] stations(Agenda agenda, int count) {
    return Stream.generate(() -> new Idle(agenda)).limit(count).toArray(Idle[]::new);
  }

  private static Station earliestOf(Idle[] stations) {
    return Arrays.stream(stations).min(Comparator.comparingLong(Station::next)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16, 17, 100})
  void stationsBeginWithNothingToDo(int count) {
    Agenda agenda = new Agenda();
    Idle[] stations = stations(agenda, count);
    assertThat(agenda.earliest()).isSameAs(stations[0]);
    assertThat(agenda.earliest().next()).isEqualTo(Agenda.NEVER);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16, 17, 100})
  void timesSetBeforeAllStationsAreThereAreKept(int count) {
    Agenda agenda = new Agenda();
    Idle[] stations = stations(agenda, count);
    stations[count - 1].at(5);
    Idle late = new Idle(agenda);
    assertThat(agenda.earliest()).isSameAs(stations[count - 1]);
    late.at(4);
    assertThat(agenda.earliest()).isSameAs(late);
  }
}
