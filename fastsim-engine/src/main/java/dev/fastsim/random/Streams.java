package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apiguardian.api.API;

/**
 * Independent streams of random bits, derived from one seed by name.
 *
 * <p>Each stream is an xoshiro256++ generator (period 2^256 - 1). Its state is a hash of the seed,
 * the replication, the component and the purpose, so a stream depends on nothing else: adding,
 * removing or renaming one component leaves the streams of all others as they were, and two
 * scenarios that differ in one number share their luck in all the rest.
 *
 * <p>The hash absorbs one 64-bit word after the other into a 64-bit state, {@code h = mix((h ^
 * word) + gamma)}, where {@code mix} is the finaliser of SplitMix64 (variant 13 of Stafford) and
 * {@code gamma} its odd constant, the golden ratio. The words are the seed, the replication, then
 * for each of the two names its length and its UTF-16 chars; with the lengths in it, ("ab", "c")
 * and ("a", "bc") differ. The four words of state are the next four outputs of SplitMix64 from
 * there; as these are distinct, they are never all zero. Among n streams two are the same with
 * probability {@code n^2 / 2^65}: one in ten million for a million streams.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Streams {

  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private final long seeded;

  /** The streams of a seed; any seed is as good as any other. */
  public Streams(long seed) {
    this.seeded = absorb(0, seed);
  }

  /**
   * A fresh stream, at its beginning.
   *
   * @param replication which run of the same scenario
   * @param component who draws, by a name unique in its scenario
   * @param purpose what for, by a name unique in its component
   */
  public UniformRandomProvider stream(int replication, String component, String purpose) {
    long hash = absorb(absorb(absorb(seeded, replication), component), purpose);
    long[] state = new long[4];
    for (int i = 0; i < state.length; i++) {
      hash += GAMMA;
      state[i] = mix(hash);
    }
    return RandomSource.XO_SHI_RO_256_PP.create(state);
  }

  private static long absorb(long hash, String name) {
    long next = absorb(hash, name.length());
    for (int i = 0; i < name.length(); i++) {
      next = absorb(next, name.charAt(i));
    }
    return next;
  }

  private static long absorb(long hash, long word) {
    return mix((hash ^ word) + GAMMA);
  }

  private static long mix(long word) {
    long z = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
