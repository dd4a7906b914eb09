import { particlesParameters } from "../core/domains/particles/analysis/parameters.ts";
import type { StudySummary } from "../core/domains/particles/analysis/study-summary.ts";
import type { FileSummary } from "../core/domains/particles/analysis/summary.ts";
import { particles } from "../core/domains/particles/index.ts";
import { checkMessages } from "../core/domains/particles/rules/check-messages.ts";
import type { DomainResult, Finding, Json, Text } from "../core/kernel/index.ts";
import { code, codes, page, type ReferenceFile, table } from "./reference-markdown.ts";
import { schemaFields } from "./reference-schema.ts";
import type { ReferenceStudy } from "./reference-studies.ts";

/** Parameters that decide a rule without being its limit. */
const bearsOn: Readonly<Record<string, string>> = {
  detectionLimit: "truncated_below_dmin",
  viscosityKnown: "viscosity_assumed",
};

const same = (text: string): Text => ({ en: text, ja: text });

type Check = StudySummary["samples"][number]["checks"][number];

/** Every rule with what it says where it is not met: the rules run on a sample that meets none. */
export function failingFindings(): readonly Finding[] {
  const checks = Object.keys(checkMessages).map(
    (flag) => ({ flag, status: "not met", found: same("{found}"), limit: same("{limit}") }) as Check,
  );
  const summary: StudySummary = {
    samples: [{ name: "{sample}", role: "sample", instrument: null, detectionLimit: null, checks }],
  };
  const warned: FileSummary = {
    kind: "zeta",
    pack: "",
    sample: "",
    zetaPotential: null,
    profile: [],
    instrumentWarnings: (["fail", "caution"] as const).map((severity) => ({
      key: "{key}",
      words: "{words}",
      severity,
      line: "{line}" as unknown as number,
    })),
  };
  const result: DomainResult = {
    estimates: [],
    files: [{ file: "{file}", format: "", summary: warned as unknown as Json }],
    study: { steps: [], summary: summary as unknown as Json, issues: [] },
    design: { title: "", question: "", rows: [], parameters: {}, seed: 1 },
  };
  return particles.rules(result);
}

/** Every rule with severity, limit, parameter and clause. */
export function findingsPage(studies: readonly ReferenceStudy[]): ReferenceFile {
  const fields = schemaFields(particlesParameters);
  const rows = failingFindings().map(({ rule, severity, status, message, remedy, clause }) => {
    const flag = rule.slice("particles.".length);
    const parameters = fields
      .filter(({ name, en }) => en.includes(`\`${flag}\``) || bearsOn[name] === flag)
      .map(({ name }) => name);
    return [
      code(rule),
      severity,
      status,
      message.en,
      message.ja,
      limitOf(flag, studies),
      codes(parameters),
      remedy.en,
      remedy.ja,
      clause,
    ];
  });
  const head = [
    "rule / 規則",
    "severity / 重大度",
    "status / 判定",
    "what it says",
    "内容",
    "limit / 限度",
    "parameter / パラメーター",
    "what to do",
    "対処",
    "clause / 根拠",
  ];
  return page(
    "findings.md",
    { en: "Findings", ja: "判定" },
    {
      en: "Every rule and what it says where it is not met. `fail` makes the run end with status 1; `caution` and `note` do not. The limits are those of the example study, which sets only `detectionLimit`; those with a parameter can be set in study.yaml ([parameters.md](parameters.md)). Where all samples meet a rule, or its files do not report what it needs, one note says so for the whole study.",
      ja: "すべての規則と、満たさない場合に示す内容です。`fail` があると終了コードは 1 になり、`caution` と `note` では変わりません。限度は例題（`detectionLimit` だけを設定）のものです。パラメーターがあるものは study.yaml で変更できます（[parameters.md](parameters.md)）。すべての試料が満たす場合や、ファイルに必要な記載がない場合は、研究全体について一つの注記で示します。",
    },
    [`## ${particles.id}`, table(head, rows)],
  );
}

/** The limit as the example study's checks state it; empty where a check has none. */
function limitOf(flag: string, [example]: readonly ReferenceStudy[]): string {
  const summaries = example!.results.map(({ study }) => study.summary as unknown as StudySummary);
  const checks = summaries.flatMap(({ samples }) => samples.flatMap((sample) => sample.checks));
  const limit = checks.find((check) => check.flag === flag && check.limit.en !== "")?.limit;
  if (limit === undefined) return "";
  return limit.en === limit.ja ? limit.en : `${limit.en} / ${limit.ja}`;
}
