import type { Finding, Text } from "../../../kernel/index.ts";
import type { MiflowcytItem } from "./miflowcyt-ev.ts";

const blank = { en: "not reported", ja: "記載なし" };

function said({ status, value, comment }: MiflowcytItem): Text {
  if (status === "not reported") return blank;
  const of = (language: "en" | "ja", by: string) =>
    [value[language], comment[language]].filter((words) => words !== "").join(by);
  return { en: of("en", "; "), ja: of("ja", "；") };
}

/** One note for each line of the table; never a failure, since the table asks what was reported, not what is good. */
export function miflowcytFindings(items: readonly MiflowcytItem[]): readonly Finding[] {
  return items.map((one) => {
    const words = said(one);
    const named = (title: string, rest: string, by: string) => (rest === "" ? title : `${title}${by}${rest}`);
    const settled = one.status === "met" || one.status === "not applicable";
    return {
      rule: `cytometry.miflowcytEv.${one.item}`,
      status: one.status,
      severity: one.status === "doubtful" ? "caution" : "note",
      subject: { level: "study" },
      message: {
        en: named(one.title.en, words.en, ": "),
        ja: named(one.title.ja, words.ja, "："),
      },
      remedy: settled ? { en: "", ja: "" } : one.asks,
      clause: `MIFlowCyt-EV ${one.item} (10.1080/20013078.2020.1713526)`,
      estimates: [],
    };
  });
}
