import { accepted, defineOperation, draft, featureNumbers, featureWords, refused } from "vesica/kernel";
import { z } from "zod";

const text = (en) => ({ en, ja: `${en}（日本語）` });

/** Reads `COUNTS v1`, then `name,count` lines; `slow,N` waits N ms without letting go, `bug` throws. */
const counts = {
  id: "fake.counts",
  version: "1",
  title: text("Counts"),
  extensions: [".txt"],
  checked: "not checked against a real export",
  checkedNote: text("made up for tests"),
  sniff: (head) => (new TextDecoder().decode(head).startsWith("COUNTS v1") ? 1 : 0),
  async read(blob, { name }) {
    const lines = (await blob.text()).split("\n").filter((line) => line !== "");
    const captures = [];
    for (const [index, line] of lines.slice(1).entries()) {
      const [key = "", value = ""] = line.split(",");
      const count = Number(value);
      if (key === "bug") throw new Error("a bug in the reader");
      if (key === "slow") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, count);
      else if (Number.isFinite(count)) captures.push({ name: key, count });
      else
        return refused({
          code: "fake-count",
          severity: "error",
          file: name,
          place: { line: index + 2, column: key.length + 2 },
          parameters: {},
          message: text(`"${value}" is no count`),
          remedy: text("Write a number."),
        });
    }
    const said = { sampleName: "", settings: [], instrumentWarnings: [] };
    return accepted({
      format: "fake.counts",
      instrument: { vendor: "", model: "", software: "" },
      captures,
      ...said,
    });
  },
};

const mean = defineOperation({
  id: "fake.trimmedMean",
  version: "1",
  title: text("Trimmed mean"),
  summary: text("Mean without the outermost values"),
  input: z.object({
    values: z.array(z.number()).meta({ unit: "nm", label: text("Values to average") }),
    weights: z.array(z.object({ weight: z.number() })).optional(),
  }),
  parameters: z.object({
    share: z
      .number()
      .min(0)
      .lt(0.5)
      .default(0.1)
      .meta({ unit: "1", title: "Share", label: text("Share cut from each end") }),
  }),
  run: ({ values }, { share }) => {
    const kept = [...values]
      .sort((a, b) => a - b)
      .slice(Math.floor(values.length * share), Math.ceil(values.length * (1 - share)));
    return accepted({ mean: kept.reduce((sum, value) => sum + value, 0) / kept.length });
  },
});

/** A table of the samples with a number of the same group. */
function tableStep(group, files) {
  const subject = { level: "group", group };
  const rows = files.map(({ summary }) => summary);
  return {
    key: group,
    operation: { id: "fake.total", version: "1" },
    parameters: { group },
    inputs: files.map(({ file }) => `${file}#total`),
    estimates: [draft("fake.count", subject, rows.length, "1")],
    tables: [
      {
        id: "fake.samples",
        name: group,
        subject,
        title: text("Samples"),
        description: text("In order of their files."),
        columns: [
          featureWords(
            "sample",
            text("Sample"),
            rows.map(({ sample }) => sample),
          ),
          featureNumbers(
            "total",
            text("Total"),
            "1",
            rows.map(({ total }) => total),
          ),
        ],
        assumptions: [],
        flags: [],
      },
    ],
  };
}

const fake = {
  id: "fake",
  title: text("Fake"),
  version: "1",
  formats: [counts],
  operations: [mean],
  parameters: z.strictObject({ limit: z.number().default(100), tables: z.number().default(0) }),
  columns: { shade: { names: ["shade"], words: text("Shade of the tube") } },
  issues: {},
  terms: {
    estimates: { "fake.count": text("Count") },
    flags: { low: text("too few") },
    assumptions: {},
    intervals: {},
    qualifiers: {},
  },
  headline: ["fake.count"],
  analyseFile(measurement, { file, rows }) {
    const sample = rows[0]?.sample ?? file;
    const total = measurement.captures.reduce((sum, { count }) => sum + count, 0);
    const estimate = {
      id: "fake.count",
      subject: { level: "sample", sample },
      value: total,
      unit: "{particles}",
      interval: {
        kind: "confidence",
        level: 0.95,
        lower: total * 0.9,
        upper: total * 1.1,
        method: "fake",
      },
      n: { technical: measurement.captures.length, biological: null },
      basis: "derived",
      assumptions: [],
      flags: total < 100 ? ["low"] : [],
      qualifiers: {},
    };
    const operation = { id: "fake.total", version: "1" };
    const step = { key: "total", operation, parameters: {}, inputs: ["file"], estimates: [estimate] };
    return { file, format: "fake.counts", steps: [step], summary: { sample, total }, issues: [] };
  },
  analyseStudy: (files, { parameters }) => ({
    steps: Array.from({ length: parameters.fake?.tables ?? 0 }, (_, at) => tableStep(`G${at + 1}`, files)),
    summary: {},
    issues: [],
  }),
  rules: ({ files }) =>
    files.map(({ summary: { sample, total } }) => ({
      rule: "fake.enough",
      status: total < 10 ? "not met" : "met",
      severity: "fail",
      subject: { level: "sample", sample },
      message: text("fewer than 10"),
      remedy: text("Count more."),
      clause: "",
      estimates: [],
    })),
  figures: () => [],
};

export const domains = [fake];

export function exampleStudy(seed) {
  const encode = (content) => new TextEncoder().encode(content);
  return [
    { name: "study.yaml", bytes: encode("title: Example\n") },
    { name: "samples.csv", bytes: encode("file,sample\nraw/a.txt,A\nraw/b.txt,B\n") },
    { name: "raw/a.txt", bytes: encode(`COUNTS v1\nv1,${100 + seed}\n`) },
    { name: "raw/b.txt", bytes: encode("COUNTS v1\nv1,5\n") },
  ];
}
