import { describe, expect, test } from "vitest";
import { type Format, isAccepted, type Measurement, type Result } from "../../../kernel/index.ts";
import { Random } from "../../../kernel/random.ts";
import type { DistributionMeasurement, PositionsMeasurement, ZetaMeasurement } from "../measurement.ts";
import { zetaviewSet } from "../twins/zetaview.ts";
import { zetaviewPositions } from "./zetaview-positions.ts";
import { zetaviewProfile } from "./zetaview-profile.ts";
import { zetaviewSize } from "./zetaview-size.ts";

const truth = { median: 110, sigma: 0.3, concentration: 1e10, betweenPositions: 0.2, zetaPotential: -30 };
const [size, positions, profile] = zetaviewSet({ truth, dilution: 500, traces: 600, seed: 1 });

const below = (random: Random, n: number) => Math.floor(random.uniform() * n);
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** One damage: a changed byte, a lost, repeated or inserted stretch, a lost line, or a cut. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const at = below(random, bytes.length);
  const to = Math.min(bytes.length, at + 1 + below(random, 40));
  const line = bytes.indexOf(10, at) + 1;
  const lineEnd = bytes.indexOf(10, line) + 1;
  switch (below(random, 6)) {
    case 0: {
      const copy = Uint8Array.from(bytes);
      copy[at] = below(random, 256);
      return copy;
    }
    case 1:
      return joined(bytes.subarray(0, at), bytes.subarray(to));
    case 2:
      return joined(bytes.subarray(0, to), bytes.subarray(at));
    case 3: {
      const noise = Uint8Array.from({ length: 8 }, () => below(random, 256));
      return joined(bytes.subarray(0, at), noise, bytes.subarray(at));
    }
    case 4:
      return line > 0 && lineEnd > line
        ? joined(bytes.subarray(0, line), bytes.subarray(lineEnd))
        : Uint8Array.from(bytes);
    default:
      return Uint8Array.from(bytes.subarray(0, at));
  }
}

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
const within = (a: number, b: number, share: number) => Math.abs(a - b) <= share * Math.abs(b);

interface Subject<M extends Measurement> {
  readonly format: Format<M>;
  readonly file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
  /** True where `read` says of the sample what `whole` does. */
  readonly same: (read: M, whole: M) => boolean;
}

const sizeSubject: Subject<DistributionMeasurement> = {
  format: zetaviewSize,
  file: size!,
  same(read, whole) {
    const [a, b] = [read.captures[0]!.bins, whole.captures[0]!.bins!];
    if (!a || a.edges.length !== b.edges.length) return false;
    return (
      Math.abs(sum(a.counts!) - sum(b.counts!)) <= 2 &&
      within(sum(a.concentration), sum(b.concentration), 0.005)
    );
  },
};
const positionSubject: Subject<PositionsMeasurement> = {
  format: zetaviewPositions,
  file: positions!,
  same: (read, whole) =>
    read.table.columns[0]!.values.length === whole.table.columns[0]!.values.length &&
    Object.keys(read.stated).length === Object.keys(whole.stated).length,
};
const profileSubject: Subject<ZetaMeasurement> = {
  format: zetaviewProfile,
  file: profile!,
  same: (read, whole) =>
    read.table.columns[0]!.values.length === whole.table.columns[0]!.values.length &&
    read.zetaPotential !== null,
};

/** Reads damaged bytes; fails on a throw, on more than a second, and on a loss that nothing is said of. */
async function check<M extends Measurement>(
  subject: Subject<M>,
  whole: M,
  bytes: Uint8Array<ArrayBuffer>,
  label: string,
): Promise<void> {
  const { format, file, same } = subject;
  const start = performance.now();
  format.sniff(bytes.subarray(0, 65536), file.name);
  const result: Result<M> = await format.read(new Blob([bytes]), { name: file.name });
  if (performance.now() - start > 1000) expect.fail(`${label}: took more than a second`);
  if (!isAccepted(result)) {
    if (!result.issues.some((issue) => issue.severity === "error"))
      expect.fail(`${label}: refused without an error`);
    return;
  }
  const told = result.warnings.some((issue) => issue.severity !== "note");
  if (!told && !same(result.value, whole)) expect.fail(`${label}: a loss that nothing is said of`);
}

async function wholeOf<M extends Measurement>({ format, file }: Subject<M>): Promise<M> {
  const result = await format.read(new Blob([file.bytes]), { name: file.name });
  if (!isAccepted(result)) throw new Error("the twin's own file was refused");
  expect(result.warnings).toEqual([]);
  return result.value;
}

async function mutate<M extends Measurement>(subject: Subject<M>, times: number) {
  const whole = await wholeOf(subject);
  const random = new Random(20250219).split(subject.format.id);
  for (let i = 0; i < times; i++) {
    const bytes = damaged(subject.file.bytes, random.split("mutation", i));
    await check(subject, whole, bytes, `mutation ${i}`);
  }
}

async function cut<M extends Measurement>(subject: Subject<M>, lengths: Iterable<number>) {
  const whole = await wholeOf(subject);
  for (const length of lengths) {
    await check(subject, whole, subject.file.bytes.slice(0, length), `cut at ${length}`);
  }
}

function* everyByte(from: number, to: number, step = 1) {
  for (let length = from; length < to; length += step) yield length;
}

describe("cut short", () => {
  const end = size!.bytes.length;
  const table = new TextDecoder("latin1").decode(size!.bytes).indexOf("Size / nm");
  const sentinel = new TextDecoder("latin1").decode(size!.bytes).indexOf("-1.000E+0");
  test("size: each byte of the header and around the table's seams, each 29th between", async () => {
    await cut(sizeSubject, everyByte(0, table + 200));
    await cut(sizeSubject, everyByte(table + 200, end, 29));
    await cut(sizeSubject, everyByte(sentinel - 120, sentinel + 120));
    await cut(sizeSubject, everyByte(end - 120, end));
  });
  test("positions: each byte", () => cut(positionSubject, everyByte(0, positions!.bytes.length)));
  test("profile: each byte", () => cut(profileSubject, everyByte(0, profile!.bytes.length)));
});

describe("10,000 seeded mutations", () => {
  test("size: 3000", () => mutate(sizeSubject, 3000));
  test("positions: 3500", () => mutate(positionSubject, 3500));
  test("profile: 3500", () => mutate(profileSubject, 3500));
});
