import { describe, expect, test } from "vitest";
import type { EventData } from "../../measurement.ts";
import { eventData, fullPlan, uniform } from "./events.test-support.ts";
import { type EventGate, emptyPlan } from "./plan.ts";
import { runEvents } from "./run.ts";
import { spectrumBin, spectrumSum } from "./tally.ts";

const next = uniform(77);
const rows = Array.from({ length: 10_007 }, () =>
  Array.from({ length: 6 }, () => Math.fround(next() < 0.3 ? 60 * next() - 30 : 10 ** (3.1 * next()))),
);
const data = eventData(
  rows[0]!.map(() => ({})),
  rows,
  false,
);
const { channels, inverse } = fullPlan.compensation!;

/** Straight from the definitions in double precision. */
const trueRows = rows.map((row) =>
  row.map((value, c) => {
    const output = channels.indexOf(c);
    return output < 0 ? value : channels.reduce((sum, from, i) => sum + row[from]! * inverse[i]![output]!, 0);
  }),
);
const place = (x: number) => Math.asinh(x / 150) / 10;

function inGates(row: readonly number[]): boolean[] {
  const [x, y] = [row[0]!, row[1]!];
  const { vertices } = fullPlan.gates[1] as Extract<EventGate, { kind: "polygon" }>;
  let angle = 0;
  vertices.forEach(([ax, ay], i) => {
    const [bx, by] = vertices[(i + 1) % vertices.length]!;
    const turn = Math.atan2(by - y, bx - x) - Math.atan2(ay - y, ax - x);
    angle += turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
  });
  const polygon = Math.abs(angle) > 1;
  const rectangle = polygon && place(row[2]!) >= 0.05 && place(row[2]!) < 0.4 && x < 700.1;
  const [u, v] = [place(row[3]!) - 0.2, place(row[4]!) - 0.15];
  const ellipse = (0.01 * u * u - 0.01 * u * v + 0.02 * v * v) / (0.0002 - 0.000025) <= 2;
  return [polygon && (rectangle || !ellipse), polygon, rectangle, ellipse, !polygon, !rectangle && ellipse];
}

