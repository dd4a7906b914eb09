import type { Json, Language, Text, VegaLite } from "../../../kernel/index.ts";
import type { ContrastPoint } from "./contrast-points.ts";
import { colours, vegaLite } from "./labels.ts";
import { type Anchor, nameSize, type PlacedName, placedNames } from "./place-names.ts";
import { thinned } from "./thin.ts";
import { rounded } from "./words.ts";

export interface ScatterAxis {
  readonly of: (point: ContrastPoint) => number;
  readonly domain: readonly [number, number];
}

export const frame = { width: 480, height: 320 } as const;
const mostNames = 12;

/** Hits, others and names of a contrast on two axes: what volcano and MA plot have in common. */
export function scatterData(points: readonly ContrastPoint[], x: ScatterAxis, y: ScatterAxis) {
  const pixel = (point: ContrastPoint) => ({
    x: (frame.width * (x.of(point) - x.domain[0])) / (x.domain[1] - x.domain[0]),
    y: (frame.height * (y.domain[1] - y.of(point))) / (y.domain[1] - y.domain[0]),
  });
  const hits = points.filter(({ side }) => side !== "rest");
  const others = points.filter(({ side }) => side === "rest");
  const kept = thinned(others.map(pixel));
  const anchors: Anchor[] = hits
    .slice(0, 2 * mostNames)
    .map((point) => ({ ...pixel(point), name: point.name }));
  const drawn = [...hits, ...kept.map((at) => others[at]!)].map(pixel);
  const names = placedNames(anchors, drawn, frame, mostNames);
  const place = ({ x: across, y: down, name }: PlacedName) => ({
    x: rounded(x.domain[0] + (across / frame.width) * (x.domain[1] - x.domain[0])),
    y: rounded(y.domain[1] - (down / frame.height) * (y.domain[1] - y.domain[0])),
    name,
  });
  const row = (point: ContrastPoint) => ({
    x: rounded(x.of(point)),
    y: rounded(y.of(point)),
    side: point.side,
  });
  return {
    hits: hits.map(row),
    others: kept.map((at) => row(others[at]!)),
    names: names.map(place),
    othersLeft: others.length - kept.length,
    othersAll: others.length,
  };
}

/** The part of a specification that both plots have: points, names and the warning over them. */
export function scatterSpec(
  language: Language,
  {
    x,
    y,
    warning,
    layers,
  }: {
    readonly x: { readonly title: string; readonly domain: readonly [number, number] };
    readonly y: { readonly title: string; readonly domain: readonly [number, number] };
    readonly warning: readonly Text[];
    readonly layers: readonly VegaLite[];
  },
): VegaLite {
  const axis = (field: string, { title, domain }: { title: string; domain: readonly [number, number] }) => ({
    field,
    type: "quantitative",
    title,
    scale: { domain: [...domain], nice: false, zero: false },
    axis: { tickCount: 6, grid: false },
  });
  const place = { x: axis("x", x), y: axis("y", y) };
  const sides = { domain: ["first", "second"], range: [colours.first, colours.second] };
  const heading: { readonly [name: string]: Json } =
    warning.length === 0
      ? {}
      : { title: { text: warning.map((line) => line[language]), fontSize: 12, fontWeight: 600, offset: 8 } };
  return {
    $schema: vegaLite,
    ...frame,
    ...heading,
    layer: [
      {
        data: { name: "others" },
        mark: { type: "point", filled: true, size: 12, opacity: 0.6, color: colours.rest },
        encoding: place,
      },
      ...layers,
      {
        data: { name: "hits" },
        mark: { type: "point", filled: true, size: 30, opacity: 0.85 },
        encoding: {
          ...place,
          color: { field: "side", type: "nominal", scale: sides, legend: null },
          shape: {
            field: "side",
            type: "nominal",
            scale: { domain: ["first", "second"], range: ["circle", "diamond"] },
            legend: null,
          },
        },
      },
      {
        data: { name: "names" },
        mark: { type: "text", fontSize: nameSize },
        encoding: { ...place, text: { field: "name" } },
      },
    ],
  };
}

/** Of the others how many are drawn. */
export function othersSentence({ othersLeft, othersAll }: ReturnType<typeof scatterData>): Text {
  if (othersAll === 0) return { en: "", ja: "" };
  if (othersLeft === 0)
    return { en: `All ${othersAll} others are drawn, grey.`, ja: `他の ${othersAll} 件はすべて灰色で示す。` };
  const drawn = othersAll - othersLeft;
  return {
    en: `Of the ${othersAll} others ${drawn} are drawn, grey: one of those that fall onto one spot.`,
    ja: `他の ${othersAll} 件のうち ${drawn} 件を灰色で示す（同じ位置に重なるものは 1 つ）。`,
  };
}
