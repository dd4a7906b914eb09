import { describe, expect, test } from "vitest";
import { type Format, isAccepted, type Measurement } from "../../../kernel/index.ts";
import {
  checkReader,
  mutations,
  type Outcome,
  type ReaderClaims,
} from "../../../testing/fuzz.test-support.ts";
import type { DistributionMeasurement, PositionsMeasurement, ZetaMeasurement } from "../measurement.ts";
import { zetaviewSet } from "../twins/zetaview.ts";
import { zetaviewPositions } from "./zetaview-positions.ts";
import { zetaviewProfile } from "./zetaview-profile.ts";
import { zetaviewSize } from "./zetaview-size.ts";

const truth = { median: 110, sigma: 0.3, concentration: 1e10, betweenPositions: 0.2, zetaPotential: -30 };
const plain = zetaviewSet({ truth, dilution: 500, traces: 600, seed: 1 });
const comma = zetaviewSet({ truth, dilution: 500, traces: 600, seed: 1, locale: "comma" });

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
const number = (cell: string) => Number(cell.replace(",", "."));

interface Subject<M extends Measurement> {
  readonly format: Format<M>;
  readonly at: 0 | 1 | 2;
  readonly claims: ReaderClaims<M>;
  /** What is lost in `read` as compared with the undamaged file, or null. */
  readonly lost: (read: M, whole: M) => string | null;
}

const size: Subject<DistributionMeasurement> = {
  format: zetaviewSize,
  at: 0,
  claims: {
    reread({ captures }, lines) {
      const start = lines.findIndex((line) => line.replaceAll("\0", "").trim() === "Size Distribution");
      const rows = lines.slice(start + 2).map((line) => line.replaceAll("\0", "").split("\t"));
      const table = rows
        .slice(
          0,
          rows.findIndex((row) => number(row[0]!) === -1),
        )
        .filter((row) => row[1]);
      const { counts, concentration } = captures[0]!.bins!;
      const column = (i: number) => table.map((row) => number(row[i]!)).join();
      if (column(1) !== counts!.join()) return "numbers differ from the linear table's";
      return column(2) === concentration.join() ? null : "concentrations differ from the linear table's";
    },
  },
  lost(read, whole) {
    const [a, b] = [read.captures[0]!.bins!, whole.captures[0]!.bins!];
    if (a.edges.length !== b.edges.length) return "bins";
    if (Math.abs(sum(a.counts!) - sum(b.counts!)) > 2) return "particles";
    const share = sum(a.concentration) / sum(b.concentration);
    return Math.abs(share - 1) > 0.005 ? "concentration" : null;
  },
};
const positions: Subject<PositionsMeasurement> = {
  format: zetaviewPositions,
  at: 1,
  claims: {},
  lost(read, whole) {
    if (read.table.columns[0]!.values.length !== whole.table.columns[0]!.values.length) return "positions";
    return Object.keys(read.stated).join() === Object.keys(whole.stated).join() ? null : "stated means";
  },
};
const profile: Subject<ZetaMeasurement> = {
  format: zetaviewProfile,
  at: 2,
  claims: { mayBeNegative: /^(zetaPotential|mobility|fwhm|table)/, mayBeMissing: /^table/ },
  lost(read, whole) {
    if (read.table.columns[0]!.values.length !== whole.table.columns[0]!.values.length) return "profile rows";
    return read.zetaPotential ? null : "zeta potential";
  },
};

/** Holds damaged copies to `checkReader`, and a reading without a warning to the undamaged file. */
async function hold<M extends Measurement>(
  { format, at, claims, lost }: Subject<M>,
  files: typeof plain,
  damaged: (bytes: Uint8Array) => Iterable<{ readonly label: string; readonly bytes: Uint8Array }>,
): Promise<Record<Outcome, number>> {
  const { name, bytes } = files[at]!;
  const result = await format.read(new Blob([bytes]), { name });
  if (!isAccepted(result)) throw new Error("the twin's own file was refused");
  const reread: ReaderClaims<M>["reread"] = (read, lines) => {
    const what = lost(read, result.value);
    return what ? `${what} lost` : (claims.reread?.(read, lines) ?? null);
  };
  const tally = { refused: 0, warned: 0, clean: 0 };
  expect(await checkReader(format, bytes, name, { ...claims, reread })).toBe("clean");
  for (const variant of damaged(bytes)) {
    try {
      tally[await checkReader(format, variant.bytes, name, { ...claims, reread })]++;
    } catch (error) {
      throw new Error(`${variant.label}: ${(error as Error).message}`, { cause: error });
    }
  }
  return tally;
}

function* cuts(bytes: Uint8Array, lengths: Iterable<number>) {
  for (const length of lengths) yield { label: `cut after ${length}`, bytes: bytes.slice(0, length) };
}
function* range(from: number, to: number, step = 1) {
  for (let length = from; length < to; length += step) yield length;
}

describe("cut short, nothing is read without a warning", () => {
  test("size: after each byte of the header and around the table's seams, each 97th between", async () => {
    const text = new TextDecoder("latin1").decode(plain[0]!.bytes);
    const [table, sentinel, end] = [text.indexOf("Size / nm"), text.indexOf("-1.000E+0"), text.length];
    const parts = [
      range(0, table + 200),
      range(table + 200, end, 97),
      range(sentinel - 120, sentinel + 120),
      range(end - 120, end),
    ];
    for (const part of parts) {
      expect((await hold(size, plain, (bytes) => cuts(bytes, part))).clean).toBe(0);
    }
  });
  test("positions: after each byte", async () => {
    const tally = await hold(positions, plain, (bytes) => cuts(bytes, range(0, bytes.length)));
    expect(tally.clean).toBe(0);
  });
  test("profile: after each byte up to its last line end", async () => {
    const tally = await hold(profile, plain, (bytes) => cuts(bytes, range(0, bytes.length - 1)));
    expect(tally.clean).toBe(0);
  });
});

describe("10,000 seeded mutations", () => {
  test.each([
    ["points", plain, 1],
    ["commas", comma, 2],
  ])("with decimal %s", async (_, files, seed) => {
    const random = (count: number) => (bytes: Uint8Array) => mutations(bytes, count, seed);
    const tallies = [
      await hold(size, files, random(600)),
      await hold(positions, files, random(2200)),
      await hold(profile, files, random(2200)),
    ];
    for (const tally of tallies) {
      expect(tally.refused).toBeGreaterThan(0);
      expect(tally.warned).toBeGreaterThan(0);
    }
  });
});
