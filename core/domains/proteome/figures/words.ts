import type { Text } from "../../../kernel/index.ts";

/** A name as a figure has room for it. */
export function short(name: string, most = 16): string {
  const signs = [...name];
  return signs.length <= most ? name : `${signs.slice(0, most - 1).join("")}…`;
}

/** A side of a contrast; `*` is everything that is not on the first. */
export function sideName(label: string, most = 30): Text {
  return label === "*"
    ? { en: "all others", ja: "その他すべて" }
    : { en: short(label, most), ja: short(label, most) };
}

/** A protein without a gene by the first of its row's names; of `sp|P36507|MP2K2_HUMAN` that is `MP2K2`. */
export function proteinName(row: string, most = 14): string {
  const [first = ""] = row.split(";");
  const entry = /^(?:sp|tr)\|[^|]+\|([^|_\s]+)_[A-Z0-9]+/.exec(first);
  return short(entry?.[1] ?? first, most);
}

export function joined(texts: readonly Text[]): Text {
  const given = texts.filter(({ en }) => en !== "");
  return { en: given.map(({ en }) => en).join(" "), ja: given.map(({ ja }) => ja).join("") };
}

export const nothing: Text = { en: "", ja: "" };

/** For texts that hold names and numbers alone. */
export function same(text: string): Text {
  return { en: text, ja: text };
}

/** Names for an enumeration in words, cut after `most`. */
export function namesOf(names: readonly string[], most = 12, longest = 24): Text {
  const shown = names.slice(0, most).map((name) => short(name, longest));
  const left = names.length - shown.length;
  return {
    en: shown.join(", ") + (left > 0 ? ` and ${left} more` : ""),
    ja: shown.join("、") + (left > 0 ? ` ほか ${left} 件` : ""),
  };
}

/** To six figures: what is drawn needs no more. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

export function percent(share: number): string {
  const value = 100 * share;
  return value > 0 && value < 1 ? "<1" : String(Math.round(value));
}

/** Two round numbers of things for the legend of their sizes. */
export function sizeSteps(counts: readonly number[]): number[] {
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const all = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];
  const large = all.findLast((one) => one <= most)!;
  return large < 5 ? [large] : [all.findLast((one) => one <= large / 4)!, large];
}
