import type { TaskTable } from "vesica/study";
import { type AnalyseFileInput, analyseFile } from "./analyse-file.ts";
import { type ComposeInput, composeResults } from "./compose.ts";
import { type DescribeFileInput, describeFile } from "./describe-file.ts";
import { loadDomains } from "./domains.ts";
import type { Setup } from "./setup.ts";

/** What a worker can run, by id. */
export function taskTable(setup: Pick<Setup, "domains">): TaskTable {
  return {
    "analyse-file": async (input: AnalyseFileInput) => analyseFile((await loadDomains(setup)).domains, input),
    "describe-file": async (input: DescribeFileInput) =>
      describeFile((await loadDomains(setup)).domains, input),
    "compose-results": async (input: ComposeInput) =>
      composeResults((await loadDomains(setup)).domains, input),
  };
}
