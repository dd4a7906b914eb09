import { describe, expect, test } from "vitest";
import { draft, type EstimateDraft, estimateText } from "../../../../kernel/index.ts";
import { designAssumptions, designFlags, intervalMethods } from "../../../../statistics/index.ts";
import { vesicleConcentration } from "./concentration.ts";
import { concentrationDrafts } from "./concentration-drafts.ts";
import { bufferShare } from "./controls.ts";
import { judgeDetergent } from "./detergent.ts";
import { judgeDilutionSeries } from "./dilution-series.ts";
import { type PositiveFraction, positiveFraction } from "./donor-fractions.ts";
import { bufferShareDraft, detergentDraft, seriesDrafts } from "./drafts.ts";
import { vesicleTerms } from "./terms.ts";
import { besideBeads, inVolume, value } from "./vesicles.test-support.ts";

const subject = { level: "sample" as const, sample: "S" };
const counted = { ...inVolume(480, 20), dilution: 100 };
const donors = (positives: readonly number[]) =>
  positives.map((positive, i) => ({ donor: `D${i}`, positive, total: 5000 }));
const fractionOf = ({ value: fraction, interval, n, assumptions, flags }: PositiveFraction) =>
  draft("cytometry.positiveFraction", subject, fraction, "1", { interval, n, assumptions, flags });
const series = (power: number) =>
  [50, 100, 200, 400].map((dilution) => ({
    ...inVolume(Math.round((8000 * 50) / dilution), 10),
    dilution,
    medians: { "PE-A": { median: 100 * dilution ** power, logSd: 0.01 } },
  }));

const drafts: readonly EstimateDraft[] = [
  ...[0, 480].flatMap((events) =>
    [inVolume(events, 20), besideBeads(events, 900, 1e6)].flatMap((sample) =>
      [undefined, { ...sample, events: 30 }].flatMap((buffer) => {
        const options = {
          dilution: 50,
          buffer,
          relativeUncertainty: events === 0 ? 0 : 0.1,
          probeVolume: 54,
        };
        const found = value(vesicleConcentration(sample, options));
        return concentrationDrafts(subject, found, { channel: "SSC-A", limit: null, gate: "singlets" });
      }),
    ),
  ),
  ...[[0, 0, 0], [10, 20, 30], [0, 20, 30], [10]].map((positives) =>
    fractionOf(value(positiveFraction(donors(positives)))),
  ),
  ...[0, 49, 100].map((events) =>
    bufferShareDraft(subject, value(bufferShare(counted, inVolume(events, 20))), ""),
  ),
  ...[0, 96, 900].map((events) =>
    detergentDraft(subject, value(judgeDetergent(counted, { ...counted, events })), "singlets"),
  ),
  ...[0, -0.5, 0.5].flatMap((power) => seriesDrafts(subject, value(judgeDilutionSeries(series(power))), "")),
];

describe("estimates of vesicle counting", () => {
  test("have a sentence for their id and for each assumption, flag, interval method and qualifier", () => {
    const said = drafts.flatMap(({ id, assumptions, flags, interval, qualifiers }) => [
      id,
      ...assumptions,
      ...flags,
      ...Object.keys(qualifiers),
      ...(interval ? [interval.method] : []),
    ]);
    const words = { ...designFlags, ...designAssumptions, ...intervalMethods, ...vesicleTerms };
    expect([...new Set(said)].filter((code) => !Object.hasOwn(words, code))).toEqual([]);
  });

  test("are finite, never 0 without a bound, and lie in their intervals", () => {
    for (const one of drafts) {
      expect(estimateText({ ...one, evidence: "ev:0" })).toContain(one.id);
      if (one.id === "cytometry.concentration" || one.id === "cytometry.positiveFraction")
        expect(one.value).toBeGreaterThan(0);
      if (one.interval === null) continue;
      expect(one.value).toBeGreaterThanOrEqual(one.interval.lower);
      expect(one.value).toBeLessThanOrEqual(one.interval.upper);
    }
  });

  test("a series that supports a swarm or does not decide flags its slopes", () => {
    const flagsOf = (power: number) =>
      seriesDrafts(subject, value(judgeDilutionSeries(series(power))), "").map(({ flags }) => flags);
    expect(flagsOf(-0.5)).toEqual([["swarm_supported"], ["swarm_supported"]]);
    expect(flagsOf(0.5)).toEqual([["swarm_undecided"], ["swarm_undecided"]]);
    expect(flagsOf(0)).toEqual([[], []]);
  });

  test("donors are the biological n of a fraction, and nothing else is", () => {
    const biological = drafts.flatMap(({ id, n }) =>
      n.biological === null ? [] : [`${id} ${n.biological}`],
    );
    expect([...new Set(biological)]).toEqual([
      "cytometry.positiveFraction 3",
      "cytometry.positiveFraction 1",
    ]);
  });
});
