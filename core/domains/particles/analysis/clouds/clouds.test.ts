import { describe, expect, test } from "vitest";
import type { AxisView, DensityRequest, FileContext, PointCloud } from "../../../../kernel/index.ts";
import { code, value } from "../../../../testing/results.test-support.ts";
import { readTracks } from "../../formats/nanosight-tracks.ts";
import { particles } from "../../index.ts";
import type { ParticlesMeasurement } from "../../measurement.ts";
import { nanosightPack } from "../../twins/nanosight.ts";
import { capture, distribution } from "../measurements.test-support.ts";
import { numbersOf } from "../positions.ts";

const context: FileContext = {
  file: "a.csv",
  rows: [],
  design: { title: "", question: "", parameters: {}, seed: 1 },
};
const cloudsOf = (measurement: ParticlesMeasurement) => particles.clouds!.of(measurement, context);

const twin = nanosightPack({
  truth: { distribution: { median: 110, sigma: 0.3 }, concentration: 3e11, dilution: 1000 },
  captures: 1,
  files: { singles: false, particleData: true, allTracks: false },
}).find(({ name }) => name.endsWith("ParticleData.csv"))!;
const tracks = value(readTracks(twin.bytes, "ParticleData", { name: twin.name }));
const included = numbersOf(tracks.table, "included");
const own = (name: string) => [...numbersOf(tracks.table, name)].filter((_, i) => included[i] === 1);
const [sizes, lengths] = [own("size"), own("trackLength")];
const [cloud] = cloudsOf(tracks) as [PointCloud];

const bins = 20;
const x: AxisView = { axis: "size", cofactor: null, from: 60, to: 180 };
const y: AxisView = { axis: "trackLength", cofactor: 5, from: 2, to: 20 };
const request: DensityRequest = { x, y, bins, within: null, gates: null };
const sum = (counts: Uint32Array) => counts.reduce((a, b) => a + b, 0);
const linearBin = (one: number) => Math.floor(((one - 60) / 120) * bins);
const asinhBin = (one: number) => {
  const [low, high] = [Math.asinh(2 / 5), Math.asinh(20 / 5)];
  return Math.floor(((Math.asinh(one / 5) - low) / (high - low)) * bins);
};

describe("a cloud of tracks", () => {
  test("holds the included tracks with diameter and length", () => {
    expect(cloud).toMatchObject({
      name: "",
      points: tracks.particles.included,
      suggested: { x: "size", y: "trackLength" },
    });
    expect(cloud.axes.map(({ id, unit }) => [id, unit])).toEqual([
      ["size", "nm"],
      ["trackLength", "{frames}"],
    ]);
    expect(particles.clouds).toMatchObject({ gatesKey: null, populationKey: null });
  });

  test("gives the density of particles binned one by one", async () => {
    const counts = new Uint32Array(bins * bins);
    let outside = 0;
    sizes.forEach((size, i) => {
      const [column, row] = [linearBin(size), asinhBin(lengths[i]!)];
      if ([column, row].every((at) => at >= 0 && at < bins)) counts[row * bins + column]!++;
      else outside++;
    });
    const total = sizes.length;
    expect(value(await cloud.density(request))).toEqual({
      counts,
      outside,
      within: total,
      total,
      unusable: 0,
      gates: [],
    });
    expect(sum(counts)).toBeGreaterThan(100);
    expect(outside).toBeGreaterThan(10);
  });

  test("gives a histogram with those below and above", async () => {
    const found = value(await cloud.histogram({ ...request, gates: [] }));
    const counts = new Uint32Array(bins);
    for (const size of sizes) if (linearBin(size) >= 0 && linearBin(size) < bins) counts[linearBin(size)]!++;
    expect(found.counts).toEqual(counts);
    expect(found.below).toBe(sizes.filter((size) => size < 60).length);
    expect(found.above).toBe(sizes.filter((size) => size >= 180).length);
    expect(sum(counts) + found.below + found.above).toBe(found.within);
  });

  test.each(["size", "trackLength"])("shows all of %s at first", async (axis) => {
    const view = value(await cloud.view(axis));
    const found = value(await cloud.histogram({ ...request, x: view }));
    expect([found.below, found.above, sum(found.counts)]).toEqual([0, 0, sizes.length]);
  });

  test.each<[string, Partial<DensityRequest>]>([
    ["particles-cloud-axis-unknown", { x: { ...x, axis: "included" } }],
    ["particles-cloud-view-invalid", { y: { ...y, to: Number.NaN } }],
    ["particles-cloud-view-invalid", { x: { ...x, from: 180 } }],
    ["particles-cloud-bins", { bins: 0 }],
    ["particles-cloud-bins", { bins: 5000 }],
    ["particles-cloud-gates", { within: "g" }],
    ["particles-cloud-gates", { gates: [{ kind: "rectangle" }] }],
  ])("refuses a hostile request: %s", async (wanted, given) => {
    expect(code(await cloud.density({ ...request, ...given }))).toBe(wanted);
  });

  test("refuses a view of no axis, and stops when aborted", async () => {
    expect(code(await cloud.view("Nowhere"))).toBe("particles-cloud-axis-unknown");
    await expect(cloud.density(request, { signal: AbortSignal.abort() })).rejects.toThrow("abort");
  });
});

describe("a cloud of a particle list", () => {
  const listed = (name: string, ...diameters: number[]) =>
    capture(name, { bins: null, diameters: Float64Array.from(diameters) });

  test("has the diameter alone, a cloud for each capture by name", async () => {
    const clouds = cloudsOf(
      distribution([listed("one", 80, 90, Number.NaN), capture("bins"), listed("two")]),
    );
    expect(clouds.map(({ name, points, suggested }) => [name, points, suggested])).toEqual([
      ["one", 3, { x: "size", y: null }],
      ["two", 0, { x: "size", y: null }],
    ]);
    const found = value(await clouds[0]!.histogram(request));
    expect([found.total, found.unusable, sum(found.counts)]).toEqual([2, 1, 2]);
    expect(value(await clouds[1]!.view("size"))).toMatchObject({ from: 0, to: 1 });
    expect(cloudsOf(distribution([listed("only", 80)]))[0]!.name).toBe("");
  });

  test("is not there where a file holds no single particles", () => {
    expect(cloudsOf(distribution([capture("bins")]))).toEqual([]);
  });
});
