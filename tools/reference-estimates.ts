import { domains } from "../core/domains/index.ts";
import type { Domain, Estimate } from "../core/kernel/index.ts";
import { code, codes, distinct, page, type ReferenceFile, table } from "./reference-markdown.ts";
import type { ReferenceStudy } from "./reference-studies.ts";

interface Given {
  readonly estimate: Estimate;
  /** The operation or, for what the instrument printed, the format. */
  readonly by: string;
}

/** Every estimate id with unit, levels, basis and what gave it in the studies that were run. */
export function estimatesPage(studies: readonly ReferenceStudy[]): ReferenceFile {
  const given = studies.flatMap(({ document }) => {
    const operations = new Map(
      document.evidence.flatMap((node) =>
        node.kind === "operation" ? [[node.id, node.operation] as const] : [],
      ),
    );
    return document.estimates.map(
      (estimate): Given => ({ estimate, by: operations.get(estimate.evidence)! }),
    );
  });
  return page(
    "estimates.md",
    { en: "Estimates", ja: "推定値" },
    {
      en: "Every number that a result document can hold, by its stable id. Unit, level, basis, intervals and qualifiers are what real runs gave: of the example study, and of further simulated studies with what the example has not. Units are UCUM codes.",
      ja: "結果ドキュメントに現れるすべての数値と、その固定 ID です。単位・対象・根拠・区間・限定は、例題と、例題にないものを集めた模擬研究を実際に解析して得たものです。単位は UCUM コードです。",
    },
    [
      "**level / 対象**: capture 測定（動画など 1 回）, file ファイル, sample 試料, group 条件, study 研究全体. **basis / 根拠**: `stated` printed by the instrument 装置の印字値, `derived` from what it wrote ファイルの値から計算, `inferred` through a model モデルによる推定, `assumed` 仮定.",
      ...domains.flatMap((domain) => domainParts(domain, given)),
    ],
  );
}

function domainParts(domain: Domain, given: readonly Given[]): string[] {
  const byId = new Map(
    Object.keys(domain.terms.estimates).map((id) => [id, given.filter((one) => one.estimate.id === id)]),
  );
  const seen = [...byId].filter(([, own]) => own.length > 0);
  const never = [...byId].filter(([, own]) => own.length === 0);
  const head = [
    "id",
    "what it is",
    "内容",
    "unit / 単位",
    "level / 対象",
    "basis / 根拠",
    "given by / 出力元",
    "intervals / 区間",
    "qualifiers / 限定",
  ];
  const rows = seen.map(([id, own]) => {
    const estimates = own.map(({ estimate }) => estimate);
    const { en, ja } = domain.terms.estimates[id]!;
    return [
      code(id),
      en,
      ja,
      codes(estimates.map(({ unit }) => unit)),
      distinct(estimates.map(({ subject }) => subject.level)).join(", "),
      distinct(estimates.map(({ basis }) => basis)).join(", "),
      codes(own.map(({ by }) => by)),
      codes(estimates.flatMap(({ interval }) => interval?.method ?? [])),
      codes(estimates.flatMap(({ qualifiers }) => Object.keys(qualifiers))),
    ];
  });
  const missing = never.map(([id]) => [
    code(id),
    domain.terms.estimates[id]!.en,
    domain.terms.estimates[id]!.ja,
  ]);
  return [
    `## ${domain.id}`,
    table(head, rows),
    ...(missing.length > 0
      ? [
          "### Not given by these runs / これらの解析では出力されなかったもの",
          "The ids are kept for such numbers, but no file of these studies gives them, so nothing is said of their unit and level here.\n\n次の ID は用意されていますが、これらの研究のどのファイルからも出力されないため、単位や対象はここに示しません。",
          table(["id", "what it is", "内容"], missing),
        ]
      : []),
  ];
}
