import { createRandom } from "../../../../kernel/index.ts";

export interface SimulatedBeads {
  readonly medians: readonly number[];
  /** Events of each population. */
  readonly sizes: readonly number[];
  /** Of the log-normal spread inside a population. */
  readonly cv?: number;
  /** SD of the electronic noise. */
  readonly noise?: number;
  /** Doublets, as a share of the single beads: the sum of two. */
  readonly doublets?: number;
  readonly top?: number;
}

/** For tests: events of a bead set in random order, from the random stream of `seed`; the same beads in each of `gains`. */
export function simulatedBeads(
  seed: number,
  beads: SimulatedBeads,
  gains: readonly number[] = [1],
): Float64Array[] {
  const { medians, sizes, cv = 0.04, noise = 10, doublets = 0, top = Number.POSITIVE_INFINITY } = beads;
  const random = createRandom(seed);
  const brightness: number[] = [];
  const one = (median: number) => median * Math.exp(cv * random.normal());
  medians.forEach((median, k) => {
    for (let i = 0; i < sizes[k]!; i++) brightness.push(one(median));
  });
  const singles = brightness.length;
  for (let i = 0; i < doublets * singles; i++) {
    const [a, b] = [random.integer(medians.length), random.integer(medians.length)];
    brightness.push(one(medians[a]!) + one(medians[b]!));
  }
  const order = random.permutation(brightness.length);
  return gains.map((gain) =>
    Float64Array.from(order, (i) => Math.min(top, gain * brightness[i]! + noise * random.normal())),
  );
}