describe("counts", () => {
  const inside = trueRows.map(inGates);

  test("of gates are those of their definitions in double precision", async () => {
    const { gates, usable } = await runEvents(data, fullPlan);
    expect(usable).toBe(rows.length);
    expect(gates).toEqual(gates.map((_, g) => inside.filter((one) => one[g]).length));
    for (const count of gates) expect(count).toBeGreaterThan(100);
  });

  test("of a 2-D histogram stand in the cell of each event, the rest outside", async () => {
    const { histograms2d, gates } = await runEvents(data, fullPlan);
    const { bins, xRange, yRange } = fullPlan.histograms2d[1]!;
    const cell = (y: number, [from, to]: readonly [number, number]) =>
      Math.floor(((y - from) / (to - from)) * bins);
    const expected = new Uint32Array(bins * bins);
    trueRows.forEach((row, i) => {
      const x = cell(place(row[2]!), xRange);
      const y = cell(place(row[5]!), yRange);
      if (inside[i]![0] && x >= 0 && x < bins && y >= 0 && y < bins) expected[y * bins + x]!++;
    });
    const { counts, outside } = histograms2d[1]!;
    expect(outside + counts.reduce((a, b) => a + b)).toBe(gates[0]);
    expect(outside).toBeGreaterThan(0);
    const moved = counts.reduce((sum, count, i) => sum + Math.abs(count - expected[i]!), 0);
    expect(moved).toBeLessThanOrEqual(2);
  });

  test("of a spectrum hold every value in its bin, with exact sum and ends", async () => {
    const { spectra } = await runEvents(data, fullPlan);
    const values = rows.map((row) => row[0]!);
    const [all] = spectra;
    expect(all!.events).toBe(values.length);
    expect([all!.least, all!.greatest]).toEqual([Math.min(...values), Math.max(...values)]);
    expect(spectrumSum(all!)).toBeCloseTo(
      values.reduce((a, b) => a + b),
      6,
    );
    for (const { index, count } of all!.bins) {
      const { from, to } = spectrumBin(index);
      const held = values.filter((x) =>
        index < 8192 ? x >= from && x < to && !Object.is(x, -0) : x <= from && x > to,
      );
      expect(held.length).toBe(count);
    }
  });

  test("along time are those of equal slices", async () => {
    const { profiles } = await runEvents(data, fullPlan);
    const expected = new Uint32Array(20);
    rows.forEach((row, i) => {
      const slice = Math.floor((row[1]! - 100) / 35);
      if (inside[i]![1] && row[1]! >= 100 && row[1]! < 800) expected[slice]!++;
    });
    expect(profiles[0]!.counts).toEqual(expected);
  });

  test("along a compensated channel on a scale are told with those below and above", async () => {
    const { profiles, gates } = await runEvents(data, fullPlan);
    const { slices, from, to } = fullPlan.profiles[1]!;
    const expected = { counts: new Uint32Array(slices), below: 0, above: 0 };
    trueRows.forEach((row, i) => {
      if (!inside[i]![4]) return;
      const slice = Math.floor(((place(row[3]!) - from) / (to - from)) * slices);
      if (slice < 0) expected.below++;
      else if (slice >= slices) expected.above++;
      else expected.counts[slice]!++;
    });
    expect(profiles[1]).toEqual(expected);
    expect(expected.counts.reduce((a, b) => a + b, expected.below + expected.above)).toBe(gates[4]);
    expect(Math.min(expected.below, expected.above)).toBeGreaterThan(10);
  });

  test("leave a sample that is evenly strided over the file, with its gates", async () => {
    const { sample } = await runEvents(data, fullPlan);
    const events = Array.from({ length: 300 }, (_, row) => Math.floor((row * rows.length) / 300));
    expect([...sample!.events]).toEqual(events);
    expect([...sample!.values[0]!]).toEqual(events.map((e) => rows[e]![0]));
    expect([...sample!.gates[1]!]).toEqual(events.map((e) => (inside[e]![1] ? 1 : 0)));
  });
});

test("bins far from 0 are as even as the values allow", async () => {
  const times = Array.from({ length: 1000 }, (_, i) => [1e6 + i / 16]);
  const axis = { channel: 0, compensated: false, scale: null };
  const profile = { gate: -1, axis, slices: 10, from: 1e6, to: 1e6 + 62.5 };
  const { profiles } = await runEvents(eventData([{}], times, true), { ...emptyPlan, profiles: [profile] });
  expect(profiles).toEqual([{ counts: new Uint32Array(10).fill(100), below: 0, above: 0 }]);
  const nowhere = { ...emptyPlan, profiles: [{ ...profile, to: 1e6 }] };
  await expect(runEvents(eventData([{}], times, true), nowhere)).rejects.toThrow("10 bins from");
});

