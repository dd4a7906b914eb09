import { accepted, type Result, refused } from "../../../../kernel/index.ts";
import { multiplexIssues } from "./issues.ts";

/** A reporter median by analyte. */
export interface AnalyteMedian {
  readonly analyte: string;
  readonly median: number;
}

export interface NormalisedAnalyte {
  readonly analyte: string;
  /** Median less the control's. */
  readonly subtracted: number;
  /** Subtracted over the mean of the subtracted markers. */
  readonly relative: number;
  readonly flags: readonly "below_control"[];
}

export interface Normalisation {
  readonly analytes: readonly NormalisedAnalyte[];
  readonly markers: readonly string[];
  /** Mean of the subtracted medians of the markers. */
  readonly reference: number;
}

/** Markers that a MACSPlex type assay of particles is related to. */
export const tetraspanins = ["CD9", "CD63", "CD81"] as const;

/**
 * Reporter medians less those of a control and related to the mean of the markers: (m - c) / mean of (m - c) over the
 * markers. `control` is the buffer's median of each analyte, or one number, the median of a control bead. Negative values
 * are kept and flagged. Issues: `cytometry-multiplex-marker-missing`, `-control-missing`, `-reference-not-positive`.
 */
export function normaliseAnalytes(
  sample: readonly AnalyteMedian[],
  control: readonly AnalyteMedian[] | number,
  markers: readonly string[] = tetraspanins,
): Result<Normalisation> {
  const blanks = new Map(typeof control === "number" ? [] : control.map((c) => [c.analyte, c.median]));
  const blankOf = (analyte: string) => (typeof control === "number" ? control : blanks.get(analyte));
  const unknown = sample.find(({ analyte }) => blankOf(analyte) === undefined);
  if (unknown) {
    return refused(
      multiplexIssues.raise("cytometry-multiplex-control-missing", { analyte: unknown.analyte }),
    );
  }
  const rows = sample.map(({ analyte, median }) => ({ analyte, subtracted: median - blankOf(analyte)! }));
  const missing = markers.find((marker) => !rows.some(({ analyte }) => analyte === marker));
  if (missing !== undefined || markers.length === 0) {
    const marker = missing ?? tetraspanins.join(", ");
    return refused(multiplexIssues.raise("cytometry-multiplex-marker-missing", { marker }));
  }
  const of = markers.map((marker) => rows.find(({ analyte }) => analyte === marker)!.subtracted);
  const reference = of.reduce((a, b) => a + b, 0) / of.length;
  if (!(reference > 0)) {
    const parameters = { markers: markers.join(", "), value: reference };
    return refused(multiplexIssues.raise("cytometry-multiplex-reference-not-positive", parameters));
  }
  const analytes = rows.map(({ analyte, subtracted }): NormalisedAnalyte => {
    const flags = subtracted < 0 ? (["below_control"] as const) : [];
    return { analyte, subtracted, relative: subtracted / reference, flags };
  });
  return accepted({ analytes, markers, reference });
}
