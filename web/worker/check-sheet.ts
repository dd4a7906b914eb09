import { sheetFileName } from "@vesica/run/names";
import { readStudy } from "@vesica/run/study";
import { readStudyYaml } from "@vesica/run/study-yaml";
import { domains } from "vesica/domains";
import type { Issue, Text } from "vesica/kernel";
import { decodeSheet, parseDelimited, parseSheet, pathMatches, sheetSeparator } from "vesica/study";
import { type PlacedIssue, placeIssues } from "../samples/places.ts";
import type { OpenPapersInput } from "./open-papers.ts";

export interface SheetCheck {
  /** Those of the sheet first, each on its cell. */
  readonly issues: readonly PlacedIssue[];
  /** Files that `study.yaml` leaves out. */
  readonly ignored: readonly string[];
  /** Whether the study can be run with these papers. */
  readonly runs: boolean;
}

export interface CheckSheetInput extends OpenPapersInput {
  /** What the analysis of this very sheet said of it. */
  readonly told?: readonly Issue[];
}

/** Reads the sheet with the study and its files, and finds the cell of everything that is wrong with it. */
export async function checkSheet({
  papers,
  entries,
  told: analysed = [],
}: CheckSheetInput): Promise<SheetCheck> {
  const study = readStudy(papers, entries, domains);
  const told = "value" in study ? study.value.issues : study.issues;
  const isOfSheet = ({ file }: Issue) => file === sheetFileName;
  const unread = !("value" in study) && !told.some(isOfSheet);
  const sheet = unread
    ? parseSheet(papers.sheet, { name: sheetFileName, files: entries.map(({ name }) => name) })
    : null;
  const more = sheet === null ? [] : "value" in sheet ? sheet.warnings : sheet.issues;
  const issues = [
    ...told.filter(isOfSheet),
    ...more,
    ...analysed,
    ...told.filter((issue) => !isOfSheet(issue)),
  ];
  const { text } = decodeSheet(papers.sheet);
  const { records } = parseDelimited(text, sheetSeparator(text));
  const yaml = readStudyYaml(new TextDecoder().decode(papers.study), domains);
  const patterns = "value" in yaml ? yaml.value.ignore : [];
  const ignored = entries.flatMap(({ name }) =>
    patterns.some((pattern) => pathMatches(pattern, name)) ? [name] : [],
  );
  const placed = [
    ...placeIssues(issues.filter(isOfSheet), records),
    ...issues.filter((issue) => !isOfSheet(issue)).map((issue) => ({ issue, record: null, column: null })),
  ];
  return { issues: placed, ignored, runs: "value" in study };
}

/** A column that one room of the study reads. */
export interface OwnColumn {
  readonly name: string;
  readonly words: Text;
  readonly values: readonly string[] | null;
}

/** The columns that the study's rooms alone read. */
export async function listColumns({
  rooms,
}: {
  readonly rooms: readonly string[];
}): Promise<readonly OwnColumn[]> {
  return domains
    .filter(({ id }) => rooms.includes(id))
    .flatMap(({ columns = {} }) =>
      Object.entries(columns).map(([name, { words, values = null }]) => ({ name, words, values })),
    );
}
