import { z } from "zod";
import {
  accepted,
  type ColumnMapping,
  type Domain,
  type Issue,
  type Json,
  type Result,
  type SheetRow,
  type StudyDesign,
} from "../kernel/index.ts";
import { pathMatches } from "./glob.ts";
import { nearest } from "./names.ts";
import { reasonsAgainst } from "./reasons.ts";
import { studyIssues } from "./study-issues.ts";

const words = z.string().max(20_000);
const pattern = z.string().min(1).max(400);

const importSchema = z.strictObject({
  match: pattern,
  format: z.string().min(1).max(200),
  columns: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

/** The keys of `study.yaml`. */
export const studySchema = z.strictObject({
  title: words.default(""),
  question: words.default(""),
  source: words.optional(),
  design: z.strictObject({ reference: words.optional() }).default({}),
  protocol: words.optional(),
  parameters: z.record(z.string(), z.json()).default({}),
  imports: z.array(importSchema).max(1000).default([]),
  seed: z.int().min(0).default(1),
  ignore: z.array(pattern).max(1000).default([]),
});

export interface StudyFile {
  readonly title: string;
  readonly question: string;
  readonly source: string;
  readonly protocol: string;
  readonly reference: string | null;
  readonly seed: number;
  readonly parameters: Readonly<Record<string, Json>>;
  /** A person's word on which format, with which columns, the files that fit `match` are. */
  readonly imports: readonly {
    readonly match: string;
    readonly format: string;
    readonly columns: ColumnMapping;
  }[];
  readonly ignore: readonly string[];
}

export interface StudyFileOptions {
  /** The file's name, for messages. */
  readonly name: string;
  /** The domains whose parameters the file may set; without them parameters are not looked at. */
  readonly domains?: readonly Pick<Domain, "id" | "parameters">[];
}

/**
 * The study that the parsed YAML of `study.yaml` describes. Refused with `study-*` issues whose `place.key` is the
 * path of the key, joined by dots.
 */
export function parseStudyFile(parsed: unknown, options: StudyFileOptions): Result<StudyFile> {
  const where = { file: options.name };
  if (parsed === null || parsed === undefined || typeof parsed !== "object" || Array.isArray(parsed))
    return { issues: [studyIssues.raise("study-not-a-mapping", {}, where)] };
  const checked = studySchema.safeParse(parsed);
  if (!checked.success) return { issues: schemaIssues(parsed, studySchema, [], options.name) };
  const study = checked.data;
  const issues = parameterIssues(study.parameters as Record<string, Json>, options);
  if (issues.length > 0) return { issues };
  return accepted({
    title: study.title,
    question: study.question,
    source: study.source ?? "",
    protocol: study.protocol ?? "",
    reference: study.design.reference ?? null,
    seed: study.seed,
    parameters: study.parameters as Record<string, Json>,
    imports: study.imports,
    ignore: study.ignore,
  });
}

/** The design that domains see: the study file with the sheet's rows. Gives `study-reference-unknown`. */
export function studyDesign(study: StudyFile, rows: readonly SheetRow[], name: string): Result<StudyDesign> {
  const { title, question, parameters, reference, seed } = study;
  const conditions = [...new Set(rows.flatMap((row) => row.condition ?? []))];
  if (reference !== null && !conditions.includes(reference.normalize("NFC"))) {
    const parameters = { reference, known: conditions.join(", ") || "-" };
    const where = { file: name, place: { key: "design.reference" } };
    return { issues: [studyIssues.raise("study-reference-unknown", parameters, where)] };
  }
  const design = { title, question, rows, parameters, seed };
  return accepted(reference === null ? design : { ...design, reference: reference.normalize("NFC") });
}

/** Columns and format of the first import whose pattern fits the file, or null. */
export function mappingOf(study: Pick<StudyFile, "imports">, file: string): ColumnMapping | null {
  const found = study.imports.find((entry) => pathMatches(entry.match, file));
  return found ? { ...found.columns, format: found.format } : null;
}

function parameterIssues(parameters: Readonly<Record<string, Json>>, options: StudyFileOptions): Issue[] {
  const { domains, name } = options;
  if (!domains) return [];
  return Object.entries(parameters).flatMap(([id, value]) => {
    const domain = domains.find((candidate) => candidate.id === id);
    if (domain)
      return domain.parameters ? schemaIssues(value, domain.parameters, ["parameters", id], name) : [];
    const known = domains.map((candidate) => candidate.id).join(", ");
    const where = { file: name, place: { key: `parameters.${id}` } };
    return [studyIssues.raise("study-unknown-domain", { domain: id, known }, where)];
  });
}

function schemaIssues(value: unknown, schema: z.ZodType, root: readonly string[], file: string): Issue[] {
  return reasonsAgainst(schema, value).flatMap(({ issue, path: inside, message }) => {
    const path = [...root, ...inside.map(String)];
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => {
        const siblings = keysAt(schema, inside, value);
        const near = nearest(key, siblings);
        const known = [...(near ? [near] : []), ...siblings.filter((name) => name !== near)].join(", ");
        const where = { file, place: { key: [...path, key].join(".") } };
        return studyIssues.raise("study-unknown-key", { key, known }, where);
      });
    const key = path.join(".");
    const reasons = { reason: message.en, reasonJa: message.ja };
    return [studyIssues.raise("study-value", { key, ...reasons }, { file, place: { key } })];
  });
}

/** Keys that an object may have at `path`; of a choice of objects those of the one that `value` names, else of all. */
function keysAt(schema: unknown, path: readonly PropertyKey[], value: unknown): string[] {
  const at = unwrapped(schema);
  if (at instanceof z.ZodDiscriminatedUnion) {
    const options = at.options as readonly z.ZodObject[];
    const said = memberOf(value, at.def.discriminator);
    const chosen = options.filter(
      ({ shape }) => (shape[at.def.discriminator] as z.ZodType).safeParse(said).success,
    );
    const keys = (chosen.length > 0 ? chosen : options).flatMap((option) => keysAt(option, path, value));
    return [...new Set(keys)];
  }
  if (at instanceof z.ZodUnion)
    return [...new Set(at.options.flatMap((option) => keysAt(option, path, value)))];
  const [step, ...rest] = path;
  if (step === undefined) return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
  const member = memberOf(value, step);
  if (at instanceof z.ZodObject) return keysAt(at.shape[String(step)], rest, member);
  if (at instanceof z.ZodArray) return keysAt(at.element, rest, member);
  return at instanceof z.ZodRecord ? keysAt(at.valueType, rest, member) : [];
}

function memberOf(value: unknown, key: PropertyKey): unknown {
  const has = value !== null && typeof value === "object" && Object.hasOwn(value, key);
  return has ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrapped(schema.unwrap())
    : schema;
}
