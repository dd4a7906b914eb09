import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { temporary, vesica } from "./vesica.test-support.ts";

/** Where the real files are; the tests that need them say where they are not. */
export const realData = process.env.VESICA_DATA ?? "../shared/data";

/** Whether all of these files, below `realData`, are there. */
export function hasReal(...paths: readonly string[]): boolean {
  const found = paths.every((path) => existsSync(join(realData, path)));
  if (!found) console.log(`not at ${realData}: ${paths.join(", ")}`);
  return found;
}

/** A row of a table of results, by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

export interface RealRun {
  readonly status: number | null;
  /** What the command said, output and warnings. */
  readonly told: string;
  readonly estimates: readonly Row[];
  readonly findings: readonly Row[];
  /** Value of the only estimate with this id, of a group or sample, and with this among its qualifiers. */
  value(id: string, of?: string, qualifier?: string): number;
  table(name: string): readonly Row[];
  readonly report: string;
}

/** Runs `vesica run` on a folder of its own with copies of real files beside the given sheet and study.yaml. */
export async function realRun(
  files: Readonly<Record<string, string>>,
  sheet: string,
  yaml: string,
): Promise<RealRun> {
  const copies = Object.entries(files).map(([name, path]) => [
    name,
    new Uint8Array(readFileSync(join(realData, path))),
  ]);
  const place = temporary({ ...Object.fromEntries(copies), "samples.csv": sheet, "study.yaml": yaml });
  try {
    const { status, out, err } = await vesica(["run", place.folder], { shipped: true });
    const results = join(place.folder, "results");
    const report = readFileSync(join(results, "report.html"), "utf8");
    const tables = new Map(
      readdirSync(join(results, "tables")).map((name) => [
        name.replace(/\.csv$/, ""),
        rowsOf(readFileSync(join(results, "tables", name), "utf8")),
      ]),
    );
    const table = (name: string) => tables.get(name) ?? [];
    const estimates = table("estimates");
    const value = (id: string, of = "", qualifier = "") => {
      const found = estimates.filter(
        (row) =>
          row.id === `proteome.${id}` &&
          (row.group || row.sample || "") === of &&
          row.qualifiers!.includes(qualifier),
      );
      if (found.length !== 1) throw new Error(`${found.length} estimates ${id} of ${of} with ${qualifier}`);
      return Number(found[0]!.value);
    };
    return { status, told: out + err, estimates, findings: table("findings"), value, table, report };
  } finally {
    place.remove();
  }
}

function rowsOf(text: string): readonly Row[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace(/^\ufeff/, "")
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end !== ",") rows.push([]);
  }
  const [head = [], ...body] = rows;
  return body
    .filter((row) => row.length === head.length)
    .map((row) => Object.fromEntries(row.map((cell, at) => [head[at]!, cell])));
}

/** The largest relative error of cells against golden numbers; differences below 1e-300 are none. */
export function relativeError(found: readonly (string | undefined)[], golden: readonly number[]): number {
  if (found.length !== golden.length) throw new Error(`${found.length} numbers, ${golden.length} golden`);
  return golden.reduce((worst, one, at) => {
    const difference = Math.abs(Number(found[at]) - one);
    const relative = difference === 0 ? 0 : difference / Math.max(Math.abs(one), 1e-300);
    return Number.isNaN(relative) ? Number.POSITIVE_INFINITY : Math.max(worst, relative);
  }, 0);
}
