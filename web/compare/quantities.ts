import type { Estimate, Text } from "vesica/kernel";
import { markerOf, unitText } from "vesica/report";
import { headlineIds, type ResultDocument } from "vesica/study";

/** A headline number that samples can be compared by: those of one id, marker, unit and state of dilution. */
export interface Quantity {
  readonly key: string;
  readonly id: string;
  readonly title: Text;
  readonly estimates: readonly Estimate[];
}

const state = "dilutionState";

const keyOf = (estimate: Estimate): string =>
  [estimate.id, markerOf(estimate), estimate.unit, estimate.qualifiers[state] ?? ""].join("|");

/** The headline numbers of samples, in the order of the headline; those of diluted and of original samples apart. */
export function quantitiesOf(document: ResultDocument): readonly Quantity[] {
  const ids = headlineIds(document);
  const groups = new Map<string, Estimate[]>();
  for (const estimate of document.estimates) {
    if (estimate.subject.level !== "sample" || !ids.includes(estimate.id)) continue;
    const key = keyOf(estimate);
    const known = groups.get(key);
    if (known) known.push(estimate);
    else groups.set(key, [estimate]);
  }
  const rank = ([, [first]]: [string, Estimate[]]) => ids.indexOf(first!.id);
  return [...groups]
    .sort((a, b) => rank(a) - rank(b))
    .map(([key, estimates]) => ({
      key,
      id: estimates[0]!.id,
      title: titleOf(estimates[0]!, document),
      estimates,
    }));
}

function titleOf(estimate: Estimate, { terms }: ResultDocument): Text {
  const term = (code: string): Text => (Object.hasOwn(terms, code) ? terms[code]! : { en: code, ja: code });
  const marker = markerOf(estimate);
  const diluted = estimate.qualifiers[state];
  const of = [
    ...(marker === "" ? [] : [term(marker)]),
    ...(diluted === undefined
      ? []
      : [Object.hasOwn(terms, `${state}=${diluted}`) ? term(`${state}=${diluted}`) : term(diluted)]),
  ];
  const unit = unitText(estimate.unit);
  const name = term(estimate.id);
  const write = (language: keyof Text, [open, close, comma]: readonly [string, string, string]) =>
    name[language] +
    (of.length > 0 ? open + of.map((part) => part[language]).join(comma) + close : "") +
    (unit[language] === "" ? "" : ` / ${unit[language]}`);
  return { en: write("en", [" (", ")", ", "]), ja: write("ja", ["（", "）", "、"]) };
}

/** A sample with both of its numbers. */
export interface SamplePoint {
  readonly key: string;
  readonly sample: string;
  readonly condition: string | null;
  readonly x: Estimate | null;
  readonly y: Estimate;
}

/** The samples that have both numbers, one point for each pair that is of one instrument; without `x` each number by itself. */
export function pointsOf(document: ResultDocument, x: Quantity | null, y: Quantity): readonly SamplePoint[] {
  const conditions = new Map(document.study.samples.map(({ name, condition }) => [name, condition]));
  const order = new Map(document.study.samples.map(({ name }, index) => [name, index]));
  const points = y.estimates.flatMap((own): Omit<SamplePoint, "key">[] => {
    const sample = own.subject.sample;
    if (sample === undefined) return [];
    const condition = conditions.get(sample) ?? null;
    if (x === null) return [{ sample, condition, x: null, y: own }];
    const partners = x.estimates.filter((other) => other.subject.sample === sample && goTogether(own, other));
    return partners.map((other) => ({ sample, condition, x: other, y: own }));
  });
  const rank = (sample: string) => order.get(sample) ?? order.size;
  return points
    .sort((a, b) => rank(a.sample) - rank(b.sample))
    .map((point, index) => ({ ...point, key: `${point.sample} ${index}` }));
}

/** Two numbers of one sample are of one measurement unless both name instruments and these differ. */
function goTogether(a: Estimate, b: Estimate): boolean {
  const [one, other] = [a.qualifiers.instrument, b.qualifiers.instrument];
  return one === undefined || other === undefined || one === other;
}

/** The value with the limits of its interval, as far as they are numbers. */
export function extentOf({ value, interval }: Estimate): readonly number[] {
  return [value, ...(interval ? [interval.lower, interval.upper] : [])].filter(Number.isFinite);
}

/** The conditions of the points in order of first appearance; null where samples name none. */
export function conditionsOf(document: ResultDocument): readonly (string | null)[] {
  return [...new Set(document.study.samples.map(({ condition }) => condition))];
}
