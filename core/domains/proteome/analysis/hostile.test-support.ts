import { expect } from "vitest";
import { createRandom, type Json } from "../../../kernel/index.ts";
import { type AnalysedProteome, analysed, type Cells, values } from "./run-study.test-support.ts";

export const runs: readonly string[] = ["a1", "a2", "a3", "b1", "b2", "b3"];
export const file = "proteinGroups.txt";
export type Line = [id: string, ...cells: string[]];

/** A table with the columns of MaxQuant's proteinGroups.txt that the room needs. */
export function table(rows: readonly Line[], names: readonly string[] = runs): string {
  const head = ["Protein IDs", "Majority protein IDs", "Peptide counts (all)", "Gene names"];
  const lines = [
    [...head, ...names.map((run) => `LFQ intensity ${run}`)],
    ...rows.map(([id, ...cells]) => [id, id, "3", id, ...cells]),
  ];
  return lines.map((cells) => `${cells.join("\t")}\n`).join("");
}

/** Rows of which the first five are four times higher in the runs of `a`. */
export function lines(count = 40, names: readonly string[] = runs): Line[] {
  const random = createRandom(5);
  return Array.from({ length: count }, (_, at): Line => {
    const own = random.split("row", at);
    const cells = names.map((run) => Math.round(own.lognormal(16, 0.2) * (at < 5 && run < "b" ? 4 : 1)));
    return [`P${at}`, ...cells.map(String)];
  });
}

/** Each run a sample of a donor of its own, in the condition of its first letter. */
export function sheet(names: readonly string[] = runs): Cells[] {
  return names.map((run) => ({
    ...{ file, capture: run, sample: run, role: "sample", donor: run, condition: run.slice(0, 1) },
  }));
}

export function study(text: string, rows: readonly Cells[] = sheet(), parameters: Json = {}) {
  return analysed({ files: [{ name: file, bytes: new TextEncoder().encode(text) }], rows, parameters });
}

/** The usual table after a change. */
export function altered(change: (rows: Line[]) => void): string {
  const rows = lines();
  change(rows);
  return table(rows);
}

/** Counts by reason of what was not tested or left out. */
export function reasons({ estimates }: AnalysedProteome, id: string): Record<string, number> {
  return Object.fromEntries(
    estimates
      .filter((one) => one.id === `proteome.${id}`)
      .map(({ qualifiers, value }) => [qualifiers.reason ?? "", value]),
  );
}

/** What a study of bad input says: codes of issues, and how many rows were tested (null: no contrast was made). */
export interface Told {
  readonly text?: string;
  readonly rows?: ReturnType<typeof sheet>;
  readonly parameters?: Json;
  readonly codes: readonly string[];
  readonly tested: number | null;
  readonly notTested?: Readonly<Record<string, number>>;
  readonly leftOut?: Readonly<Record<string, number>>;
  readonly unused?: number;
}

export async function holds({ text, rows, parameters, ...told }: Told): Promise<AnalysedProteome> {
  const result = await study(text ?? table(lines()), rows ?? sheet(), parameters ?? {});
  expect(result.codes).toEqual(told.codes);
  expect(values(result, "tested")[0] ?? null).toBe(told.tested);
  expect(reasons(result, "notTested")).toEqual(told.notTested ?? {});
  expect(reasons(result, "rowsLeftOut")).toEqual(told.leftOut ?? {});
  expect(values(result, "runsUnused")[0]).toBe(told.unused);
  return result;
}

/** Every value of the usual table in place of its own. */
export const all = (cell: string): Line[] => lines().map(([id]) => [id, ...runs.map(() => cell)]);
