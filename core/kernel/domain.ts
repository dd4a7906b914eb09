import type { z } from "zod";
import type { Json } from "./canonical.ts";
import type { Checklist } from "./checklist.ts";
import type { Clouds } from "./cloud.ts";
import type { Estimate, EstimateDraft } from "./estimate.ts";
import type { FeatureTableDraft } from "./feature-table.ts";
import type { Figure } from "./figure.ts";
import type { Finding } from "./finding.ts";
import type { Issue, IssueDefinition } from "./issue.ts";
import type { Format, Measurement } from "./measurement.ts";
import type { AnyOperation } from "./operation.ts";
import type { Text } from "./text.ts";

/** One line of `samples.csv`: which sample a file, or some of its captures, is of. Empty cells are undefined. */
export interface SheetRow {
  /** Line in the sheet, for messages. */
  readonly line: number;
  readonly file: string;
  /** Names of captures this row is for, `*` as a wildcard; undefined: all of the file's captures. */
  readonly capture?: string;
  readonly sample: string;
  readonly role: "sample" | "blank" | "calibrant" | "control" | "ignore";
  readonly donor?: string;
  readonly preparation?: string;
  readonly condition?: string;
  readonly replicate?: string;
  /** Dilution factor: 1000 for 1:1000. */
  readonly dilution?: number;
  /** Columns that Vesica does not know, kept. */
  readonly extra: Readonly<Record<string, string>>;
}

/** The design that every domain sees: `study.yaml` after validation, with the sheet. */
export interface StudyDesign {
  readonly title: string;
  readonly question: string;
  readonly rows: readonly SheetRow[];
  /** Parameters by domain id, from `study.yaml`; validated by the domains. */
  readonly parameters: Readonly<Record<string, Json>>;
  /** Control condition that others are compared with, where the study names one. */
  readonly reference?: string;
  /** Seed for everything random. */
  readonly seed: number;
}

/** One application of an operation: what it used and what it gave. The run turns steps into evidence. */
export interface Step {
  /** Unique inside one analysis. */
  readonly key: string;
  readonly operation: { readonly id: string; readonly version: string };
  readonly parameters: Json;
  /** `file` for the file itself; keys of steps; `<file>#<key>` for a step of that file's analysis. */
  readonly inputs: readonly string[];
  readonly estimates: readonly EstimateDraft[];
  /** Answers for thousands of features; steps of the study's analysis only. */
  readonly tables?: readonly FeatureTableDraft[];
}

/** What a domain's study analysis, rules and figures know of a file; plain JSON, since it is cached and crosses threads. */
export interface AnalysedFile {
  readonly file: string;
  readonly format: string;
  readonly summary: Json;
}

/** What a domain makes of one file. */
export interface FileAnalysis extends AnalysedFile {
  readonly steps: readonly Step[];
  readonly issues: readonly Issue[];
}

export interface StudyAnalysis {
  readonly steps: readonly Step[];
  /** What rules and figures need of the whole study. */
  readonly summary: Json;
  readonly issues: readonly Issue[];
}

export interface FileContext {
  readonly file: string;
  /** The sheet's rows for this file. */
  readonly rows: readonly SheetRow[];
  readonly design: Omit<StudyDesign, "rows">;
}

/** What rules and figures look at. */
export interface DomainResult {
  /** Those of the study analysis: of samples, groups and the study. Files are known by their summaries. */
  readonly estimates: readonly Estimate[];
  readonly files: readonly AnalysedFile[];
  readonly study: StudyAnalysis;
  readonly design: StudyDesign;
}

/** A sentence for every id and code that a domain's estimates and tables use. */
export interface DomainTerms {
  /** By estimate id. */
  readonly estimates: Readonly<Record<string, Text>>;
  readonly flags: Readonly<Record<string, Text>>;
  readonly assumptions: Readonly<Record<string, Text>>;
  /** By interval method. */
  readonly intervals: Readonly<Record<string, Text>>;
  /** Names of qualifiers and those of their values that are words. */
  readonly qualifiers: Readonly<Record<string, Text>>;
  /** What a row is, by id of the tables of features that the domain's steps give. */
  readonly tables?: Readonly<Record<string, Text>>;
}

/** The sentences of a domain by the ids and codes of its estimates; tables carry their own titles. */
export function allTerms(terms: DomainTerms): Readonly<Record<string, Text>> {
  const { estimates, flags, assumptions, intervals, qualifiers } = terms;
  return { ...intervals, ...flags, ...assumptions, ...estimates, ...qualifiers };
}

/** A column of `samples.csv` that one room alone reads; the sheet keeps its cells in `extra`. */
export interface RoomColumn {
  /** Headers that mean it, in lower case with spaces; the first is what Vesica writes. */
  readonly names: readonly string[];
  /** What it holds. */
  readonly words: Text;
  /** What its cells can hold, where that is a closed list. */
  readonly values?: readonly string[];
}

/** What a member of an operation's answer is. */
export interface AnswerWord {
  readonly words: Text;
  /** UCUM code; empty for none. */
  readonly unit: string;
}

/** A room of the laboratory: its descriptor, the only thing that others may import. */
export interface Domain<M extends Measurement = Measurement> {
  readonly id: string;
  readonly title: Text;
  /** Raised whenever the same measurements can give another analysis. */
  readonly version: string;
  readonly formats: readonly Format<M>[];
  readonly operations: readonly AnyOperation[];
  /** What the members of operations' answers are: by key, or by path where a key means another thing there. */
  readonly answers?: Readonly<Record<string, AnswerWord>>;
  /** What a study may set under `parameters: <id>:`; a zod object, strict so that a misspelt key is refused. */
  readonly parameters?: z.ZodType;
  /** Columns of `samples.csv` that this room reads beyond those of every room, by the name that Vesica writes. */
  readonly columns?: Readonly<Record<string, RoomColumn>>;
  /** What steps of the analysis do that are no operation for people, by the id in the evidence. */
  readonly analysisSteps?: Readonly<Record<string, Text>>;
  readonly issues: Readonly<Record<string, IssueDefinition>>;
  readonly terms: DomainTerms;
  /** A table's rows for the headline: which estimate ids, in which order. */
  readonly headline: readonly string[];
  analyseFile(measurement: M, context: FileContext): FileAnalysis | Promise<FileAnalysis>;
  analyseStudy(files: readonly AnalysedFile[], design: StudyDesign): StudyAnalysis;
  rules(result: DomainResult): readonly Finding[];
  figures(result: DomainResult): readonly Figure[];
  /** Reporting checklists of the field; a domain may have none. */
  checklists?(result: DomainResult): readonly Checklist[];
  /** Single events or particles for people to look at and gate. */
  readonly clouds?: Clouds<M>;
}
