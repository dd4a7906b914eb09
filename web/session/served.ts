import { folderIssues } from "@vesica/run/issues";
import type { Papers } from "@vesica/run/study";
import type { Language } from "vesica/kernel";
import { putPapers, readServed, type ServedStudy, versionOf } from "../sources/served.ts";
import type { SourceFile } from "../sources/source.ts";
import { analyseSession } from "./analyse.ts";
import { describeFiles, lookAtFiles } from "./look.ts";
import { openListing } from "./open.ts";
import { fileChanges, isNothing, withPapers } from "./served-changes.ts";
import { mergePapers, unsavedPapers } from "./served-papers.ts";
import { tellRefusal } from "./served-refusal.ts";
import { noServed, served } from "./served-state.ts";
import { noSession, session } from "./state.ts";
import { begin } from "./work.ts";

let turn: Promise<unknown> = Promise.resolve();

/** One thing after the other with the server; a server that does not answer is told, anything else is a fault. */
function inTurn(act: () => Promise<void>): Promise<void> {
  const done = turn.then(act).catch(tellRefusal);
  turn = done;
  return done;
}

/** Opens the folder that is served. Where it was run before, its results are brought up to date at once. */
export function openServed(language: Language): Promise<void> {
  return inTurn(async () => open(await readServed(), language));
}

async function open({ listing, stamp, papers, ran }: ServedStudy, language: Language): Promise<void> {
  const { title, files, issues } = listing;
  served.set({ ...noServed, link: "open", title, stamp, base: papers });
  if (files.length === 0) {
    begin();
    const empty = folderIssues.raise("folder-empty");
    session.set({ ...noSession, place: "served", title, stage: "refused", issues: [empty, ...issues] });
    return;
  }
  await openListing(listing, "served", language);
  if (ran && session.get().papers) void analyseSession();
  else if (session.get().found.size === 0) await lookAtFiles();
}

/** Takes over what changed in the folder; a study that had results is analysed again. Edits of this page stay. */
export function refreshServed(language: Language): Promise<void> {
  return inTurn(async () => {
    const now = await readServed(session.get().files);
    served.set({ link: "open" });
    const { stamp, base } = served.get();
    const { place, papers, files, found, result, stage } = session.get();
    if (now.stamp === stamp || place !== "served") return;
    if (!papers) return open(now, language);
    const merged = mergePapers(papers, base, now.papers);
    const changes = withPapers(fileChanges(files, now.listing.files), base, now.papers);
    const conflict = merged.conflicts.length > 0;
    served.set({ stamp: now.stamp, base: merged.base, theirs: conflict ? now.papers : null });
    const again = result !== null || stage === "running";
    const signal = begin();
    const fresh = now.listing.files.filter((file) => !files.includes(file));
    session.set({
      files: now.listing.files,
      found: new Map(
        now.listing.files.flatMap(({ name }) => (found.has(name) ? [[name, found.get(name)!]] : [])),
      ),
      papers: merged.papers,
      edited: conflict || unsavedPapers(merged.papers, merged.base).length > 0,
      oddities: now.listing.issues,
      stage: result ? "done" : "ready",
      progress: null,
    });
    const news = isNothing(changes) ? null : { changes, analysed: false };
    if (news) served.set({ told: news });
    if (again) {
      void analyseSession().then(() => {
        const { result: last, stage: then } = session.get();
        const analysed = then === "done" && last?.document !== result?.document;
        if (news && analysed && served.get().told === news) served.set({ told: { changes, analysed } });
      });
    }
    void describe(fresh, again ? undefined : signal).catch(() => {});
  });
}

/** Recognises files that are new or others than before; the descriptions of the rest stay. */
async function describe(files: readonly SourceFile[], signal: AbortSignal | undefined): Promise<void> {
  if (files.length === 0) return;
  const { papers } = session.get();
  const described = await describeFiles(files, papers ?? { study: null, sheet: null }, signal);
  const current = new Map(session.get().files.map(({ name, blob }) => [name, versionOf(blob)]));
  const still = described.filter((_, at) => current.get(files[at]!.name) === versionOf(files[at]!.blob));
  session.set({
    found: new Map([...session.get().found, ...still.map((each) => [each.source.name, each] as const)]),
  });
}

/** Writes the papers that were edited here into the folder; where the disk has others by now, that is a conflict to decide. */
export function saveServed(): Promise<void> {
  return inTurn(async () => {
    const { papers, place } = session.get();
    const { base } = served.get();
    if (!papers || place !== "served") return;
    const edits = unsavedPapers(papers, base);
    if (edits.length === 0) return session.set({ edited: false });
    served.set({ saving: true });
    try {
      const changes = edits.map((name) => [name, { bytes: papers[name], was: base[name]?.sha256 ?? null }]);
      const { written, papers: disk } = await putPapers(Object.fromEntries(changes));
      served.set({ link: "open" });
      const mine = session.get().papers ?? papers;
      const from = written
        ? { ...base, ...Object.fromEntries(edits.map((name) => [name, disk[name]])) }
        : base;
      const merged = mergePapers(mine, from, disk);
      const conflict = merged.conflicts.length > 0;
      served.set({ base: merged.base, theirs: conflict ? disk : null });
      const unsaved = unsavedPapers(merged.papers, merged.base).length > 0;
      session.set({ papers: merged.papers, edited: unsaved });
      if (!unsaved && session.get().result) void analyseSession();
    } finally {
      served.set({ saving: false });
    }
  });
}

/** Decides a conflict: the disk's papers, or this page's, which are then written. The others stay aside. */
export async function decideConflict(keep: "disk" | "mine"): Promise<void> {
  const { theirs, base } = served.get();
  const mine = session.get().papers;
  if (!theirs || !mine) return;
  const { conflicts } = mergePapers(mine, base, theirs);
  const disk: Papers = { study: theirs.study?.bytes ?? mine.study, sheet: theirs.sheet?.bytes ?? mine.sheet };
  const chosen = Object.fromEntries(conflicts.map((name) => [name, disk[name]]));
  served.set({
    base: { ...base, ...Object.fromEntries(conflicts.map((name) => [name, theirs[name]])) },
    theirs: null,
    aside: keep === "disk" ? mine : { ...mine, ...chosen },
  });
  if (keep === "mine") return saveServed();
  const papers = { ...mine, ...chosen };
  session.set({ papers, edited: unsavedPapers(papers, served.get().base).length > 0 });
  if (session.get().result) await analyseSession();
}

/** Puts back the papers that were decided against; those that stand now go aside. */
export async function putAsideBack(): Promise<void> {
  const { aside, base } = served.get();
  const { papers, result } = session.get();
  if (!aside || !papers) return;
  served.set({ aside: papers });
  session.set({ papers: aside, edited: unsavedPapers(aside, base).length > 0 });
  if (result) await analyseSession();
}
