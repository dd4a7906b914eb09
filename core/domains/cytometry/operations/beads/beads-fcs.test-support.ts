import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";

const folder = join(process.env.VESICA_DATA ?? "../shared/data", "flow-cytometry");

/** For tests: a group that reads a real file; where the file is not there, one skipped test that says so. */
export function describeFile(name: string, title: string, body: () => void): void {
  if (existsSync(join(folder, name))) describe(title, body);
  else test.skip(`${title}: not run, ${name} is not in the data folder`, () => {});
}

export interface Events {
  readonly n: number;
  /** Linear values of the channel `$PnN`. */
  column(name: string): Float64Array;
}

/** For tests: the first data set of an FCS file of whole-byte integers or floats, log amplification undone. */
export function readEvents(name: string): Events {
  const bytes = readFileSync(join(folder, name));
  const header = (from: number) => Number(bytes.toString("latin1", from, from + 8));
  const keywords = new Map<string, string>();
  const segment = (begin: number, end: number) => {
    const text = bytes.toString("latin1", begin, end + 1);
    const words = text.slice(1).split(text[0]!);
    for (let k = 0; k + 1 < words.length; k += 2) keywords.set(words[k]!.trim().toUpperCase(), words[k + 1]!);
  };
  segment(header(10), header(18));
  const number = (key: string) => Number(keywords.get(key) ?? 0);
  if (number("$BEGINSTEXT") > 0) segment(number("$BEGINSTEXT"), number("$ENDSTEXT"));
  const parameters = Array.from({ length: number("$PAR") }, (_, k) => k + 1);
  const sizes = parameters.map((p) => number(`$P${p}B`) / 8);
  const eventSize = sizes.reduce((a, b) => a + b, 0);
  const isLittle = keywords.get("$BYTEORD")!.startsWith("1");
  const isFloat = keywords.get("$DATATYPE") === "F";
  const n = number("$TOT");
  const begin = number("$BEGINDATA") || header(26);
  const column = (wanted: string) => {
    const p = parameters.findIndex((k) => keywords.get(`$P${k}N`)!.trim() === wanted);
    if (p < 0) throw new Error(`no channel ${wanted}`);
    const offset = begin + sizes.slice(0, p).reduce((a, b) => a + b, 0);
    const [decades, first] = (keywords.get(`$P${p + 1}E`) ?? "0,0").split(",").map(Number) as [
      number,
      number,
    ];
    const range = number(`$P${p + 1}R`);
    return Float64Array.from({ length: n }, (_, i) => {
      const at = offset + i * eventSize;
      if (isFloat) return isLittle ? bytes.readFloatLE(at) : bytes.readFloatBE(at);
      const raw = isLittle ? bytes.readUIntLE(at, sizes[p]!) : bytes.readUIntBE(at, sizes[p]!);
      return decades > 0 ? (first || 1) * 10 ** ((decades * raw) / range) : raw;
    });
  };
  return { n, column };
}
