import { drawFigures, drawingEngine } from "@vesica/run/draw";
import { type Figure, languages } from "vesica/kernel";
import type { TaskTable } from "vesica/study";
import { type AnalyseFileInput, analyseFile } from "./analyse-file.ts";
import { type DescribeFileInput, describeFile } from "./describe-file.ts";
import { loadDomains } from "./domains.ts";
import type { Setup } from "./setup.ts";

/** What a worker can run, by id. */
export function taskTable(setup: Pick<Setup, "domains">): TaskTable {
  return {
    "analyse-file": async (input: AnalyseFileInput) => analyseFile((await loadDomains(setup)).domains, input),
    "describe-file": async (input: DescribeFileInput) =>
      describeFile((await loadDomains(setup)).domains, input),
    "load-drawing": async () => {
      await drawingEngine();
    },
    "draw-figures": (figures: readonly Figure[]) => drawFigures(figures, languages),
  };
}
