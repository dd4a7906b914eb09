import type { Estimate, Interval, Subject, Text } from "../kernel/index.ts";
import { estimateKey, fillText } from "../kernel/index.ts";
import { chip, code, type Inline, joined, lines, small, type Tone } from "./blocks.ts";
import type { ReportContext } from "./context.ts";
import { formatEstimate, formatNumber } from "./format.ts";
import { groupBy } from "./group.ts";
import { messages } from "./messages.ts";
import { unitText } from "./units.ts";

/** The number of an estimate with its unit, linked to its evidence. */
export function numberOf(estimate: Estimate, context: ReportContext): Inline {
  const unit = unitText(estimate.unit);
  return {
    kind: "number",
    digits: formatEstimate(estimate).value,
    unit,
    why: whyOf(estimate, context),
    estimate: estimateKey(estimate),
  };
}

/** The number alone, as the cells of a column with one unit show it, all with the same digits. */
export function bareNumberOf(estimate: Estimate, context: ReportContext): Inline {
  const { value, unit, interval, bound } = estimate;
  const digits = formatEstimate({ value, unit, interval, ...(bound ? { bound } : {}) }).value;
  return { kind: "number", digits, why: whyOf(estimate, context), estimate: estimateKey(estimate) };
}

const whyOf = (estimate: Estimate, context: ReportContext): string | undefined =>
  context.anchors.get(estimate.evidence);

/** The document's sentence for a code with the code beside it; the code alone where there is no sentence. */
export function named(id: string, context: ReportContext): readonly Inline[] {
  return Object.hasOwn(context.document.terms, id) ? [context.term(id), " ", small(code(id))] : [code(id)];
}

/** `95 % confidence interval (t between captures)`. */
export const intervalText = (interval: Interval, context: ReportContext): Text =>
  spellInterval(interval, context.term(interval.method));

function spellInterval({ kind, level }: Interval, how: Text): Text {
  const percent = formatNumber(level * 100).replace(/\.0+$/, "");
  const name = messages[kind];
  const share = kind === "range" && level === 1 ? "" : `${percent}\u00a0% `;
  return { en: `${share}${name.en} (${how.en})`, ja: `${share}${name.ja}（${how.ja}）` };
}

/** The kinds of intervals in `estimates`, each with its methods: `95 % confidence interval (t; exact Poisson)`. */
export function intervalTexts(estimates: readonly Estimate[], context: ReportContext): readonly Text[] {
  const intervals = estimates.flatMap(({ interval }) => interval ?? []);
  const kinds = groupBy(intervals, ({ kind, level }) => JSON.stringify([kind, level]));
  return [...kinds.values()].map((group) => {
    const [first] = group;
    const methods = [...new Set(group.map(({ method }) => method))].map((method) => context.term(method));
    const joinedMethods = {
      en: methods.map(({ en }) => en).join("; "),
      ja: methods.map(({ ja }) => ja).join("；"),
    };
    return spellInterval(first!, joinedMethods);
  });
}

/** Qualifiers whose value says all: `original sample`, an instrument's name. */
const selfExplaining: ReadonlySet<string> = new Set(["dilutionState", "instrument", "instruments"]);

/** What the estimate is of, by the document's sentence for the pair (`weighting=number`), else for name and value. */
export function qualifierTexts(
  qualifiers: Readonly<Record<string, string>>,
  context: ReportContext,
): readonly Text[] {
  return Object.keys(qualifiers)
    .sort()
    .map((name) => {
      const value = qualifiers[name]!;
      const pair = `${name}=${value}`;
      const { terms } = context.document;
      if (Object.hasOwn(terms, pair)) return context.term(pair);
      const words = context.term(value);
      if (selfExplaining.has(name) || !Object.hasOwn(terms, name)) return words;
      return { en: `${terms[name]!.en} ${words.en}`, ja: `${terms[name]!.ja}：${words.ja}` };
    });
}

/** The first `most` of `items` with commas between them, and how many more there are. */
export function firstOf(items: readonly Inline[], most: number): readonly Inline[] {
  const shown = joined(items.slice(0, most), ", ");
  const count = items.length - most;
  return count > 0 ? [...shown, " ", small(fillText(messages.andMore, { count }))] : shown;
}

export function flagChips(flags: readonly string[], context: ReportContext): readonly Inline[] {
  return flags.map((flag) => chip(context.term(flag), "doubtful"));
}

/** Who a finding or a number is about, in the study's own names. */
export function subjectInline(subject: Subject): readonly Inline[] {
  if (subject.level === "study") return [messages.wholeStudy];
  if (subject.level === "group") return [fillText(messages.group, { group: subject.group ?? "" })];
  const names: string[] = [];
  if (subject.sample !== undefined) names.push(subject.sample);
  if (subject.level !== "sample" && subject.file !== undefined) names.push(subject.file);
  if (subject.level === "capture" && subject.capture !== undefined) names.push(subject.capture);
  return [names.join(" · ")];
}

/** `5 technical · 2 biological`; nothing where neither is known. */
export function replicateText({ technical, biological }: Estimate["n"]): Text {
  const part = (language: keyof Text): string =>
    [
      technical === null ? "" : `${technical}\u00a0${messages.technical[language]}`,
      biological === null ? "" : `${biological}\u00a0${messages.biological[language]}`,
    ]
      .filter((words) => words !== "")
      .join(" · ");
  return { en: part("en"), ja: part("ja") };
}

/** What numbers rest on, each wording once; nothing where none is known. */
export function replicatesInline(estimates: readonly Estimate[]): readonly Inline[] {
  const texts = new Map(estimates.map(({ n }) => [replicateText(n).en, replicateText(n)]));
  texts.delete("");
  return texts.size === 0 ? [] : [small(lines(...texts.values()))];
}

/** A sentence of ours with the title of a domain in its `{domain}`. */
export function ofDomain(sentence: Text, { en, ja }: Text): Text {
  return { en: fillText(sentence, { domain: en }).en, ja: fillText(sentence, { domain: ja }).ja };
}

const roles: Readonly<Record<string, Text>> = {
  sample: messages.roleSample,
  blank: messages.roleBlank,
  calibrant: messages.roleCalibrant,
  control: messages.roleControl,
  ignore: messages.roleIgnore,
};

export const roleText = (role: string): Text =>
  Object.hasOwn(roles, role) ? roles[role]! : { en: role, ja: role };

export const toneOf: Readonly<Record<"fail" | "caution" | "note", Tone>> = {
  fail: "fail",
  caution: "doubtful",
  note: "plain",
};
