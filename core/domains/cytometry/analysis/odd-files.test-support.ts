import { createRandom, type Random, type SheetRow } from "../../../kernel/index.ts";
import { fcsBytes, joined } from "../formats/fcs.test-support.ts";
import { writeFcs } from "../formats/fcs-write.ts";

/** Events of one kind: how many, and the median and the deviation of the logarithm in each channel; 0 where not named. */
export interface Cloud {
  readonly n: number;
  readonly of: Readonly<Record<string, readonly [median: number, logSd: number]>>;
}

export interface CloudFile {
  readonly seed: number;
  readonly clouds: readonly Cloud[];
  readonly seconds?: number;
  readonly instrument?: string;
  /** Background of every channel, a.u. */
  readonly noise?: number;
  readonly range?: number;
  /** Least value that the detector tells. */
  readonly floor?: number;
  readonly voltage?: string;
  readonly keywords?: Readonly<Record<string, string>>;
  /** Events at the end of the file without a number in FITC-A. */
  readonly notNumbers?: number;
  /** Half of the events come in a twentieth of the time. */
  readonly burst?: boolean;
  /** Without time channel and clock. */
  readonly timeless?: boolean;
}

const largest = 4_194_304;
const measured = ["SSC-A", "SSC-H", "FITC-A", "PE-A", "APC-A"] as const;

/** The bytes of an FCS file of clouds of events that come evenly in time. */
export function cloudFcs(options: CloudFile): Uint8Array<ArrayBuffer> {
  const { clouds, seconds = 30, range = largest, voltage = "500" } = options;
  const random = createRandom(options.seed).split("odd file");
  const events = shuffled(
    clouds.flatMap(({ n, of }) => Array.from({ length: n }, () => valuesOf(of, options, random))),
    random,
  );
  const times = events
    .map(() => random.uniform())
    .map((at) => (options.burst && random.uniform() < 0.5 ? 0.4 + at / 20 : at))
    .sort((a, b) => a - b);
  const columns = measured.map((_, c) => Float32Array.from(events, (values) => values[c]!));
  for (let i = 0; i < (options.notNumbers ?? 0); i++) columns[2]![events.length - 1 - i] = Number.NaN;
  const time = { name: "Time", range };
  return joined(
    ...writeFcs({
      channels: [
        ...(options.timeless ? [] : [time]),
        ...measured.map((name) => ({ name, range, voltage, gain: "1" })),
      ],
      columns: [
        ...(options.timeless ? [] : [Float32Array.from(times, (at) => Math.round(at * seconds * 1000))]),
        ...columns,
      ],
      keywords: Object.entries({
        $CYT: options.instrument ?? "Odd cytometer",
        $TR: "SSC-A,20",
        ...(options.timeless ? {} : { $TIMESTEP: "0.001" }),
        ...options.keywords,
      }),
    }),
  );
}

function valuesOf(
  of: Cloud["of"],
  { noise = 3, range = largest, floor = Number.NEGATIVE_INFINITY }: CloudFile,
  random: Random,
): number[] {
  const own = (name: string) => {
    const [median, logSd] = of[name] ?? [0, 0];
    return (median > 0 ? random.lognormal(Math.log(median), logSd) : 0) + noise * random.normal();
  };
  const area = own("SSC-A");
  const values = [area, area * (0.9 + 0.01 * random.normal()), own("FITC-A"), own("PE-A"), own("APC-A")];
  return values.map((value) => Math.max(floor, Math.min(range - 1, value)));
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random.uniform() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Two data sets in one file, each with as many events of lognormal scatter and PE. */
export function twoDataSets(seed: number, n: number): Uint8Array<ArrayBuffer> {
  const one = (next: string, part: number) => {
    const random = createRandom(seed).split("data set", part);
    const values = Float32Array.from({ length: 2 * n }, () => random.lognormal(Math.log(200), 0.4));
    const channel = (at: number, name: string) => ({
      [`$P${at}N`]: name,
      [`$P${at}B`]: "32",
      [`$P${at}E`]: "0,0",
      [`$P${at}R`]: "4194304",
    });
    return fcsBytes({
      text: {
        $CYT: "Odd cytometer",
        $DATATYPE: "F",
        $TOT: String(n),
        $NEXTDATA: next,
        $VOL: "20000",
        ...channel(1, "SSC-A"),
        ...channel(2, "PE-A"),
      },
      data: new Uint8Array(values.buffer),
    });
  };
  const { length } = one("0".repeat(8), 1);
  return joined(one(String(length).padStart(8, "0"), 1), one("0".repeat(8), 2));
}

/** A row of the sheet; the columns of this room go into `extra`. */
export function sheetRow(
  file: string,
  cells: Partial<Omit<SheetRow, "line" | "file" | "extra">> & { readonly sample: string },
  extra: Readonly<Record<string, string>> = {},
): SheetRow {
  return { line: 2, file, role: "sample", ...cells, extra };
}
