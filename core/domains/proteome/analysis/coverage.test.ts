import { describe, expect, test } from "vitest";
import { maxquantText, type ProteomeTruth, type ProteomeTwin } from "../twins/index.ts";
import { analysed, type Cells, contrastRows, twinStudy } from "./run-study.test-support.ts";

const studies = 16;
const clean: Partial<ProteomeTruth> = {
  proteins: 300,
  donorSd: 0,
  runSd: 0,
  contaminants: null,
  serum: null,
  detection: { midpoint: 0, slope: 0, random: 0.04 },
};
const repeated: Partial<ProteomeTruth> = { ...clean, donorSd: 0.6, samplesPerDonor: 3 };

interface Counts {
  /** Share of intervals that hold the true fold change. */
  readonly covered: number;
  readonly intervals: number;
  /** Mean over studies of the share of false ones among those called different. */
  readonly falseShare: number;
  /** Share of the changed proteins that are called different. */
  readonly found: number;
}

/** Studies of a truth through the whole room: twin, reader, file analysis, study analysis. */
async function simulated(
  truth: Partial<ProteomeTruth>,
  parameters: Readonly<Record<string, string | number | boolean>>,
  sheet: (rows: readonly Cells[]) => readonly Cells[] = (rows) => rows,
): Promise<Counts> {
  let held = 0;
  let intervals = 0;
  let falseShares = 0;
  let found = 0;
  let changed = 0;
  for (let seed = 1; seed <= studies; seed++) {
    const study = twinStudy({ ...truth, seed }, maxquantText, "proteinGroups.txt", parameters);
    const rows = contrastRows(await analysed({ ...study, rows: sheet(study.rows) }));
    let calls = 0;
    let wrong = 0;
    for (const [accession, row] of rows) {
      const real = trueChange(study.twin, accession);
      if (row.lower! <= real && real <= row.upper!) held += 1;
      if (!Number.isNaN(row.lower)) intervals += 1;
      if (real !== 0) changed += 1;
      if (!(row.q! < 0.05)) continue;
      calls += 1;
      if (real === 0) wrong += 1;
      else found += 1;
    }
    falseShares += calls === 0 ? 0 : wrong / calls;
  }
  return { covered: held / intervals, intervals, falseShare: falseShares / studies, found: found / changed };
}

function trueChange({ proteins }: ProteomeTwin, accession: string): number {
  return proteins.find((one) => one.accession === accession && one.kind !== "decoy")!.log2FoldChange[1]!;
}

const sides = (donors: number) => ({
  sides: ["control", "case"].map((condition) => ({ condition, donors })),
});
const paired = { ...clean, pairedDonors: true, donorSd: 0.6 };
const moderated = { method: "moderated-t" };
const trend = { ...moderated, trend: true };
const robust = { ...moderated, robust: true };
const complete = { ...clean, detection: { ...clean.detection!, random: 0 } };
const ranks = { method: "rank-sum" };
const mixed = { method: "mixed-model" };

describe("twins through the room: 95 % intervals hold the truth, and q < 0.05 is wrong in at most 5 %", () => {
  test.each([
    ["moderated t, 4 + 4 donors", clean, moderated, 0.95],
    ["moderated t, prior by trend", clean, trend, 0.95],
    ["moderated t, robust prior, nothing missing", complete, robust, 0.95],
    ["moderated t, 4 + 4 donors of three samples each", repeated, moderated, 0.55],
    ["moderated t, 4 donors on both sides", paired, moderated, 0.95],
    ["mixed model, 4 + 4 donors of three samples each", repeated, mixed, 0.02],
    ["mixed model, 6 donors on both sides", { ...paired, ...sides(6) }, mixed, 0.8],
  ] as const)(
    "%s",
    async (_, truth, parameters, power) => {
      const { covered, falseShare, found, intervals } = await simulated(truth, parameters);
      const reach = 3.5 * Math.sqrt((0.95 * 0.05) / intervals);
      expect(Math.abs(covered - 0.95)).toBeLessThan(reach);
      expect(falseShare).toBeLessThan(0.06);
      expect(found).toBeGreaterThan(power);
    },
    120_000,
  );

  // exact levels of a rank sum lie apart: the interval takes the first that is at least 95 %
  test.each([
    ["rank sum, 10 + 10 donors", { ...clean, ...sides(10) }],
    ["rank sum, 10 + 10 donors of three samples each", { ...repeated, ...sides(10) }],
  ] as const)(
    "%s",
    async (_, truth) => {
      const { covered, falseShare, found } = await simulated(truth, ranks);
      expect(covered).toBeGreaterThan(0.95);
      expect(covered).toBeLessThan(0.97);
      expect(falseShare).toBeLessThan(0.06);
      expect(found).toBeGreaterThan(0.9);
    },
    120_000,
  );

  test("samples taken for donors would cover less and be wrong more often, as the sheet without donors shows", async () => {
    const without = (rows: readonly Cells[]) => rows.map(({ donor: _, ...row }) => row);
    const { covered, falseShare } = await simulated(repeated, moderated, without);
    expect(covered).toBeLessThan(0.85);
    expect(falseShare).toBeGreaterThan(0.3);
  }, 120_000);
});
