import { domains } from "../core/domains/index.ts";
import type { Estimate, Text } from "../core/kernel/index.ts";
import { code, distinct, page, type ReferenceFile, table } from "./reference-markdown.ts";
import type { ReferenceStudy } from "./reference-studies.ts";

/** The codes that estimates carry besides their ids, by where they stand. */
export function carriedCodes(estimates: readonly Estimate[]) {
  return {
    flags: distinct(estimates.flatMap((estimate) => estimate.flags)),
    assumptions: distinct(estimates.flatMap((estimate) => estimate.assumptions)),
    intervals: distinct(estimates.flatMap(({ interval }) => interval?.method ?? [])),
    qualifiers: distinct(estimates.flatMap(({ qualifiers }) => Object.keys(qualifiers))),
    // values that are names or numbers of the study explain themselves
    qualifierValues: distinct(
      estimates.flatMap(({ qualifiers }) =>
        [
          qualifiers.dilutionState,
          qualifiers.weighting,
          qualifiers.control,
          qualifiers.thresholdFrom,
          qualifiers.of,
        ].filter((value) => value !== undefined),
      ),
    ),
  };
}

/** Flags, assumptions, interval methods and qualifiers with their sentences, and which of them the runs gave. */
export function termsPage(studies: readonly ReferenceStudy[]): ReferenceFile {
  const estimates = studies.flatMap(({ document }) => document.estimates);
  return page(
    "terms.md",
    { en: "Flags, assumptions, intervals and qualifiers", ja: "フラグ・仮定・区間・限定" },
    {
      en: "What goes with a number. Flags are doubts, assumptions are what has to hold for it, the method says how its interval was made, and qualifiers say what it is of. The last column tells whether the studies that this reference is made from gave the code; those that they did not are of operations that people call, or of data that is rarer still.",
      ja: "数値に添えられるコードです。フラグは疑い、仮定はその数値の前提、方法は区間の求め方、限定は何についての数値かを示します。最後の列は、この資料のもとになった研究で実際に出力されたかどうかです。出力されなかったものは、個別に呼び出す演算のもの、またはよりまれなデータで現れるものです。",
    },
    domains.flatMap((domain) => {
      const { flags, assumptions, intervals, qualifiers } = domain.terms;
      const carried = carriedCodes(estimates.filter(({ id }) => id.startsWith(`${domain.id}.`)));
      return [
        `## ${domain.id}`,
        "### Flags / フラグ",
        termTable(flags, carried.flags),
        "### Assumptions / 仮定",
        termTable(assumptions, carried.assumptions),
        "### Interval methods / 区間の求め方",
        termTable(intervals, carried.intervals),
        "### Qualifiers and their values / 限定とその値",
        termTable(qualifiers, [...carried.qualifiers, ...carried.qualifierValues]),
      ];
    }),
  );
}

function termTable(terms: Readonly<Record<string, Text>>, carried: readonly string[]): string {
  const rows = distinct(Object.keys(terms)).map((term) => [
    code(term),
    terms[term]!.en,
    terms[term]!.ja,
    carried.includes(term) ? "yes / あり" : "no / なし",
  ]);
  return table(["code", "what it says", "内容", "in the runs / 解析での出力"], rows);
}
