import { type Figure, type Language, languages } from "vesica/kernel";
import type { Drawings } from "vesica/report";
import { doTask, mapTask } from "../engine/engine.ts";
import type { ComposeStudyInput } from "../worker/compose-study.ts";
import { lookAtFiles } from "./look.ts";
import type { StudyResult } from "./result.ts";
import { session } from "./state.ts";

/** In milliseconds; until then the page may use every core to show what it has. */
const untilDrawn = 250;

/** Draws the figures of the results that are shown and writes the results' files, while the person reads. */
export async function finishResult(input: ComposeStudyInput, signal: AbortSignal): Promise<void> {
  const drawings = await drawShown(signal);
  const files = await doTask("write-results", { ...input, drawings }, signal);
  complete({ files }, signal);
  await lookIfDue(signal);
}

/** Draws the figures of the results that are shown, while the person reads. */
export async function drawShown(signal: AbortSignal): Promise<Drawings> {
  const { document } = session.get().result!;
  await new Promise((resolve) => setTimeout(resolve, untilDrawn));
  signal.throwIfAborted();
  const drawings = await drawAll(document.figures, signal);
  complete({ drawings }, signal);
  return drawings;
}

/** Recognises the files where the study was analysed before anybody looked at them. */
export async function lookIfDue(signal: AbortSignal): Promise<void> {
  if (session.get().found.size === 0) await lookAtFiles(signal);
}

function complete(part: Partial<StudyResult>, signal: AbortSignal): void {
  signal.throwIfAborted();
  session.set({ result: { ...session.get().result!, ...part } });
}

/** Every figure in both languages, as the report shows them. */
async function drawAll(figures: readonly Figure[], signal: AbortSignal): Promise<Drawings> {
  const jobs = languages.flatMap((language) => figures.map((figure) => ({ figure, language })));
  const drawn = await mapTask("draw-figure", jobs, { signal });
  const drawings = new Map<string, Record<Language, string>>();
  jobs.forEach(({ figure, language }, index) => {
    drawings.set(figure.id, { ...drawings.get(figure.id)!, [language]: drawn[index]! });
  });
  return drawings;
}
