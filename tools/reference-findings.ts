import { cytometry } from "../core/domains/cytometry/index.ts";
import { particles } from "../core/domains/particles/index.ts";
import type { Domain, DomainResult, Finding, Text } from "../core/kernel/index.ts";
import { bearsOnCytometry, cytometryLimit, failingCytometry } from "./reference-findings-cytometry.ts";
import { bearsOnParticles, failingParticles, particlesLimit } from "./reference-findings-particles.ts";
import { code, codes, page, type ReferenceFile, table } from "./reference-markdown.ts";
import { schemaFields } from "./reference-schema.ts";
import type { ReferenceStudy } from "./reference-studies.ts";

/** How a room's rules are made to speak, and what sets their limits. */
interface RoomRules {
  readonly domain: Domain;
  /** A study that meets none of them. */
  failing(): DomainResult;
  limit(flag: string, example: DomainResult): Text;
  bearsOn(flag: string, parameter: string, words: string): boolean;
}

/** The rules of every room. */
export const roomRules: readonly RoomRules[] = [
  {
    domain: particles as Domain,
    failing: failingParticles,
    limit: particlesLimit,
    bearsOn: bearsOnParticles,
  },
  {
    domain: cytometry as Domain,
    failing: failingCytometry,
    limit: cytometryLimit,
    bearsOn: bearsOnCytometry,
  },
];

/** Every rule with what it says where it is not met: the rules run on a study that meets none. */
export function failingFindings(): readonly Finding[] {
  return roomRules.flatMap(({ domain, failing }) => domain.rules(failing()));
}

/** Every rule with severity, limit, parameter and clause. */
export function findingsPage([example]: readonly ReferenceStudy[]): ReferenceFile {
  return page(
    "findings.md",
    { en: "Findings", ja: "判定" },
    {
      en: "Every rule and what it says where it is not met. `fail` makes the run end with status 1; `caution` and `note` do not. The limits are those of the example study; those with a parameter can be set in study.yaml ([parameters.md](parameters.md)). Where all samples meet a rule, or its files do not report what it needs, one note says so for the whole study.",
      ja: "すべての規則と、満たさない場合に示す内容です。`fail` があると終了コードは 1 になり、`caution` と `note` では変わりません。限度は例題のものです。パラメーターがあるものは study.yaml で変更できます（[parameters.md](parameters.md)）。すべての試料が満たす場合や、ファイルに必要な記載がない場合は、研究全体について一つの注記で示します。",
    },
    roomRules.flatMap((room) => [
      `## ${room.domain.id}`,
      table(head, roomRows(room, example!.results.get(room.domain.id)!)),
    ]),
  );
}

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

function roomRows({ domain, failing, limit, bearsOn }: RoomRules, example: DomainResult): string[][] {
  const fields = domain.parameters ? schemaFields(domain.parameters) : [];
  return domain.rules(failing()).map(({ rule, severity, status, message, remedy, clause }) => {
    const flag = rule.slice(domain.id.length + 1);
    const parameters = fields.filter(({ name, en }) => bearsOn(flag, name, en)).map(({ name }) => name);
    const { en, ja } = limit(flag, example);
    return [
      code(rule),
      severity,
      status,
      message.en,
      message.ja,
      en === ja ? en : `${en} / ${ja}`,
      codes(parameters),
      remedy.en,
      remedy.ja,
      clause,
    ];
  });
}
