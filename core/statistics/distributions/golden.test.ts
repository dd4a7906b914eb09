import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as distributions from "./index.ts";

interface Golden {
  readonly parameters: number;
  /** x, parameters, then density, lower tail, upper tail by mpmath and by R; 0 where mpmath is under 1e-300. */
  readonly points: readonly (readonly (number | null)[])[];
  /** Side, probability, parameters, quantile by mpmath and by R. */
  readonly quantiles: readonly (readonly [string, ...number[]])[];
  /** Counts, level, lower and upper limit by mpmath and by R. */
  readonly intervals?: readonly (readonly number[])[];
}

interface Check {
  readonly what: string;
  readonly ours: number;
  readonly mpmath: number;
  readonly r: number | null;
  readonly tolerance: number;
}

const functions = distributions as unknown as Record<string, (...args: readonly number[]) => number>;
const here = new URL(".", import.meta.url);
const names = readdirSync(here).flatMap((file) => /^(\w+)\.golden\.json$/.exec(file)?.[1] ?? []);
const discrete = new Set(["binomial", "poisson"]);

function read(name: string): Golden {
  return JSON.parse(readFileSync(new URL(`${name}.golden.json`, here), "utf8")) as Golden;
}

function error(value: number, truth: number): number {
  return truth === 0 ? Math.abs(value) : Math.abs(value / truth - 1);
}

function pointChecks(name: string, golden: Golden, kind: number): Check[] {
  const density = discrete.has(name) ? "Pmf" : "Pdf";
  const callee = `${name}${[density, "Cdf", "Sf"][kind]}`;
  const width = golden.parameters + 1;
  return golden.points
    .filter((row) => row[width + kind] !== 0)
    .map((row) => {
      const args = row.slice(0, width) as number[];
      const truth = row[width + kind]!;
      return {
        what: `${callee}(${args.join(", ")})`,
        ours: functions[callee]!(...args),
        mpmath: truth,
        r: row[width + 3 + kind]!,
        tolerance: truth > 1e-30 ? 1e-12 : 1e-10,
      };
    });
}

function quantileChecks(name: string, golden: Golden): Check[] {
  return golden.quantiles.map(([side, ...row]) => {
    const args = row.slice(0, golden.parameters + 1);
    const ours = functions[`${name}Quantile${side === "upper" ? "Upper" : ""}`]!(...args);
    const what = `${name} ${side} (${args.join(", ")})`;
    const tolerance = discrete.has(name) ? 0 : 1e-10;
    return { what, ours, mpmath: row[args.length]!, r: row[args.length + 1]!, tolerance };
  });
}

function expectAll(checks: readonly Check[]): void {
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.filter(({ ours, mpmath, tolerance }) => !(error(ours, mpmath) <= tolerance))).toEqual([]);
}

// R is the second oracle wherever it agrees with mpmath; `known` is how often it does not, from the goldens themselves
function expectAgreementWithR(checks: readonly Check[], known: number): void {
  const usable = checks.filter(({ r, mpmath }) => r !== null && error(r, mpmath) <= 1e-9);
  expect(checks.length - usable.length).toBe(known);
  expect(usable.filter(({ ours, r }) => !(error(ours, r!) <= 2e-9))).toEqual([]);
}

/** Rows of each golden file at which R 4.2.2 is more than 1e-9 from mpmath or gives no number: `qf` and `qt` far out. */
const whereRErrs: Record<string, number> = { f: 24, t: 4 };

it("every distribution has its golden numbers", () => {
  expect(names.sort()).toEqual(["beta", "binomial", "chiSquare", "f", "gamma", "normal", "poisson", "t"]);
});

describe.each(names)("%s", (name) => {
  const golden = read(name);
  const kinds = [0, 1, 2].map((kind) => pointChecks(name, golden, kind));
  const quantiles = quantileChecks(name, golden);

  it("density is within 1e-12 of mpmath", () => expectAll(kinds[0]!));
  it("lower tail is within 1e-12 of mpmath, 1e-10 under 1e-30", () => expectAll(kinds[1]!));
  it("upper tail is within 1e-12 of mpmath, 1e-10 under 1e-30", () => expectAll(kinds[2]!));
  it("quantiles from both sides equal those of mpmath", () => expectAll(quantiles));
  it("agrees with R wherever R agrees with mpmath", () => {
    expectAgreementWithR([...kinds.flat(), ...quantiles], whereRErrs[name] ?? 0);
  });
});

describe.each(["poisson", "binomial"] as const)("%s interval", (name) => {
  const make = functions[`${name}Interval`] as unknown as (
    ...args: readonly number[]
  ) => distributions.Limits;

  it("equals mpmath and R", () => {
    for (const row of read(name).intervals!) {
      const [lower, upper, lowerR, upperR] = row.slice(-4) as [number, number, number, number];
      const ours = make(...row.slice(0, -4));
      expect(error(ours.lower, lower)).toBeLessThan(1e-12);
      expect(error(ours.upper, upper)).toBeLessThan(1e-12);
      expect(error(ours.lower, lowerR)).toBeLessThan(1e-9);
      expect(error(ours.upper, upperR)).toBeLessThan(1e-9);
    }
  });
});
