import { sheetFileName } from "@vesica/run/names";
import type { Issue, Text } from "vesica/kernel";
import { decodeSheet } from "vesica/study";
import { doTask } from "../engine/engine.ts";
import { analyseSession } from "../session/analyse.ts";
import { session } from "../session/state.ts";
import { createStore } from "../session/store.ts";
import type { SheetCheck } from "../worker/check-sheet.ts";
import type { Edit } from "./edits.ts";
import { type Cells, type GridReading, isBlank, readGrid, sheetBytes, writeGrid } from "./grid.ts";
import { begun, changed, type History, redone, undone } from "./history.ts";
import type { PlacedIssue } from "./places.ts";
import { at, type Selection, within } from "./selection.ts";
import { words } from "./words.ts";

export type GridFault = Exclude<GridReading, { readonly grid: unknown }>;

/** What a check found, with the rows that it was of. */
export interface Checked extends Omit<SheetCheck, "issues"> {
  readonly issues: readonly CellIssue[];
  readonly ofRow: ReadonlyMap<Cells, readonly PlacedIssue[]>;
}

/** An issue and the row that it is of, as long as that row is what it was. */
export interface CellIssue extends PlacedIssue {
  readonly cells: Cells | null;
}

export interface SheetState {
  /** The sheet that `history` or `fault` is of. */
  readonly bytes: Uint8Array | null;
  readonly history: History | null;
  readonly fault: GridFault | null;
  /** Whether the sheet is edited as text. */
  readonly asText: boolean;
  readonly check: Checked | null;
  /** What was just done, for those who do not see it. */
  readonly told: Text | null;
}

const noSheet: SheetState = {
  bytes: null,
  history: null,
  fault: null,
  asText: false,
  check: null,
  told: null,
};

export const sheet = createStore(noSheet);

const checkAfter = 150;
const analyseAfter = 700;
let waiting: ReturnType<typeof setTimeout> | undefined;
let analysing: ReturnType<typeof setTimeout> | undefined;
let lastEdit = 0;
let checked: { readonly study: Uint8Array; readonly document: unknown } | null = null;

/** Takes the session's sheet where it is not the one that is shown; checks it where it, the study or its results changed. */
export function syncSheet(): void {
  const { papers, result } = session.get();
  if (!papers) return;
  const isNew = papers.sheet !== sheet.get().bytes;
  if (isNew) sheet.set({ ...noSheet, ...held(papers.sheet) });
  const isOld = papers.study !== checked?.study || result?.document !== checked?.document;
  if (isNew || isOld) checkSoon(0);
}

function held(bytes: Uint8Array): Pick<SheetState, "bytes" | "history" | "fault"> {
  const reading = readGrid(bytes);
  return "grid" in reading
    ? { bytes, fault: null, history: begun({ grid: reading.grid, selection: at(0, 0), bytes }) }
    : { bytes, fault: reading, history: null };
}

export function select(selection: Selection): void {
  const { history } = sheet.get();
  if (history) sheet.set({ history: { ...history, present: { ...history.present, selection } } });
}

/** Makes a change: into the session at once, and checked a moment later. */
export function edit(change: Edit): void {
  const { history } = sheet.get();
  if (history) follow(changed(history, change));
}

export function undo(): void {
  const { history } = sheet.get();
  const back = history && undone(history);
  if (back) follow(back, words.undone);
}

export function redo(): void {
  const { history } = sheet.get();
  const forth = history && redone(history);
  if (forth) follow(forth, words.redone);
}

export function tell(told: Text): void {
  sheet.set({ told });
}

function follow(next: History, told?: Text): void {
  const { history: before } = sheet.get();
  const { grid, selection, bytes: known } = next.present;
  const size = { rows: grid.rows.length, columns: grid.columns.length };
  const history = { ...next, present: { ...next.present, selection: within(selection, size) } };
  if (grid === before?.present.grid) {
    sheet.set({ history });
    return;
  }
  const bytes = known ?? writeGrid(grid);
  sheet.set({ history, bytes, ...(told ? { told } : {}) });
  save(bytes);
}

/** The sheet as a person wrote it in plain text; what it was before can be had back by undo. */
export function writeText(text: string): void {
  const bytes = sheetBytes(text);
  const { history: before } = sheet.get();
  const read = held(bytes);
  const present = read.history?.present;
  const history = before && present ? { ...changed(before, present), present } : (read.history ?? before);
  sheet.set({ ...read, history, asText: true, check: null });
  save(bytes);
}

export function sheetAsText(): string {
  const { bytes } = sheet.get();
  return bytes ? decodeSheet(bytes).text : "";
}

function save(bytes: Uint8Array): void {
  const { papers } = session.get();
  if (!papers) return;
  lastEdit = performance.now();
  clearTimeout(analysing);
  session.set({ papers: { ...papers, sheet: bytes }, edited: true });
  checkSoon(checkAfter);
}

function checkSoon(after: number): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => check().catch(tellFault), after);
}

/** Tells a bug of ours. */
export function tellFault(error: unknown): void {
  session.set({ fault: error instanceof Error ? error.message : String(error) });
}

async function check(): Promise<void> {
  const { papers, files, result, analysed } = session.get();
  if (!papers) return;
  checked = { study: papers.study, document: result?.document };
  const isAnalysed = result !== null && analysed?.sheet === papers.sheet;
  const isTold = ({ file, code }: Issue) => file === sheetFileName && !code.startsWith("sheet-");
  const told = isAnalysed ? result.document.issues.filter(isTold) : [];
  const rows = (sheet.get().history?.present.grid.rows ?? []).filter((row) => !isBlank(row));
  const entries = files.map(({ name, size }) => ({ name, size }));
  const found = await doTask("check-sheet", { papers, entries, told });
  if (session.get().papers !== papers || sheet.get().bytes !== papers.sheet) return;
  sheet.set({ check: checkedOf(found, rows) });
  if (found.runs && lastEdit > 0) {
    clearTimeout(analysing);
    analysing = setTimeout(analyseAgain, Math.max(0, lastEdit + analyseAfter - performance.now()));
  }
}

function checkedOf(found: SheetCheck, rows: readonly Cells[]): Checked {
  const ofRow = new Map<Cells, PlacedIssue[]>();
  const issues = found.issues.map((placed): CellIssue => {
    const cells = placed.record === null ? null : (rows[placed.record] ?? null);
    if (cells) ofRow.set(cells, [...(ofRow.get(cells) ?? []), placed]);
    return { ...placed, cells };
  });
  return { ...found, issues, ofRow };
}

/** Analyses again where there are results already and they are of another sheet. */
function analyseAgain(): void {
  const { result, analysed, papers } = session.get();
  const isShown = papers !== null && papers.sheet === sheet.get().bytes;
  if (result && isShown && analysed?.sheet !== papers.sheet) void analyseSession();
}
