import { describe, expect, test } from "vitest";
import type { Domain, Estimate, SheetRow } from "../../kernel/index.ts";
import { analyseBytes, assembleStudy } from "../../study/index.ts";
import { nanosightPack, particles } from "./index.ts";

const studies = 500;
const truth = { distribution: { median: 105, sigma: 0.28 }, concentration: 1.8e11, dilution: 500 };
const domains = [particles as Domain];

/** One simulated study through the whole way: twin, reader, file analysis, study analysis. */
async function simulate(seed: number, captures: number): Promise<Map<string, Estimate>> {
  const [summary] = nanosightPack({ truth, seed, captures, tracksPerCapture: 700, percentiles: false });
  const file = summary!.name;
  const row: SheetRow = { line: 2, file, sample: "S", role: "sample", dilution: 500, extra: {} };
  const design = { title: "", question: "", parameters: {}, seed: 1 };
  const task = { name: file, rows: [row], design };
  const outcome = await analyseBytes(domains, new Blob([summary!.bytes as Uint8Array<ArrayBuffer>]), task);
  const document = await assembleStudy(domains, [outcome], { ...design, rows: [row] }, "0");
  return new Map(
    document.estimates
      .filter(({ subject }) => subject.level === "sample")
      .map((estimate) => [estimate.id, estimate]),
  );
}

describe("95 % intervals over 500 simulated studies", () => {
  const covered = new Map<string, number>([
    ["particles.concentration", 0],
    ["particles.d50", 0],
  ]);
  const targets = new Map<string, number>([
    ["particles.concentration", truth.concentration],
    ["particles.d50", truth.distribution.median],
  ]);

  test("cover the truth in 93 to 97 % of studies, for concentration and D50", async () => {
    for (let seed = 1; seed <= studies; seed++) {
      const estimates = await simulate(seed, 3 + (seed % 3));
      for (const [id, target] of targets) {
        const { lower, upper } = estimates.get(id)!.interval!;
        if (lower <= target && target <= upper) covered.set(id, covered.get(id)! + 1);
      }
    }
    for (const [id, count] of covered) {
      expect(count / studies, id).toBeGreaterThanOrEqual(0.93);
      expect(count / studies, id).toBeLessThanOrEqual(0.97);
    }
  }, 180_000);
});
