import type { Language } from "vesica/kernel";
import { doTask, mapTask } from "../engine/engine.ts";
import { type GivenFile, listingOf } from "../sources/listing.ts";
import type { Listing } from "../sources/source.ts";
import { analyseSession } from "./analyse.ts";
import { lookAtFiles } from "./look.ts";
import { noSession, type SessionState, session } from "./state.ts";
import { begin, failed } from "./work.ts";

const exampleSeed = 1;

/** Opens the files that a person gave: looks at each and drafts the papers where the folder has none. */
export async function openFiles(
  title: string,
  given: readonly GivenFile[],
  language: Language,
): Promise<void> {
  const listing = await listingOf(title, given);
  if (!("value" in listing)) {
    session.set({ ...noSession, title, stage: "refused", issues: listing.issues });
    return;
  }
  await openListing(listing.value, "memory", language);
  if (session.get().found.size === 0) await lookAtFiles();
}

/** Opens a folder wherever it is. Where it has its papers they stand at once, and the files are looked at meanwhile. */
export async function openListing(
  { title, files, papers, issues }: Listing,
  place: SessionState["place"],
  language: Language,
): Promise<void> {
  const signal = begin();
  const { study, sheet } = papers;
  session.set({ ...noSession, stage: "looking", title, place, files, oddities: issues, issues });
  if (study && sheet) {
    session.set({ stage: "ready", papers: { study, sheet } });
    return;
  }
  try {
    const found = await lookAtFiles(signal, papers);
    const drafted = await doTask("draft-study", { title: title || "study", found, language }, signal);
    session.set({
      stage: "ready",
      progress: null,
      papers: { study: study ?? drafted.study, sheet: sheet ?? drafted.sheet },
      unknown: drafted.unknown,
      edited: true,
    });
  } catch (error) {
    failed(error, signal);
  }
}

/** Makes the example study and analyses it at once. */
export async function openExample(language: Language): Promise<void> {
  const signal = begin();
  session.set({ ...noSession, stage: "looking", title: "vesica-demo" });
  try {
    const files = await makeExample(signal);
    const listing = await listingOf("vesica-demo", files);
    if (!("value" in listing)) return;
    await openListing(listing.value, "memory", language);
  } catch (error) {
    failed(error, signal);
    return;
  }
  await analyseSession();
}

async function makeExample(signal: AbortSignal): Promise<readonly GivenFile[]> {
  const rooms = await doTask("example-rooms", null, signal);
  const parts = await mapTask(
    "make-example-part",
    rooms.map((room) => ({ room, seed: exampleSeed })),
    { signal },
  );
  const byRoom = Object.fromEntries(rooms.map((room, index) => [room, parts[index]!]));
  return doTask("join-example", byRoom, signal);
}
