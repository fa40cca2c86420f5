package dev.fastsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaTest {

  /** Sixteen are scanned; more are kept in a tree, full or not. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 31, 32, 33, 64, 65, 100, 1000})
  void earliestIsTheLowestNumberAmongTheEarliestTimes(int stations) {
    SplittableRandom random = new SplittableRandom(stations);
    Agenda agenda = new Agenda(stations);
    long[] times = new long[stations];
    Arrays.fill(times, Agenda.NEVER);
    for (int i = 0; i < 20_000; i++) {
      int station = random.nextInt(4) == 0 ? agenda.earliest() : random.nextInt(stations);
      times[station] = random.nextInt(8) == 0 ? Agenda.NEVER : random.nextInt(2 * stations);
      agenda.set(station, times[station]);
      int least = indexOfLeast(times);
      assertThat(agenda.earliest()).isEqualTo(least);
      assertThat(agenda.earliestTime()).isEqualTo(times[least]);
    }
  }

  private static int indexOfLeast(long[] times) {
    int least = 0;
    for (int i = 1; i < times.length; i++) {
      least = times[i] < times[least] ? i : least;
    }
    return least;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 17, 100})
  void stationsBeginWithNothingToDo(int stations) {
    Agenda agenda = new Agenda(stations);
    assertThat(agenda.earliest()).isZero();
    assertThat(agenda.earliestTime()).isEqualTo(Agenda.NEVER);
  }

  @Test
  void needsAStation() {
    assertThatThrownBy(() -> new Agenda(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an agenda needs at least one station");
  }
}
