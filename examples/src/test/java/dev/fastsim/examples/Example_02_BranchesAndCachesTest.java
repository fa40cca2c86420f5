package dev.fastsim.examples;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Flow;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Workload;

/**
 * Bodies are Java: branches, loops, collaborators, and a real cache.
 *
 * <p>Two endpoints share the traffic three to one. A product is looked up in a Caffeine cache
 * first; product numbers follow Zipf's law, so a cache of a hundred entries saves most of the
 * queries of a thousand products. Nobody has to guess the hit ratio: the cache is filled by the
 * very requests that are simulated. A search asks one to three shards, and one in twenty is
 * spell-checked.
 *
 * <p>Randomness comes from {@link Flow}, so that the seed repeats it. Caffeine adds a little of its
 * own when it evicts, which no seed reaches: here, the last digits differ from run to run.
 */
@Workload(users = 600, requestsPerMinutePerUser = 20)
class Example_02_BranchesAndCachesTest {

  private final Catalog catalog = new Catalog();

  @CpuStep("0.5 ms")
  void parse() {}

  @CpuStep("lognormal(median=1ms, p99=4ms)")
  void render() {}

  @IoWait("exponential(15 ms)")
  void askShard() {}

  @CpuStep("5 ms")
  void checkSpelling() {}

  @Endpoint(value = "GET /product", weight = 3)
  @LatencySla(p50 = "10 ms", p95 = "50 ms")
  void product() {
    parse();
    catalog.find((int) Flow.sample("zipf(1000, 1.1)"));
    render();
  }

  @Endpoint(value = "GET /search", weight = 1)
  @LatencySla(p95 = "100 ms")
  void search() {
    parse();
    int shards = (int) Flow.sample("uniform(1, 4)");
    for (int shard = 0; shard < shards; shard++) {
      askShard();
    }
    if (Flow.chance(0.05)) {
      checkSpelling();
    }
    render();
  }

  /** A collaborator with a step and a state of its own. */
  static class Catalog {

    private final Cache<Integer, Boolean> cache =
        Caffeine.newBuilder().maximumSize(100).executor(Runnable::run).build();

    void find(int product) {
      if (cache.getIfPresent(product) == null) {
        query();
        cache.put(product, true);
      }
    }

    @IoWait("lognormal(median=8ms, p99=40ms)")
    private void query() {}
  }
}
