import { z } from "zod";

const text = z
  .strictObject({ en: z.string(), ja: z.string() })
  .meta({ description: "A sentence in every language" });

const subject = z
  .strictObject({
    level: z.enum(["capture", "file", "sample", "group", "study"]),
    file: z.string().optional(),
    capture: z.string().optional(),
    sample: z.string().optional(),
    group: z.string().optional(),
  })
  .meta({ description: "What a number or finding is about; `level` says which of the names counts" });

const interval = z.strictObject({
  kind: z.enum(["confidence", "coverage", "range"]),
  level: z.number(),
  lower: z.number(),
  upper: z.number(),
  method: z.string().meta({ description: "How it was made; its sentence is in `terms`" }),
});

const estimate = z.strictObject({
  id: z.string().meta({ description: "Stable; listed in docs/reference/estimates.md" }),
  subject,
  value: z.number(),
  unit: z.string().meta({ description: "UCUM code" }),
  interval: interval.nullable(),
  n: z.strictObject({ technical: z.number().nullable(), biological: z.number().nullable() }).meta({
    description:
      "Repeats that the interval rests on: tracks in a capture, captures in a sample, donors in a group",
  }),
  basis: z.enum(["stated", "derived", "inferred", "assumed"]),
  assumptions: z.array(z.string()),
  flags: z.array(z.string()),
  qualifiers: z.record(z.string(), z.string()),
  bound: z.enum(["below", "above"]).optional(),
  printed: z
    .string()
    .optional()
    .meta({ description: "For `stated`: the characters that the instrument printed" }),
  evidence: z.string().meta({ description: "Id of the evidence node that gave it" }),
});

const finding = z.strictObject({
  rule: z.string(),
  status: z.enum(["met", "not met", "not reported", "not applicable", "doubtful"]),
  severity: z.enum(["fail", "caution", "note"]),
  subject,
  message: text,
  remedy: text,
  clause: z.string(),
  estimates: z.array(z.string()),
});

const columnHead = { name: z.string(), title: text, brief: z.boolean() };

const featureTable = z
  .strictObject({
    id: z.string().meta({ description: "Kind of table" }),
    name: z.string().meta({ description: "The comparison's name; empty where there is one of the kind" }),
    subject,
    title: text,
    description: text,
    columns: z.array(
      z.discriminatedUnion("kind", [
        z.strictObject({
          ...columnHead,
          kind: z.literal("number"),
          unit: z.string().meta({ description: "UCUM code" }),
          values: z.array(z.number().nullable()),
        }),
        z.strictObject({ ...columnHead, kind: z.literal("text"), values: z.array(z.string()) }),
      ]),
    ),
    assumptions: z.array(z.string()),
    flags: z.array(z.string()),
    evidence: z.string(),
  })
  .meta({ description: "Answers of one step for many features, by columns of one length" });

const figure = z.strictObject({
  id: z.string(),
  title: text,
  description: text,
  data: z.record(z.string(), z.array(z.record(z.string(), z.json()))),
  spec: z.strictObject({ en: z.record(z.string(), z.json()), ja: z.record(z.string(), z.json()) }),
});

const checklist = z.strictObject({
  id: z.string(),
  title: text,
  source: z.string().meta({ description: "Where it was published, with DOI" }),
  note: text,
  items: z.array(
    z.strictObject({
      item: z.string().meta({ description: "Its number in the checklist" }),
      category: text,
      title: text,
      asks: text,
      applicable: z.boolean(),
      status: z.enum(["met", "not reported", "not applicable", "doubtful"]).meta({
        description: "`met`: the item is reported, which does not say that what is reported is good",
      }),
      value: text,
      evidence: z.array(z.string()).meta({ description: "Files, samples.csv, study.yaml" }),
      comment: text,
    }),
  ),
});

const evidence = z.discriminatedUnion("kind", [
  z.strictObject({
    id: z.string(),
    kind: z.literal("file"),
    name: z.string(),
    size: z.number(),
    sha256: z.string(),
  }),
  z.strictObject({ id: z.string(), kind: z.literal("parameters"), parameters: z.json() }),
  z.strictObject({
    id: z.string(),
    kind: z.literal("operation"),
    operation: z.string(),
    version: z.string(),
    inputs: z.array(z.string()),
  }),
]);

const issue = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  file: z.string().optional(),
  place: z
    .strictObject({
      line: z.number().optional(),
      column: z.number().optional(),
      byte: z.number().optional(),
      key: z.string().optional(),
    })
    .optional(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  message: text,
  remedy: text,
});

/** The shape of `results/result.json`; the JSON Schema in the reference is made from it. */
export const resultSchema = z
  .strictObject({
    schemaVersion: z.literal("1.1"),
    software: z.strictObject({ name: z.literal("vesica"), version: z.string() }),
    study: z.strictObject({
      title: z.string(),
      question: z.string(),
      samples: z.array(
        z.strictObject({
          name: z.string(),
          role: z.string(),
          condition: z.string().nullable(),
          donor: z.string().nullable(),
        }),
      ),
    }),
    files: z.array(
      z.strictObject({
        name: z.string(),
        sha256: z.string(),
        size: z.number(),
        format: z.string().nullable(),
        status: z.enum(["read", "refused", "not recognised", "ignored"]),
      }),
    ),
    estimates: z.array(estimate),
    findings: z.array(finding),
    tables: z.array(featureTable),
    figures: z.array(figure),
    checklists: z.array(checklist),
    evidence: z.array(evidence),
    issues: z.array(issue),
    domains: z
      .array(z.string())
      .meta({ description: "Domains that had files, in the order in which they are told" }),
    headline: z.record(z.string(), z.array(z.string())),
    terms: z.record(z.string(), text),
  })
  .meta({
    title: "Vesica result document",
    description: "Canonical JSON (RFC 8785) of everything a study's analysis gave",
  });