describe("gates", () => {
  const grid = Array.from({ length: 49 }, (_, i) => [Math.floor(i / 7) / 2, (i % 7) / 2]);
  const axis = (channel: number) => ({ channel, compensated: false, scale: null });
  const insideOf = async (gate: EventGate, points: readonly (readonly number[])[]) => {
    const [count] = (await runEvents(eventData([{}, {}], points, true), { ...emptyPlan, gates: [gate] }))
      .gates;
    return count;
  };

  test("include the edges and vertices of a polygon", async () => {
    const polygon = (vertices: [number, number][]): EventGate => ({
      kind: "polygon",
      axes: [axis(0), axis(1)],
      vertices,
      parent: -1,
    });
    expect(
      await insideOf(
        polygon([
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 2],
        ]),
        grid,
      ),
    ).toBe(9);
    expect(
      await insideOf(
        polygon([
          [0, 0],
          [3, 0],
          [0, 3],
        ]),
        grid,
      ),
    ).toBe(28);
  });

  test("include the least and exclude the greatest value of a rectangle, compared as double precision", async () => {
    const between = (min: number | null, max: number | null): EventGate => ({
      kind: "rectangle",
      bounds: [{ axis: axis(0), min, max }],
      parent: -1,
    });
    const near = [-0.1, 0.1, -0.30000001192092896, 0.30000001192092896, 1].map((x) => [Math.fround(x), 0]);
    for (const limit of [0.1, -0.1, 0.3, -0.3, 1, 1e-50, -1e-50, 0]) {
      expect(await insideOf(between(limit, null), near)).toBe(near.filter(([x]) => x! >= limit).length);
      expect(await insideOf(between(null, limit), near)).toBe(near.filter(([x]) => x! < limit).length);
    }
  });

  test("that name what is not there, or themselves, throw", async () => {
    const boolean = (gate: number): EventGate => ({
      kind: "boolean",
      operator: "not",
      operands: [{ gate, complement: false }],
      parent: -1,
    });
    await expect(insideOf(boolean(0), grid)).rejects.toThrow("rests on itself");
    await expect(insideOf(boolean(4), grid)).rejects.toThrow("gate 4 of 1");
    const rectangle: EventGate = {
      kind: "rectangle",
      bounds: [{ axis: axis(9), min: 0, max: 1 }],
      parent: -1,
    };
    await expect(insideOf(rectangle, grid)).rejects.toThrow("channel 9 of 2");
  });
});

test("values of every kind of field are linear as written", async () => {
  const kinds = [
    { kind: "uint", bytes: 2, mask: 1023, logarithmic: { decades: 4, first: 0.5, range: 1024 } },
    { kind: "uint", bytes: 4, mask: 2 ** 20 - 1, logarithmic: { decades: 5, first: 1, range: 2 ** 20 } },
    { kind: "uint", bytes: 3, mask: 2 ** 20 - 1, factor: 0.25 },
    { kind: "uint", bytes: 8, mask: 2 ** 40 - 1 },
    { kind: "float", bytes: 8, factor: 0.01 },
    { kind: "uint", bytes: 4, mask: null },
  ] as const;
  const raw = [0xf3ff, 0x7ff0_1234, 0xabcdef, 2 ** 45 + 2 ** 39 + 7, -123.456, 0xffff_fffe];
  const linear = [
    0.5 * 10 ** ((4 * 1023) / 1024),
    10 ** ((5 * (0x7ff0_1234 % 2 ** 20)) / 2 ** 20),
    0.25 * (0xabcdef % 2 ** 20),
    2 ** 39 + 7,
    -1.23456,
    0xffff_fffe,
  ];
  for (const littleEndian of [true, false]) {
    const one = eventData(kinds, [raw, raw], littleEndian);
    const asked = kinds.map((_, channel) => ({ channel, compensated: false }));
    const { sample } = await runEvents(one, { ...emptyPlan, sample: { rows: 2, channels: asked } });
    expect(sample!.values.map(([first, second]) => [first, second])).toEqual(
      linear.map((value) => [Math.fround(value), Math.fround(value)]),
    );
  }
});

test("events are found beyond 2^33 bytes, by slices and straight into memory", async () => {
  const begin = 2 ** 33 + 12_345;
  class FarBlob extends Blob {
    override slice(start = 0, end = 0): Blob {
      return data.blob.slice(start - begin + data.begin, end - begin + data.begin);
    }
  }
  class DirectFarBlob extends FarBlob {
    readInto(target: Uint8Array, start: number): void {
      const at = start - begin + data.begin;
      target.set(bytes.subarray(at, at + target.length));
    }
  }
  const bytes = new Uint8Array(await data.blob.arrayBuffer());
  const near = await runEvents(data, fullPlan);
  const far = (blob: Blob): EventData => ({ ...data, blob, begin });
  expect(await runEvents(far(new FarBlob()), fullPlan)).toEqual(near);
  expect(await runEvents(far(new DirectFarBlob()), fullPlan)).toEqual(near);
});
