import type { Papers } from "@vesica/run/study";
import type { Issue, Language, Result } from "vesica/kernel";
import { analyseSession } from "../session/analyse.ts";
import { lookAtFiles } from "../session/look.ts";
import { openListing } from "../session/open.ts";
import { session } from "../session/state.ts";
import { createStore, useStore } from "../session/store.ts";
import { keepStudy, keptIdFor, keptPapers, openKept, saveKeptPapers } from "./kept.ts";
import { samePapers } from "./kept-format.ts";
import { keptIssues } from "./kept-issues.ts";
import { type Hold, holdStudy } from "./locks.ts";
import type { Listing, SourceFile } from "./source.ts";

/** How the study that is open is kept in the browser. */
export interface Keeping {
  /** The kept study's id; null where the study is not kept. */
  readonly id: string | null;
  /** Whether this tab saves it: another tab had it first, or has taken it over since. */
  readonly hold: "none" | "held" | "elsewhere" | "lost";
  readonly copying: { readonly done: number; readonly total: number; readonly name: string } | null;
  /** Whether the papers are saved as they are now. */
  readonly saved: boolean;
  /** Why it could not be kept, opened or saved. */
  readonly issues: readonly Issue[];
  /** What another tab saved while both had changes; a person has to choose. */
  readonly other: Papers | null;
}

const nothing: Keeping = { id: null, hold: "none", copying: null, saved: true, issues: [], other: null };

export const keeping = createStore(nothing);

export function useKeeping(): Keeping {
  return useStore(keeping);
}

/** The study that the rest is about: its files, and its papers as they are safe somewhere. */
let known: { files: readonly SourceFile[]; safe: Papers | null } = { files: [], safe: null };
let hold: Hold | null = null;
let copying = new AbortController();
let timer: ReturnType<typeof setTimeout> | undefined;
const pause = 500;

/** Whether there are edits of the papers that are nowhere but in this page. */
function hasUnsaved(): boolean {
  const { papers, place, edited } = session.get();
  if (!papers || !known.safe || (place === "served" && !edited)) return false;
  return papers !== known.safe && !samePapers(papers, known.safe);
}

/** Notes that these papers were downloaded or saved somewhere. */
export function markSafe(papers: Papers): void {
  known = { ...known, safe: papers };
}

/** Keeps the study that is open in the browser, or its papers only. */
export async function keepSession(papersOnly = false): Promise<void> {
  const { title, files, papers } = session.get();
  if (!papers || keeping.get().copying) return;
  copying = new AbortController();
  const { signal } = copying;
  keeping.set({ copying: { done: 0, total: 0, name: "" }, issues: [] });
  const input = { title, files, papers };
  try {
    const id = await keptIdFor(input);
    const taken = await holdStudy(id, lost);
    if (!taken) return keeping.set({ copying: null, issues: [keptIssues.raise("kept-elsewhere")] });
    const progress = throttled((done: number, total: number, name: string) =>
      keeping.set({ copying: { done, total, name } }),
    );
    const kept = await keepStudy(id, input, { papersOnly, signal, progress }).catch((error) => {
      taken.release();
      throw error;
    });
    if (!("value" in kept) || session.get().files !== files) {
      taken.release();
      return keeping.set({ copying: null, issues: "value" in kept ? [] : kept.issues });
    }
    hold = taken;
    markSafe(papers);
    keeping.set({ id, hold: "held", copying: null, saved: true, issues: kept.warnings, other: null });
    session.set({ place: "kept", edited: session.get().papers !== papers && session.get().edited });
    if (session.get().papers !== papers) saveSoon();
  } catch (error) {
    keeping.set({ copying: null });
    if (!signal.aborted) tellFault(error);
  }
}

/** Ends copying; what was copied stays, to be completed or deleted. */
export function cancelKeeping(): void {
  copying.abort();
}

/** Opens a kept study; false where it was refused, with the reason in `keeping`. */
export async function openKeptSession(
  id: string,
  language: Language,
  listing: Promise<Result<Listing>> = openKept(id),
): Promise<boolean> {
  try {
    const opened = await listing;
    if (!("value" in opened)) {
      keeping.set({ issues: opened.issues });
      return false;
    }
    leave();
    const { files } = opened.value;
    const own = await holdStudy(id, lost);
    hold = own;
    known = { files, safe: null };
    keeping.set({ ...nothing, id, hold: own ? "held" : "elsewhere" });
    await openListing(opened.value, "kept", language);
    if (session.get().found.size === 0) await lookAtFiles();
    return true;
  } catch (error) {
    tellFault(error);
    return false;
  }
}

