import type { Estimate, Interval, Subject } from "./estimate.ts";
import { remembered } from "./remembered.ts";

const mostQuoted = 20_000;
const quoted = new Map<string, string>();

/** A text as canonical JSON. Estimates repeat their names thousands of times, so what was quoted is remembered. */
function quote(text: string): string {
  const known = quoted.get(text);
  if (known !== undefined) return known;
  if (!text.isWellFormed()) throw new TypeError("no canonical JSON for a string with a lone surrogate");
  if (quoted.size >= mostQuoted) quoted.clear();
  const json = JSON.stringify(text);
  quoted.set(text, json);
  return json;
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`no canonical JSON for ${value}`);
  return String(value);
}

function listText(texts: readonly string[]): string {
  return texts.length === 0 ? "[]" : `[${texts.map(quote).join(",")}]`;
}

const assumptionsText = remembered(listText);
const flagsText = remembered(listText);

function intervalText(interval: Interval | null): string {
  if (interval === null) return "null";
  const { kind, level, lower, upper, method } = interval;
  return `{"kind":${quote(kind)},"level":${number(level)},"lower":${number(lower)},"method":${quote(method)},"upper":${number(upper)}}`;
}

const subjectText = remembered(({ capture, file, group, level, sample }: Subject): string => {
  const before = `${capture === undefined ? "" : `"capture":${quote(capture)},`}${file === undefined ? "" : `"file":${quote(file)},`}`;
  const middle = group === undefined ? "" : `"group":${quote(group)},`;
  return `{${before}${middle}"level":${quote(level)}${sample === undefined ? "" : `,"sample":${quote(sample)}`}}`;
});

const qualifiersText = remembered((qualifiers: Readonly<Record<string, string>>): string => {
  const names = Object.keys(qualifiers).sort();
  return `{${names.map((name) => `${quote(name)}:${quote(qualifiers[name]!)}`).join(",")}}`;
});

const countText = (count: number | null): string => (count === null ? "null" : number(count));

/** The canonical JSON of an estimate: the same as `canonicalJson`, several times faster. Throws as that does. */
export function estimateText(estimate: Estimate): string {
  const { assumptions, basis, bound, evidence, flags, id, interval, n, printed, qualifiers, subject } =
    estimate;
  return `{"assumptions":${assumptionsText(assumptions)},"basis":${quote(basis)}${bound === undefined ? "" : `,"bound":${quote(bound)}`},"evidence":${quote(evidence)},"flags":${flagsText(flags)},"id":${quote(id)},"interval":${intervalText(interval)},"n":{"biological":${countText(n.biological)},"technical":${countText(n.technical)}}${printed === undefined ? "" : `,"printed":${quote(printed)}`},"qualifiers":${qualifiersText(qualifiers)},"subject":${subjectText(subject)},"unit":${quote(estimate.unit)},"value":${number(estimate.value)}}`;
}
