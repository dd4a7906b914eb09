import { accepted, type Interval, type Result, refused } from "../../kernel/index.ts";
import { hypergeometricLogSf, hypergeometricSf } from "../distributions/hypergeometric.ts";
import { conditionalOddsRatio } from "./conditional-odds-ratio.ts";
import {
  type GeneSet,
  type MeasuredSet,
  noSets,
  type OmittedSet,
  type SetSizeLimits,
  setsWithin,
} from "./gene-sets.ts";
import { enrichmentIssues } from "./issues.ts";

export interface OverRepresented {
  readonly id: string;
  /** Genes of the set as given. */
  readonly size: number;
  /** Genes of the set in the background. */
  readonly inBackground: number;
  /** Hits in the set, in the background's order. */
  readonly hits: readonly string[];
  /** Hits to be expected by chance: all hits times `inBackground` over the background. */
  readonly expected: number;
  /** Hits over expected. */
  readonly fold: number;
  /** P(X >= hits) of the hypergeometric distribution; one-sided, not adjusted for the number of sets. */
  readonly p: number;
  /** ln p, finite where p underflows. */
  readonly logP: number;
  /** Odds of being a hit inside over outside the set, as counted; infinite where a cell it divides by is 0, NaN for 0/0. */
  readonly oddsRatio: number;
  /** The conditional maximum-likelihood odds ratio and its exact interval; null unless a level was given. */
  readonly conditional: { readonly oddsRatio: number; readonly interval: Interval } | null;
}

export interface OverRepresentation {
  readonly background: number;
  /** Hits in the background. */
  readonly hits: number;
  readonly sets: readonly OverRepresented[];
  readonly omitted: readonly OmittedSet[];
}

export interface OverRepresentationOptions extends SetSizeLimits {
  /** Level of the odds ratio's interval, such as 0.95; no interval unless told. */
  readonly level?: number;
}

/**
 * Which sets hold more of `hits` than chance would give: hypergeometric upper tail within `background`, all genes that
 * were detected and could have become hits. Sets are intersected with the background before sizes are judged; a gene
 * named twice counts once. Issues: `enrichment-no-background`, `enrichment-no-hits`, `enrichment-no-sets`; warning
 * `enrichment-hits-outside-background`. Source: Rivals, Personnaz, Taing and Potier 2007 (10.1093/bioinformatics/btl633).
 */
export function overRepresentation(
  hits: readonly string[],
  background: readonly string[] | undefined,
  sets: readonly GeneSet[],
  options: OverRepresentationOptions = {},
): Result<OverRepresentation> {
  const genes = [...new Set(background)];
  if (genes.length === 0) return refused(enrichmentIssues.raise("enrichment-no-background"));
  const places = new Map(genes.map((gene, place) => [gene, place]));
  const chosen = [...new Set(hits)];
  const inside = new Set(chosen.filter((gene) => places.has(gene)));
  if (inside.size === 0) return refused(enrichmentIssues.raise("enrichment-no-hits"));
  const { kept, omitted } = setsWithin(sets, places, options);
  if (kept.length === 0) return refused(noSets(sets.length, options));
  const outside = chosen.filter((gene) => !places.has(gene));
  const parameters = { n: outside.length, total: chosen.length, first: outside[0] ?? "" };
  const warnings =
    outside.length === 0 ? [] : [enrichmentIssues.raise("enrichment-hits-outside-background", parameters)];
  const found = kept.map((set) => tested(set, genes, inside, options.level));
  return accepted({ background: genes.length, hits: inside.size, sets: found, omitted }, warnings);
}

function tested(
  { id, size, members }: MeasuredSet,
  genes: readonly string[],
  hits: ReadonlySet<string>,
  level: number | undefined,
): OverRepresented {
  const [population, marked, drawn] = [genes.length, members.length, hits.size];
  const found = Array.from(members, (place) => genes[place]!).filter((gene) => hits.has(gene));
  const both = found.length;
  const expected = (drawn * marked) / population;
  const neither = population - marked - drawn + both;
  return {
    id,
    size,
    inBackground: marked,
    hits: found,
    expected,
    fold: both / expected,
    p: hypergeometricSf(both - 1, population, marked, drawn),
    logP: hypergeometricLogSf(both - 1, population, marked, drawn),
    oddsRatio: (both * neither) / ((marked - both) * (drawn - both)),
    conditional:
      level === undefined ? null : conditionalOddsRatio({ both, population, marked, drawn }, level),
  };
}
