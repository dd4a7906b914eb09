export interface ReplicateRow {
  readonly sample: string;
  readonly donor?: string;
  readonly replicate?: string;
  readonly preparation?: string;
}

export interface ReplicateLevel {
  /**
   * `one-sample-per-donor`: samples are independent; `donors-repeated`: a model needs the donor as block;
   * `donor-missing`: nobody can tell; `donor-partly-missing`: some samples may belong to one donor.
   */
  readonly level: "one-sample-per-donor" | "donors-repeated" | "donor-missing" | "donor-partly-missing";
  readonly rows: number;
  readonly samples: number;
  /** The biological n; null where no donor is recorded. With donors partly missing, of those recorded. */
  readonly donors: number | null;
  readonly samplesWithoutDonor: number;
  readonly donorsWithSeveralSamples: readonly string[];
  readonly mostSamplesOfADonor: number;
  /** Samples measured more than once: technical repeats, no biological n. */
  readonly samplesMeasuredRepeatedly: number;
  /** Samples from more than one preparation. */
  readonly samplesPreparedRepeatedly: number;
  /** Samples to which the rows give different donors. */
  readonly contradictions: readonly string[];
  readonly blockNeeded: boolean;
}

/** Which n of a study is biological, from its rows (one per measurement); empty and blank names count as missing. */
export function replicateLevel(rows: readonly ReplicateRow[]): ReplicateLevel {
  const samples = gathered(rows.map((row) => [row.sample, named(row.donor)]));
  const preparations = gathered(rows.map((row) => [row.sample, named(row.preparation)]));
  const counts = new Map<string, number>();
  for (const { sample } of rows) counts.set(sample, (counts.get(sample) ?? 0) + 1);
  const perDonor = new Map<string, number>();
  const contradictions: string[] = [];
  let without = 0;
  for (const [sample, donors] of samples) {
    if (donors.size === 0) without += 1;
    if (donors.size > 1) contradictions.push(sample);
    for (const donor of donors) perDonor.set(donor, (perDonor.get(donor) ?? 0) + 1);
  }
  const several = [...perDonor].filter(([, count]) => count > 1).map(([donor]) => donor);
  const known = perDonor.size > 0;
  const whole = without === 0 ? (several.length > 0 ? "donors-repeated" : "one-sample-per-donor") : null;
  return {
    level: whole ?? (known ? "donor-partly-missing" : "donor-missing"),
    rows: rows.length,
    samples: samples.size,
    donors: known ? perDonor.size : null,
    samplesWithoutDonor: without,
    donorsWithSeveralSamples: several,
    mostSamplesOfADonor: [...perDonor.values()].reduce((most, count) => Math.max(most, count), 0),
    samplesMeasuredRepeatedly: [...counts.values()].filter((count) => count > 1).length,
    samplesPreparedRepeatedly: [...preparations.values()].filter((names) => names.size > 1).length,
    contradictions,
    blockNeeded: several.length > 0,
  };
}

function named(name: string | undefined): string {
  return (name ?? "").trim();
}

function gathered(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>();
  for (const [key, name] of pairs) {
    const set = sets.get(key) ?? new Set<string>();
    if (name !== "") set.add(name);
    sets.set(key, set);
  }
  return sets;
}
