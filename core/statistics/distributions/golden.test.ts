import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as distributions from "./index.ts";

type Row = readonly (number | null)[];
interface Golden {
  readonly maker: string;
  readonly parameters: number;
  readonly points: readonly Row[];
  readonly quantiles: readonly (readonly [string, ...number[]])[];
}

type Numeric = (...args: readonly number[]) => number;
const functions = distributions as unknown as Record<string, Numeric>;
const here = new URL(".", import.meta.url);
const names = readdirSync(here).flatMap((file) => /^(\w+)\.golden\.json$/.exec(file)?.[1] ?? []);

function read(name: string): Golden {
  return JSON.parse(readFileSync(new URL(`${name}.golden.json`, here), "utf8")) as Golden;
}

function relativeError(value: number, truth: number): number {
  if (truth === 0) return Math.abs(value);
  return Math.abs(value / truth - 1);
}

/** Ordinary: the probability is over 1e-30. */
const ordinary = 1e-12;
const farTail = 1e-10;

describe.each(names)("%s", (name) => {
  const golden = read(name);
  const width = golden.parameters;
  const density = functions[`${name}Pdf`] ?? functions[`${name}Pmf`]!;
  const kinds = [density, functions[`${name}Cdf`]!, functions[`${name}Sf`]!];

  it.each(["density", "lower tail", "upper tail"].map((title, k) => [title, k] as const))(
    "%s equals mpmath at every point of the grid",
    (_title, k) => {
      const worst = golden.points
        .filter((row) => row[1 + width + k] !== 0)
        .map((row) => {
          const args = row.slice(0, 1 + width) as number[];
          const truth = row[1 + width + k]!;
          const error = relativeError(kinds[k]!(...args), truth);
          return { args, truth, error, excess: error / (truth > 1e-30 ? ordinary : farTail) };
        })
        .filter(({ excess }) => !(excess <= 1));
      expect(worst).toEqual([]);
    },
  );
});
