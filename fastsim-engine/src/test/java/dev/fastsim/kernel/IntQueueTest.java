package dev.fastsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntQueueTest {

  @Test
  void firstInIsFirstOutWhileTheRingTurnsAndGrows() {
    SplittableRandom random = new SplittableRandom(1);
    IntQueue queue = new IntQueue();
    Deque<Integer> expected = new ArrayDeque<>();
    for (int i = 0; i < 50_000; i++) {
      boolean filling = (i / 2000) % 2 == 0;
      if (expected.isEmpty() || random.nextInt(3) < (filling ? 2 : 1)) {
        queue.add(i);
        expected.add(i);
      } else {
        assertThat(queue.poll()).isEqualTo(expected.remove());
      }
      assertThat(queue.size()).isEqualTo(expected.size());
      assertThat(queue.isEmpty()).isEqualTo(expected.isEmpty());
      if (!expected.isEmpty()) {
        assertThat(queue.peek()).isEqualTo(expected.element());
      }
    }
  }
}
