import type { Figure, Json, Language } from "vesica/kernel";
import type { ResultDocument } from "vesica/study";

/** One line of a sample through a figure's data. */
export interface Curve {
  /** As the figure names it: the sample, with the instrument where it has curves of several. */
  readonly name: string;
  readonly sample: string;
  readonly points: readonly (readonly [number, number])[];
}

/** Curves of samples that share both axes. */
export interface CurveSet {
  readonly key: string;
  readonly figure: Figure;
  /** What tells this set from the others of its figure: channel, what was measured. */
  readonly panel: readonly string[];
  readonly xTitle: Readonly<Record<Language, string>>;
  readonly yTitle: Readonly<Record<Language, string>>;
  /** Linear below about it and logarithmic above; null: linear. */
  readonly cofactor: number | null;
  readonly curves: readonly Curve[];
}

type Node = { readonly [name: string]: Json };
type Row = Figure["data"][string][number];

/** Fields of rows that name samples, and those that tell the sample's group and make no curves of their own. */
const series = "sample";
const aside = [series, "condition"];
/** A curve has more points than a scale of dilutions or positions. */
const fewestPoints = 20;

interface Line {
  readonly data: string;
  readonly encoding: Node;
  readonly filters: readonly { readonly field: string; readonly equal: Json }[];
}

const isNode = (value: Json | undefined): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every line of a specification with the name of its data and the filters over it. */
function linesOf(spec: Node, data: string, filters: Line["filters"] = []): readonly Line[] {
  const own = isNode(spec.data) && typeof spec.data.name === "string" ? spec.data.name : data;
  const transforms = Array.isArray(spec.transform) ? spec.transform : [];
  const more = transforms.flatMap((transform) => {
    const filter = isNode(transform) ? transform.filter : undefined;
    return isNode(filter) && typeof filter.field === "string" && filter.equal !== undefined
      ? [{ field: filter.field, equal: filter.equal }]
      : [];
  });
  const all = [...filters, ...more];
  const mark = isNode(spec.mark) ? spec.mark.type : spec.mark;
  const here =
    mark === "line" && isNode(spec.encoding) ? [{ data: own, encoding: spec.encoding, filters: all }] : [];
  const inner = ["layer", "hconcat", "vconcat", "concat"].flatMap((name) =>
    Array.isArray(spec[name]) ? spec[name].filter(isNode) : [],
  );
  const parts = isNode(spec.spec) ? [...inner, spec.spec] : inner;
  return [...here, ...parts.flatMap((part) => linesOf(part, own, all))];
}

/** The sample that a figure's name of a curve begins with: `EV-01` of `EV-01 (NanoSight)`; undefined where there is none. */
function sampleNamed(name: string, samples: readonly string[]): string | undefined {
  return samples
    .filter(
      (sample) => name === sample || /^ [(·]/.test(name.startsWith(sample) ? name.slice(sample.length) : ""),
    )
    .sort((a, b) => b.length - a.length)[0];
}

/** The curves by sample that the figures of a document draw. */
export function curveSetsOf({ figures, study }: ResultDocument): readonly CurveSet[] {
  const samples = study.samples.map(({ name }) => name);
  return figures.flatMap((figure) => {
    const lines = { en: linesOf(figure.spec.en, ""), ja: linesOf(figure.spec.ja, "") };
    return Object.entries(figure.data).flatMap(([name, rows]) => {
      if (!rows.some((row) => typeof row[series] === "string")) return [];
      const own = lines.en.flatMap((line, index) => (line.data === name ? [index] : []));
      const panels = panelsOf(rows);
      return panels.flatMap(({ fields, rows: inside }): CurveSet[] => {
        const at = own.find((index) => fits(lines.en[index]!, fields)) ?? own[0];
        if (at === undefined) return [];
        const set = setOf(figure, lines.en[at]!, lines.ja[at] ?? lines.en[at]!, inside, samples);
        const panel = Object.values(fields);
        return set ? [{ ...set, panel, key: [figure.id, name, ...panel].join("|") }] : [];
      });
    });
  });
}

function fits({ filters }: Line, fields: Readonly<Record<string, string>>): boolean {
  return filters.every(({ field, equal }) => !Object.hasOwn(fields, field) || fields[field] === equal);
}

interface Panel {
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: Row[];
}

/** Rows apart by every field of words that is neither the sample nor its group. */
function panelsOf(rows: readonly Row[]): readonly Panel[] {
  const panels = new Map<string, Panel>();
  for (const row of rows) {
    const named = Object.entries(row).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && !aside.includes(entry[0]),
    );
    const key = JSON.stringify(named);
    const known = panels.get(key);
    if (known) known.rows.push(row);
    else panels.set(key, { fields: Object.fromEntries(named), rows: [row] });
  }
  return [...panels.values()];
}

const channelOf = (line: Line, name: "x" | "y"): Node => {
  const channel = line.encoding[name];
  return isNode(channel) ? channel : {};
};

function setOf(
  figure: Figure,
  en: Line,
  ja: Line,
  rows: readonly Row[],
  samples: readonly string[],
): Omit<CurveSet, "key" | "panel"> | null {
  const [x, y] = [channelOf(en, "x"), channelOf(en, "y")];
  if (x.type !== "quantitative" || y.type !== "quantitative") return null;
  const curves = new Map<string, [number, number][]>();
  for (const row of rows) {
    const [name, at, value] = [String(row[series]), row[String(x.field)], row[String(y.field)]];
    if (typeof at !== "number" || typeof value !== "number") continue;
    const known = curves.get(name);
    if (known) known.push([at, value]);
    else curves.set(name, [[at, value]]);
  }
  const long = [...curves].flatMap(([name, points]): Curve[] => {
    const sample = points.length < fewestPoints ? undefined : sampleNamed(name, samples);
    return sample === undefined ? [] : [{ name, sample, points }];
  });
  if (long.length === 0) return null;
  const title = (name: "x" | "y") => ({
    en: String(channelOf(en, name).title ?? ""),
    ja: String(channelOf(ja, name).title ?? ""),
  });
  const scale = isNode(x.scale) ? x.scale : {};
  const cofactor = scale.type === "symlog" && typeof scale.constant === "number" ? scale.constant : null;
  return {
    figure,
    xTitle: title("x"),
    yTitle: title("y"),
    cofactor,
    curves: long,
  };
}
