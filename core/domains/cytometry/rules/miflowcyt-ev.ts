import type { Text } from "../../../kernel/index.ts";
import type { MiflowcytFacts } from "./miflowcyt-ev-facts.ts";
import {
  type MiflowcytId,
  type MiflowcytItemText,
  miflowcytIds,
  miflowcytItems,
} from "./miflowcyt-ev-items.ts";
import { knownItems } from "./miflowcyt-ev-known.ts";

export { type MiflowcytFacts, miflowcytAnswers, noFacts } from "./miflowcyt-ev-facts.ts";
export {
  type MiflowcytCategory,
  type MiflowcytId,
  type MiflowcytItemText,
  miflowcytCategories,
  miflowcytIds,
  miflowcytItems,
} from "./miflowcyt-ev-items.ts";

/** One line of the table. `not reported` has an empty value, and stays visible. */
export interface MiflowcytItem extends MiflowcytItemText {
  readonly item: MiflowcytId;
  readonly applicable: boolean;
  readonly status: "met" | "not reported" | "not applicable" | "doubtful";
  readonly value: Text;
  /** Files, `samples.csv`, `study.yaml`; empty where the analysis itself gave it. */
  readonly evidence: readonly string[];
  readonly comment: Text;
}

const nothing: Text = { en: "", ja: "" };

/** Items that a study without fluorescence, or with one colour, does not touch. */
const ofFluorescence: readonly MiflowcytId[] = ["2.1", "3.2", "3.3", "3.4", "3.5", "4.3", "5.3", "6.4"];

function untouched(id: MiflowcytId, { channels }: MiflowcytFacts): Text | null {
  if (channels.length === 0) return null;
  const colours = channels.filter(({ role }) => role === "fluorescence").length;
  if (colours === 0 && ofFluorescence.includes(id))
    return { en: "the files have no fluorescence channel", ja: "ファイルに蛍光チャンネルがない" };
  if (colours === 1 && id === "3.5")
    return { en: "the files have a single fluorescence channel", ja: "蛍光チャンネルが 1 つのみ" };
  if (id === "4.4" && !channels.some(({ role }) => role === "scatter"))
    return { en: "the files have no scatter channel", ja: "ファイルに散乱光チャンネルがない" };
  return null;
}

/** `not applicable: why` as a person writes it, in English or Japanese; the why may be absent. */
const takenOut = /^\s*(?:not applicable|n\/a|該当なし|適用外)\s*[:：,、.。-]?\s*/i;

function joined(first: string, second: string, by: string): string {
  return first === "" ? second : `${first}${by}${second}`;
}

function line(id: MiflowcytId, facts: MiflowcytFacts): MiflowcytItem {
  const about = { item: id, ...miflowcytItems[id] };
  const answer = Object.hasOwn(facts.answers, id) ? facts.answers[id]!.trim() : "";
  if (takenOut.test(answer)) {
    const why = answer.replace(takenOut, "");
    const comment = { en: why, ja: why };
    return {
      ...about,
      applicable: false,
      status: "not applicable",
      value: nothing,
      evidence: ["study.yaml"],
      comment,
    };
  }
  const found = knownItems[id]?.(facts) ?? null;
  const why = found === null && answer === "" ? untouched(id, facts) : null;
  if (why !== null)
    return {
      ...about,
      applicable: false,
      status: "not applicable",
      value: nothing,
      evidence: facts.channelFiles,
      comment: why,
    };
  const applicable = true;
  if (found === null && answer === "")
    return { ...about, applicable, status: "not reported", value: nothing, evidence: [], comment: nothing };
  if (answer === "")
    return {
      ...about,
      applicable,
      status: found!.doubt === null ? "met" : "doubtful",
      value: found!.value,
      evidence: found!.evidence,
      comment: found!.doubt ?? nothing,
    };
  const value = {
    en: joined(found?.value.en ?? "", answer, "; "),
    ja: joined(found?.value.ja ?? "", answer, "；"),
  };
  const evidence = [...new Set([...(found?.evidence ?? []), "study.yaml"])];
  const status = found !== null && found.doubt !== null && found.stands ? "doubtful" : "met";
  return { ...about, applicable, status, value, evidence, comment: found?.doubt ?? nothing };
}

/**
 * The MIFlowCyt-EV table of an experiment (Welsh 2020, 10.1080/20013078.2020.1713526): each item with what files, sheet,
 * analysis and the person's own answers know of it. `met` says that the item is reported, not that it is good; what is
 * not known stays blank as `not reported`. An answer beside what the files show settles
 * what was missing, but no doubt of the measurement itself.
 */
export function miflowcytEv(facts: MiflowcytFacts): readonly MiflowcytItem[] {
  return miflowcytIds.map((id) => line(id, facts));
}
