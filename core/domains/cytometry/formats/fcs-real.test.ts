import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAccepted, MemoryBlob } from "../../../kernel/index.ts";
import golden from "./fcs.golden.json" with { type: "json" };
import { readFcs } from "./fcs.ts";
import { readColumns } from "./fcs-events.ts";

const folder = `${process.env.VESICA_DATA ?? "../shared/data"}/flow-cytometry`;
const present = existsSync(folder);
if (!present) console.log(`no real FCS files at ${folder}: they are not read`);

const blobOf = (name: string) => new MemoryBlob(new Uint8Array(readFileSync(`${folder}/${name}`)));
async function read(name: string) {
  const result = await readFcs(blobOf(name), { name });
  if (!isAccepted(result))
    throw new Error(`${name}: ${result.issues.map((issue) => issue.message.en).join()}`);
  return result;
}
const codes = async (name: string) => (await read(name)).warnings.map((issue) => issue.code).sort();

/** Sum with Neumaier's correction. */
function exactSum(values: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const apart = (found: number, expected: number) =>
  found === expected ? 0 : Math.abs(found - expected) / Math.max(Math.abs(found), Math.abs(expected));

describe.runIf(present)("real FCS files", () => {
  test.each(Object.keys(golden.files))("%s: names and events are FlowIO's or numpy's", async (name) => {
    const expected = golden.files[name as keyof typeof golden.files];
    const { value } = await read(name);
    expect(value.captures).toHaveLength(expected.length);
    for (const [at, set] of value.captures.entries()) {
      const { events, channels } = expected[at]!;
      expect(set.data.events).toBe(events);
      expect(set.channels.map((channel) => channel.name)).toEqual(channels.map((channel) => channel.name));
      const columns = await readColumns(set.data);
      for (const [index, values] of columns.entries()) {
        const { sum, min, max, median: middle } = channels[index]!;
        expect(values).toHaveLength(events);
        expect(
          apart(
            values.reduce((a, b) => Math.min(a, b)),
            min,
          ),
        ).toBeLessThan(1e-12);
        expect(
          apart(
            values.reduce((a, b) => Math.max(a, b)),
            max,
          ),
        ).toBeLessThan(1e-12);
        expect(apart(median(values), middle)).toBeLessThan(1e-12);
        const scale = values.reduce((total, one) => total + Math.abs(one), 0);
        expect(Math.abs(exactSum(values) - sum)).toBeLessThanOrEqual(1e-12 * scale);
      }
    }
  });

  test("all 26 FCS files are in the golden numbers, with 27 data sets", () => {
    expect(Object.keys(golden.files)).toHaveLength(26);
    expect(Object.values(golden.files).flat()).toHaveLength(27);
  });

  test("the corrupt file is refused with what it begins with, and recognised by its name alone", async () => {
    const name = "fcsparser/corrupted/corrupted.fcs";
    const result = await readFcs(blobOf(name), { name });
    expect(isAccepted(result)).toBe(false);
    expect("issues" in result && result.issues).toMatchObject([
      { code: "fcs-not-fcs", file: name, place: { byte: 0 }, parameters: { begin: "oi21j08cn?" } },
    ]);
  });

  test("CyAn: HEADER and TEXT both fit; the one without data before DATA holds the event counter", async () => {
    const name = "cytoflow-instruments/instruments/Beckman Coulter - Cyan.fcs";
    const { value } = await read(name);
    expect(await codes(name)).toEqual(["fcs-offsets-by-filler", "fcs-time-disagrees"]);
    const [counter] = await readColumns(value.captures[0]!.data, { channels: [10] });
    expect([counter![0], counter![1], counter!.at(-1)]).toEqual([2, 3, 5790]);
  });

  test("Stratedigm: HEADER begins inside TEXT, so TEXT's offsets are used; names were redacted", async () => {
    expect(await codes("flowio/data_start_offset_discrepancy_example.fcs")).toEqual([
      "fcs-offsets-disagree",
      "fcs-spillover-unmatched",
      "fcs-time-step-unusable",
    ]);
  });

  test("Coulter LMD: two data sets of one acquisition, ends one too far, hardware compensation told", async () => {
    const { value } = await read("flowio/coulter.lmd");
    expect(value.captures.map(({ name, version }) => [name, version])).toEqual([
      ["data set 1", "FCS2.0"],
      ["data set 2", "FCS3.0"],
    ]);
    expect(value.captures[0]!.channels[2]!.amplification).toBe("4.0,0.1024");
    expect(value.captures[1]!.data.fields[0]!.mask).toBe(2 ** 20 - 1);
    expect(value.sampleName).toBe("life-dead-comp");
    expect(await codes("flowio/coulter.lmd")).toEqual([
      "fcs-compensated-already",
      "fcs-end-exclusive",
      "fcs-same-events",
      "fcs-spillover-unmatched",
    ]);
  });

  test("Apogee: volume, spillover by channel numbers, a supplemental TEXT that is none", async () => {
    const name = "ev-beads-apogee-rosettax/sample-files/apogee_rainbow_beads.fcs";
    const { value } = await read(name);
    const [set] = value.captures;
    expect(set!.volume).toEqual({ microlitres: 22.55, words: "22550" });
    expect(set!.seconds).toBeCloseTo(299.814, 6);
    expect(set!.spillover).toMatchObject({
      keyword: "$SPILLOVER",
      channels: [2, 3, 4, 5, 6, 7, 8],
      applied: false,
    });
    expect(value.instrument).toEqual({
      vendor: "Apogee Flow Systems",
      model: "Apogee A60-Micro",
      software: "",
    });
    expect(await codes(name)).toEqual(["fcs-end-exclusive", "fcs-stext-ignored"]);
  });

  test("Accuri: its STEXT is the primary TEXT, its time does not begin at 0, its spillover is by name", async () => {
    const name = "flowio/B01 KC-A-W---91-US.fcs";
    const [set] = (await read(name)).value.captures;
    expect(await codes(name)).toEqual([]);
    expect(set!.seconds).toBeCloseTo(102.9, 6);
    expect(set!.spillover!.channels).toEqual([2, 3, 4, 5, 8, 9, 10, 11]);
    expect(set!.spillover!.matrix[0]!.slice(0, 3)).toEqual([1, 0.1203, 0.024]);
  });

  test("CytoFLEX: aborted events are the instrument's own doubt", async () => {
    const { value, warnings } = await read("legendplex-beadplexr/inst/extdata/K2-C07-A7.fcs");
    expect(warnings).toEqual([]);
    expect(value.instrumentWarnings).toEqual([{ key: "$ABRT", words: "38", severity: "caution", line: 0 }]);
    expect(value.instrument).toMatchObject({ vendor: "Beckman Coulter", software: "CytExpert" });
  });

  test("CellQuest: empty values do not move the keywords after them", async () => {
    const [set] = (await read("flowcore/0877408774.B08")).value.captures;
    expect(set!.keywords.get("&7DATA FILE PREFIX PART #3")).toBe("");
    expect(set!.keywords.get("&8ACQUISITION DOC.")).toBe("UDCP Acquisition Template");
    expect(set!.keywords.get("&10ANALYSIS DOC.")).toBe("");
    expect(set!.channels[4]).toMatchObject({ name: "FL3-H", label: "" });
  });
});
