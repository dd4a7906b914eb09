import { accepted, type Result, refused } from "../../kernel/index.ts";
import { observedOf } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { normalisationIssues } from "../normalisation/issues.ts";
import { requireLength } from "../values.ts";

/**
 * Normalised spectral abundance factors: spectral counts (proteins x samples) per residue of the protein's `lengths`,
 * divided by their sum in the sample. A missing count stays missing and is not in the sum; a sample without counts is NaN.
 * Zybailov et al. 2006 (10.1021/pr060161n). Issues: `quantification-length`.
 */
export function nsaf(counts: Matrix, lengths: Float64Array): Result<Matrix> {
  const perLength = perUnit(counts, lengths);
  if ("issues" in perLength) return perLength;
  const { rows, columns, values } = perLength.value;
  const totals = new Float64Array(columns);
  values.forEach((value, k) => {
    if (!Number.isNaN(value)) totals[k % columns]! += value;
  });
  return accepted({ rows, columns, values: values.map((value, k) => value / totals[k % columns]!) });
}

/**
 * iBAQ: summed linear peptide intensities (proteins x samples) per theoretically observable peptide.
 * Schwanhausser et al. 2011 (10.1038/nature10098). Issues: `quantification-length`.
 */
export function ibaq(intensities: Matrix, theoreticalPeptides: Float64Array): Result<Matrix> {
  return perUnit(intensities, theoreticalPeptides);
}

function perUnit(data: Matrix, units: Float64Array): Result<Matrix> {
  requireLength("units per protein", units, data.rows);
  const bad = units.filter((unit) => !(unit > 0 && Number.isFinite(unit))).length;
  if (bad > 0) return refused(normalisationIssues.raise("quantification-length", { n: bad }));
  const { rows, columns } = data;
  return accepted({
    rows,
    columns,
    values: data.values.map((value, k) => value / units[Math.floor(k / columns)]!),
  });
}

/**
 * Mean of the three most intense peptides of each protein in each sample, of linear intensities (peptides x samples);
 * `groupOf` is each peptide's protein from 0, negative for none. NaN where fewer than `needed` (3 where it is not given)
 * peptides were seen; with a smaller `needed` the mean of those there are. Silva et al. 2006 (10.1074/mcp.M500230-MCP200).
 */
export function topThree(intensities: Matrix, groupOf: Int32Array, needed = 3): Matrix {
  requireLength("groupOf", groupOf, intensities.rows);
  if (!(needed >= 1 && needed <= 3)) throw new RangeError(`no number of peptides: ${needed}`);
  const { rows, columns, values } = intensities;
  const proteins = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const result = new Float64Array(proteins * columns).fill(Number.NaN);
  for (let protein = 0; protein < proteins; protein++) {
    const members = Array.from({ length: rows }, (_, i) => i).filter((i) => groupOf[i] === protein);
    for (let j = 0; j < columns; j++) {
      const seen = observedOf(Float64Array.from(members, (i) => values[i * columns + j]!)).sort();
      const best = seen.slice(-3);
      if (best.length < needed) continue;
      result[protein * columns + j] = best.reduce((sum, value) => sum + value, 0) / best.length;
    }
  }
  return { rows: proteins, columns, values: result };
}
