import type { FileDescription } from "@vesica/run/describe";
import type { Language } from "vesica/kernel";
import { doTask, mapTask } from "../engine/engine.ts";
import { type GivenFile, listingOf } from "../sources/listing.ts";
import type { Listing } from "../sources/source.ts";
import { analyseSession } from "./analyse.ts";
import { noSession, session } from "./state.ts";
import { begin, failed } from "./work.ts";

export const exampleSeed = 1;

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
}

/** Opens a folder wherever it is. */
export async function openListing(
  { title, files, papers, issues }: Listing,
  place: "memory" | "kept" | "served",
  language: Language,
): Promise<void> {
  const signal = begin();
  session.set({ ...noSession, stage: "looking", title, place, files, issues });
  try {
    const names = files.map(({ name }) => name);
    const said = papers.study ? (await doTask("files-by-papers", { papers, names }, signal)).mapped : {};
    const looked = await mapTask(
      "describe-file",
      files.map(({ name, blob }) => ({ name, blob, mapping: said[name]?.mapping ?? null })),
      {
        signal,
        label: (input) => (input as GivenFile).name,
        progress: (progress) => session.set({ progress }),
      },
    );
    const found = new Map<string, FileDescription>(looked.map((each) => [each.source.name, each]));
    const drafted =
      papers.study && papers.sheet
        ? null
        : await doTask("draft-study", { title: title || "study", found: looked, language }, signal);
    session.set({
      stage: "ready",
      found,
      progress: null,
      papers: { study: papers.study ?? drafted!.study, sheet: papers.sheet ?? drafted!.sheet },
      unknown: drafted?.unknown ?? [],
      edited: drafted !== null,
    });
  } catch (error) {
    failed(error, signal);
  }
}

/** Makes the example study and analyses it at once. */
export async function openExample(language: Language): Promise<void> {
  session.set({ ...noSession, stage: "looking", title: "vesica-demo" });
  const files = await doTask("make-example", exampleSeed);
  await openFiles("vesica-demo", files, language);
  await analyseSession();
}

/** Lets the study go. */
export function closeSession(): void {
  begin();
  session.set(noSession);
}
