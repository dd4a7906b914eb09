import { type GuardFinding, guardFindings } from "../../../statistics/index.ts";
import type { Contrast } from "./contrasts.ts";
import type { DataSet } from "./data-sets.ts";
import type { ProteomeParameters } from "./parameters.ts";
import { cellOf, columnsOf } from "./samples.ts";

/** How a recorded column of the sheet stands to a contrast; plain JSON. */
export interface GuardedCovariate {
  readonly covariate: string;
  readonly relation: GuardFinding["relation"];
  readonly reason: GuardFinding["reason"];
  /** Share of the contrast's information left beside the covariate; null where it cannot be told. */
  readonly informationLeft: number | null;
  readonly p: number | null;
  /** Counts of a category by side; null for numbers. */
  readonly counts: readonly { readonly level: string; readonly samples: readonly [number, number] }[] | null;
  /** Levels in which both sides have samples, with how many of each. */
  readonly shared: { readonly levels: readonly string[]; readonly samples: readonly [number, number] } | null;
}

/** Cells that are longer are somebody's notes. */
const mostLevels = 20;

/** Every recorded covariate against the contrast, the gravest first; a column that names each sample is no covariate. */
export function examinedDesign(
  contrast: Contrast,
  { samples }: DataSet,
  { covariates }: ProteomeParameters,
): readonly GuardedCovariate[] {
  const used = [...contrast.first, ...contrast.second];
  const groups = samples.map((_, at) =>
    contrast.first.includes(at) ? "first" : contrast.second.includes(at) ? "second" : null,
  );
  const own = new Set([contrast.column, contrast.block ?? "donor", "replicate"]);
  const columns = (covariates ?? columnsOf(samples)).filter(
    (column) => !own.has(column) && new Set(used.map((at) => cellOf(samples[at]!.row, column))).size > 1,
  );
  const recorded = columns.map((name) => ({ name, cells: samples.map(({ row }) => cellOf(row, name)) }));
  return guardFindings(groups, recorded)
    .findings.filter(({ reason }) => reason !== "own-value-each")
    .map(({ covariate, relation, reason, efficiencyLeft, p, association, shared }) => ({
      covariate,
      relation,
      reason,
      informationLeft: Number.isFinite(efficiencyLeft) ? efficiencyLeft : null,
      p: Number.isFinite(p) ? p : null,
      counts:
        association?.kind === "categorical" && association.levels.length <= mostLevels
          ? association.levels.map((level, at) => ({
              level,
              samples: pair(association.groups, (group) => association.counts[group]![at]!),
            }))
          : null,
      shared:
        shared === null
          ? null
          : {
              levels: shared.levels.map(({ level }) => level),
              samples: pair(shared.groups, (group) => shared.samples[group]!),
            },
    }));

  function pair(names: readonly string[], of: (group: number) => number): [number, number] {
    return [of(names.indexOf("first")), of(names.indexOf("second"))];
  }
}