/** Takes the study over from the tab that has it; where both have changes a person is asked which to keep. */
export async function takeOver(): Promise<void> {
  const { id } = keeping.get();
  const { papers } = session.get();
  if (id === null || !papers) return;
  hold = await holdStudy(id, lost, true);
  const stored = await keptPapers(id);
  keeping.set({ hold: "held", issues: [] });
  if (!stored || samePapers(stored, papers)) {
    markSafe(papers);
    return keeping.set({ saved: true });
  }
  if (!hasUnsaved()) await adoptPapers(stored);
  else if (known.safe && samePapers(stored, known.safe)) saveSoon();
  else keeping.set({ other: stored, saved: false });
}

/** Settles which papers are kept where two tabs had changes. */
export async function choosePapers(whose: "mine" | "theirs"): Promise<void> {
  const { other } = keeping.get();
  if (!other) return;
  keeping.set({ other: null });
  if (whose === "theirs") await adoptPapers(other);
  else saveSoon();
}

async function adoptPapers(papers: Papers): Promise<void> {
  markSafe(papers);
  keeping.set({ saved: true });
  session.set({ papers, edited: false });
  if (session.get().result) await analyseSession();
}

function lost(): void {
  hold = null;
  pending = null;
  clearTimeout(timer);
  keeping.set({ hold: "lost", saved: !hasUnsaved() });
}

/** Lets the kept study go, after what is still to be saved. */
function leave(): void {
  const own = hold;
  hold = null;
  void saveNow().then(() => own?.release());
  copying.abort();
  keeping.set(nothing);
}

/** Papers that are to be saved a moment after the last edit. */
let pending: { readonly id: string; readonly papers: Papers } | null = null;
let saving = Promise.resolve();

function saveSoon(): void {
  const { id, hold: held, other } = keeping.get();
  const { papers } = session.get();
  if (id === null || held !== "held" || other || !papers) return;
  pending = { id, papers };
  if (keeping.get().saved) keeping.set({ saved: false });
  clearTimeout(timer);
  timer = setTimeout(() => void saveNow(), pause);
}

/** Saves what is to be saved, one saving after the other. */
function saveNow(): Promise<void> {
  clearTimeout(timer);
  const next = pending;
  pending = null;
  if (next) saving = saving.then(() => save(next.id, next.papers));
  return saving;
}

async function save(id: string, papers: Papers): Promise<void> {
  try {
    const result = await saveKeptPapers(id, papers);
    if (keeping.get().id !== id) return;
    if (!("value" in result)) return keeping.set({ issues: result.issues });
    markSafe(papers);
    const current = session.get().papers === papers;
    keeping.set({ saved: current, issues: [] });
    if (current) session.set({ edited: false });
  } catch (error) {
    tellFault(error);
  }
}

function tellFault(error: unknown): void {
  session.set({ fault: error instanceof Error ? error.message : String(error) });
}

/** Watches the study that is open: saves edits of a kept one, lets it go when another is opened, asks before edits are lost. */
export function startKeeping(): void {
  session.subscribe(() => {
    const { files, papers } = session.get();
    if (files !== known.files) {
      leave();
      known = { files, safe: null };
    }
    if (papers === lastSeen) return;
    lastSeen = papers;
    if (papers === null) return;
    if (known.safe === null) known = { ...known, safe: papers };
    else if (hasUnsaved()) saveSoon();
  });
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void saveNow();
  });
  addEventListener("beforeunload", (event) => {
    if (!hasUnsaved()) return;
    void saveNow();
    event.preventDefault();
  });
}

let lastSeen: Papers | null = null;
const least = 100;

/** The function, called at most every tenth of a second. */
function throttled<A extends readonly unknown[]>(act: (...given: A) => void): (...given: A) => void {
  let last = 0;
  return (...given) => {
    const now = performance.now();
    if (now - last < least) return;
    last = now;
    act(...given);
  };
}
