import type { EvCatalogue } from "../../measurement.ts";

/** A protein group as a measurement names it. */
export interface DetectedProtein {
  readonly genes: readonly string[];
  readonly accessions: readonly string[];
}

/** What a catalogue knows of one name. */
export interface Known {
  readonly experiments: readonly string[];
  readonly count: number;
}

/** A catalogue's entries of one species by name: by accession where all have one, else by gene. */
export interface Lookup {
  readonly by: "gene" | "accession";
  readonly entries: ReadonlyMap<string, Known>;
}

/** Entries of `species`; one that the catalogue writes without species is of all. Isoforms of one accession are one. */
export function lookupOf(catalogue: EvCatalogue, species: string): Lookup {
  const chosen = catalogue.entries.filter((entry) => isOf(entry.species, species));
  const by = chosen.every((entry) => entry.accession !== "") ? "accession" : "gene";
  const entries = new Map<string, Known>();
  for (const entry of chosen) {
    const key = keyOf(by === "gene" ? entry.gene : entry.accession, by);
    if (key === "") continue;
    const known = entries.get(key);
    entries.set(key, known ? joined([known, entry])! : entry);
  }
  return { by, entries };
}

/** What is known of any name of a protein group; null where none is in the catalogue. */
export function knownOf(protein: DetectedProtein, { by, entries }: Lookup): Known | null {
  const names = by === "gene" ? protein.genes : protein.accessions;
  const keys = [...new Set(names.map((name) => keyOf(name, by)))];
  return joined(keys.flatMap((key) => entries.get(key) ?? []));
}

export function keyOf(name: string, by: Lookup["by"]): string {
  const words = name.trim().toUpperCase();
  return by === "gene" ? words : words.replace(/-\d{1,3}$/, "");
}

/** Experiments are counted once; of entries that only count, the greatest stands. */
function joined(all: readonly Known[]): Known | null {
  if (all.length === 0) return null;
  const experiments = [...new Set(all.flatMap((known) => known.experiments))];
  const most = all.reduce((greatest, known) => Math.max(greatest, known.count), 0);
  return { experiments, count: Math.max(experiments.length, most) };
}

/** `Homo sapiens` is also what `Homo sapiens (Human)` says. */
function isOf(written: string, species: string): boolean {
  const plain = (words: string) => words.replace(/\(.*$/, "").trim().toLowerCase();
  return written === "" || plain(written) === plain(species);
}
