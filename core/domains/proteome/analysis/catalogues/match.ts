import { accepted, type Issue, type Result, refused } from "../../../../kernel/index.ts";
import type { CatalogueExperiments, EvCatalogue } from "../../measurement.ts";
import { chosenExperiments, type ExperimentChoice } from "./experiments.ts";
import { catalogueIssues } from "./issues.ts";
import { type DetectedProtein, keyOf, knownOf, type Lookup, lookupOf } from "./lookup.ts";

/** From this coverage of the background on, a hit in the union is told to say little; a choice of this project. */
export const saysLittleFrom = 0.5;

/** Proteins that could have been drawn: named (genes or accessions as the catalogue has them), or only counted. */
export type Background =
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "size"; readonly size: number };

export interface CatalogueQuestion {
  readonly species: string;
  readonly background: Background;
  readonly experiments?: CatalogueExperiments;
  readonly choice?: ExperimentChoice;
}

/** Detected proteins found, with what as many random ones would give. */
export interface Share {
  readonly found: number;
  readonly share: number;
  /** Proteins of the background that are there, as a fraction. */
  readonly coverage: number;
  /** Hypergeometric mean and SD of the number found, were the detected drawn at random from the background. */
  readonly expected: number;
  readonly expectedSd: number;
}

export interface CatalogueMatch {
  readonly catalogue: string;
  readonly by: "gene" | "accession";
  readonly n: number;
  readonly union: Share;
  /** In experiments as chosen; null where there are none. */
  readonly chosen: (Share & { readonly experiments: number }) | null;
  /** By detected protein: experiments that found it (0: not in the catalogue), and how many of the chosen. */
  readonly proteins: readonly { readonly count: number; readonly chosen: number | null }[];
}

/**
 * Detected proteins in a catalogue of vesicle proteins: the share in its union and in experiments like the study's, how
 * many experiments found each, and what a random proteome of the same size would give.
 * Issues: `proteome-catalogue-no-species`, `proteome-catalogue-background-small`; warnings
 * `proteome-catalogue-union-says-little`, `proteome-catalogue-no-experiments`, `proteome-catalogue-experiments-unknown`.
 */
export function matchCatalogue(
  detected: readonly DetectedProtein[],
  catalogue: EvCatalogue,
  { species, background, experiments, choice = {} }: CatalogueQuestion,
): Result<CatalogueMatch> {
  const lookup = lookupOf(catalogue, species);
  if (lookup.entries.size === 0) return refused(noSpecies(catalogue, species));
  const drawn = drawnFrom(background, lookup);
  const n = detected.length;
  const needed = Math.max(n, background.kind === "size" ? lookup.entries.size : 1);
  if (drawn.size < needed) {
    return refused(
      catalogueIssues.raise("proteome-catalogue-background-small", { size: drawn.size, needed }),
    );
  }
  const known = detected.map((protein) => knownOf(protein, lookup));
  const inUnion = drawn.covered(() => true);
  const union = shareOf(known.filter((one) => one !== null).length, n, inUnion, drawn.size);

  const issues: Issue[] = [];
  const ids = new Set(experiments ? chosenExperiments(experiments, choice).map(({ id }) => id) : []);
  const used = new Set([...lookup.entries.values()].flatMap((entry) => entry.experiments));
  const usable = [...ids].filter((id) => used.has(id)).length;
  if (experiments) {
    issues.push(...unknownExperiments(catalogue, experiments, used));
    if (usable === 0) {
      issues.push(catalogueIssues.raise("proteome-catalogue-no-experiments", { catalogue: catalogue.name }));
    }
  }
  const inChosen = (found: readonly string[]) => found.filter((id) => ids.has(id)).length;
  const counts = known.map((one) => ({
    count: one?.count ?? 0,
    chosen: usable === 0 ? null : inChosen(one?.experiments ?? []),
  }));
  const hits = counts.filter((one) => (one.chosen ?? 0) > 0).length;
  const inChosenUnion = drawn.covered((found) => inChosen(found) > 0);
  const chosen =
    usable === 0 ? null : { ...shareOf(hits, n, inChosenUnion, drawn.size), experiments: usable };
  if (union.coverage >= saysLittleFrom) issues.push(saysLittle(catalogue, union, n));
  const match = { catalogue: catalogue.name, by: lookup.by, n, union, chosen, proteins: counts };
  return accepted(match, issues);
}

interface Drawn {
  readonly size: number;
  /** Background proteins that are in the catalogue by experiments as asked. */
  covered(asked: (experiments: readonly string[]) => boolean): number;
}

function drawnFrom(background: Background, { by, entries }: Lookup): Drawn {
  const names =
    background.kind === "size"
      ? [...entries.keys()]
      : [...new Set(background.names.map((name) => keyOf(name, by)))].filter((name) => name !== "");
  const found = names.flatMap((name) => entries.get(name) ?? []);
  return {
    size: background.kind === "size" ? background.size : names.length,
    covered: (asked) => found.filter((known) => asked(known.experiments)).length,
  };
}

/** Mean and SD of the hypergeometric distribution: n drawn of `size`, `covered` of them in the catalogue. */
function shareOf(found: number, n: number, covered: number, size: number): Share {
  const coverage = covered / size;
  const variance = size > 1 ? (n * coverage * (1 - coverage) * (size - n)) / (size - 1) : 0;
  return {
    found,
    share: n === 0 ? Number.NaN : found / n,
    coverage,
    expected: n * coverage,
    expectedSd: Math.sqrt(variance),
  };
}

function noSpecies(catalogue: EvCatalogue, species: string): Issue {
  const others = [...new Set(catalogue.entries.map((entry) => entry.species))].slice(0, 8).join(", ");
  return catalogueIssues.raise("proteome-catalogue-no-species", {
    catalogue: catalogue.name,
    species,
    others,
  });
}

function unknownExperiments(
  catalogue: EvCatalogue,
  { experiments }: CatalogueExperiments,
  used: ReadonlySet<string>,
): readonly Issue[] {
  const table = new Set(experiments.map(({ id }) => id));
  const count = [...used].filter((id) => !table.has(id)).length;
  if (count === 0) return [];
  const parameters = { catalogue: catalogue.name, count, total: used.size };
  return [catalogueIssues.raise("proteome-catalogue-experiments-unknown", parameters)];
}

function saysLittle(catalogue: EvCatalogue, union: Share, n: number): Issue {
  return catalogueIssues.raise("proteome-catalogue-union-says-little", {
    catalogue: catalogue.name,
    coverage: Math.round(100 * union.coverage),
    n,
    expected: Math.round(union.expected),
    found: union.found,
  });
}
