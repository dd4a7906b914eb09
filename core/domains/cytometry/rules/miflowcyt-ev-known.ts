import type { Text } from "../../../kernel/index.ts";
import type { ControlKind } from "../operations/vesicles/controls.ts";
import type { MiflowcytFacts } from "./miflowcyt-ev-facts.ts";
import type { MiflowcytId } from "./miflowcyt-ev-items.ts";

/** What the facts say of one item; `doubt` says what is still missing. */
export interface Known {
  readonly value: Text;
  readonly evidence: readonly string[];
  readonly doubt: Text | null;
  /** The doubt is of the measurement itself: no words of a person settle it. */
  readonly stands: boolean;
}

const same = (words: string): Text => ({ en: words, ja: words });
const sheet = ["samples.csv"];
const study = ["study.yaml"];

function known(
  value: Text | string,
  evidence: readonly string[],
  doubt: Text | null = null,
  stands = false,
): Known {
  return { value: typeof value === "string" ? same(value) : value, evidence, doubt, stands };
}

const fluorescent = (facts: MiflowcytFacts) => facts.channels.filter(({ role }) => role === "fluorescence");

function stains(facts: MiflowcytFacts): Known | null {
  const labelled = fluorescent(facts).filter(({ label }) => label !== "");
  if (labelled.length === 0) return null;
  return known(labelled.map(({ name, label }) => `${label} (${name})`).join(", "), facts.channelFiles, {
    en: "only the labels of the files: clone, lot, concentration, temperature and time are not given",
    ja: "ファイルのラベルのみで、クローン・ロット・濃度・温度・時間の記載がない",
  });
}

function dilutions({ dilutions: { factors, missing } }: MiflowcytFacts): Known | null {
  if (factors.length === 0) return null;
  const lacking = {
    en: `${missing} sample files have no factor; the diluent is not given`,
    ja: `希釈倍率のない試料ファイルが ${missing} 個あり、希釈液の記載もない`,
  };
  const diluent = { en: "the diluent is not given", ja: "希釈液の記載がない" };
  const unique = [...new Set(factors)].sort((a, b) => a - b);
  return known(unique.map((factor) => `1:${factor}`).join(", "), sheet, missing > 0 ? lacking : diluent);
}

const control =
  (kind: ControlKind) =>
  ({ controls }: MiflowcytFacts): Known | null => {
    const files = controls[kind] ?? [];
    return files.length === 0 ? null : known(files.join(", "), files);
  };

const verdicts = {
  single: { en: "supports single particles", ja: "単一粒子と考えて矛盾しない" },
  swarm: { en: "supports a swarm", ja: "スウォームが疑われる" },
  undecided: { en: "not decided", ja: "判定不能" },
} as const;

function series({ series: found }: MiflowcytFacts): Known | null {
  if (found === null) return null;
  const factors = found.factors.map((factor) => `1:${factor}`).join(", ");
  const { en, ja } = verdicts[found.verdict];
  const doubt = {
    en: `the series ${found.verdict === "swarm" ? "supports several particles per event" : "does not decide"}`,
    ja: found.verdict === "swarm" ? "1 イベントに複数粒子が含まれる可能性" : "希釈系列では判定できない",
  };
  const value = { en: `${factors}: ${en}`, ja: `${factors}：${ja}` };
  return known(value, found.files, found.verdict === "single" ? null : doubt, true);
}

function trigger({ trigger: found }: MiflowcytFacts): Known | null {
  if (found === null) return null;
  const doubt = { en: "the threshold is not in the files", ja: "閾値がファイルに記載されていない" };
  const words = found.threshold === "" ? found.channel : `${found.channel} ≥ ${found.threshold}`;
  return known(words, found.files, found.threshold === "" ? doubt : null);
}

const sources = {
  file: { en: "volume stated by the file", ja: "ファイル記載の体積" },
  sheet: { en: "volume of the sample sheet", ja: "試料表の体積" },
  "flow rate": { en: "set flow rate and time", ja: "設定流量と時間" },
  "counting beads": { en: "counting beads", ja: "計数ビーズ" },
} as const;

function volume({ volume: found }: MiflowcytFacts): Known | null {
  if (found === null) return null;
  const { en, ja } = sources[found.source];
  const unchecked = { en: "the flow rate was not checked", ja: "流量が検証されていない" };
  return known(
    { en: `${en}: ${found.words}`, ja: `${ja}：${found.words}` },
    found.source === "sheet" ? sheet : found.files,
    found.source === "flow rate" ? unchecked : null,
  );
}

function fluorescence(facts: MiflowcytFacts): Known | null {
  const { fluorescence: found } = facts;
  if (found.length === 0) return null;
  const named = new Set(found.map(({ channel }) => channel));
  const without = fluorescent(facts).filter(({ name }) => !named.has(name));
  const poor = found.filter(({ doubtful }) => doubtful);
  const names = (all: readonly string[]) => all.join(", ");
  const missing = names(without.map(({ name }) => name));
  const doubtful = names(poor.map(({ channel }) => channel));
  const doubt = {
    en: [missing && `not calibrated: ${missing}`, doubtful && `doubtful: ${doubtful}`]
      .filter(Boolean)
      .join("; "),
    ja: [missing && `未校正：${missing}`, doubtful && `疑義あり：${doubtful}`].filter(Boolean).join("、"),
  };
  const words = found.map(({ channel, unit }) => `${channel}: ${unit}`).join(", ");
  return known(
    words,
    [...new Set(found.map(({ file }) => file))],
    doubt.en === "" ? null : doubt,
    doubtful !== "",
  );
}

function scatter({ scatter: found }: MiflowcytFacts): Known | null {
  if (found === null) return null;
  const doubt = { en: "the fit to the beads is doubtful", ja: "ビーズへの当てはめに疑義がある" };
  return known(
    { en: `${found.channel}: ${found.model.en}`, ja: `${found.channel}：${found.model.ja}` },
    [found.file],
    found.doubtful ? doubt : null,
    true,
  );
}

function refractiveIndex({ refractiveIndex: found }: MiflowcytFacts): Known | null {
  if (found === null) return null;
  const { en, ja } =
    found.basis === "assumed" ? { en: "assumed", ja: "仮定" } : { en: "measured", ja: "測定" };
  return known({ en: `${found.words.en} (${en})`, ja: `${found.words.ja}（${ja}）` }, study);
}

function ranges({ ranges: found }: MiflowcytFacts): Known | null {
  const some = found.filter(({ lower, upper }) => lower !== null || upper !== null);
  if (some.length === 0) return null;
  const end = (value: number | null) => (value === null ? "?" : String(value));
  const open = found
    .filter(({ lower, upper }) => lower === null || upper === null)
    .map(({ channel }) => channel);
  const doubt = {
    en: `an end is not known: ${open.join(", ")}`,
    ja: `上限または下限が不明：${open.join(", ")}`,
  };
  const words = some.map(
    ({ channel, lower, upper, unit }) => `${channel}: ${end(lower)}–${end(upper)} ${unit}`,
  );
  return known(words.join("; "), [], open.length > 0 ? doubt : null);
}

function concentrations({ concentrations: found }: MiflowcytFacts): Known | null {
  if (found === null) return null;
  const doubt = {
    en: `given for ${found.samples} of ${found.of} samples`,
    ja: `${found.of} 試料中 ${found.samples} 試料のみ`,
  };
  return known(found.words, [], found.samples < found.of ? doubt : null);
}

function brightness({ brightness: found }: MiflowcytFacts): Known | null {
  if (found.length === 0) return null;
  return known(found.map(({ channel, unit }) => `${channel}: ${unit}`).join(", "), []);
}

const ifGiven = (words: Text | string | null): Known | null => (words === null ? null : known(words, []));

/** What the facts know of each item; items that only a person can answer are absent. */
export const knownItems: Readonly<Partial<Record<MiflowcytId, (facts: MiflowcytFacts) => Known | null>>> = {
  "2.1": stains,
  "2.3": dilutions,
  "3.1": control("buffer"),
  "3.2": control("reagent"),
  "3.3": control("unstained"),
  "3.4": control("isotype"),
  "3.5": control("single-stain"),
  "3.6": control("procedural"),
  "3.7": series,
  "3.8": control("detergent"),
  "4.1": trigger,
  "4.2": volume,
  "4.3": fluorescence,
  "4.4": scatter,
  "5.1": ({ diameters }) => ifGiven(diameters),
  "5.2": refractiveIndex,
  "5.3": ({ epitopes }) => ifGiven(epitopes),
  "6.2": ranges,
  "6.3": concentrations,
  "6.4": brightness,
  "7.1": ({ deposit }) => (deposit ? known(`${deposit.repository} ${deposit.accession}`, study) : null),
};
