import type { DomainResult, Figure, Language, Text } from "../../../kernel/index.ts";
import type { DataSetOverview } from "../analysis/overview/overview.ts";
import type { RankKind, RankOverview } from "../analysis/overview/ranks.ts";
import { colours, labels, vegaLite } from "./labels.ts";
import { nameSize, placedNames } from "./place-names.ts";
import { dataSetSuffix, shownOverviews } from "./sources.ts";
import { joined, namesOf, nothing, proteinName, rounded, short } from "./words.ts";

const mostNames = 6;
/** Points of a kind in a panel. */
const mostPoints = 120;
const kinds: readonly RankKind[] = ["marker", "contaminant", "producer"];

/** Proteins by rank of abundance in every condition, with markers of vesicles and of what is with them named. */
export function rankFigures(result: DomainResult): readonly Figure[] {
  return shownOverviews(result).flatMap((overview, at) =>
    overview.ranks.length === 0 ? [] : rankFigure(result, overview, at + 1),
  );
}

function rankFigure(result: DomainResult, overview: DataSetOverview, number: number): Figure {
  const { ranks } = overview;
  const frame = { width: ranks.length === 1 ? 460 : 260, height: ranks.length === 1 ? 280 : 220 };
  const most = ranks.reduce((last, { proteins }) => Math.max(last, proteins), 1);
  const means = ranks.flatMap(({ curve }) => curve.map(({ mean }) => mean));
  const [least, greatest] = [means.reduce((a, b) => Math.min(a, b)), means.reduce((a, b) => Math.max(a, b))];
  const margin = 0.06 * (greatest - least) || 1;
  const domains = {
    x: [-0.02 * most, 1.02 * most] as const,
    y: [least - margin, greatest + margin] as const,
  };
  const curves = ranks.flatMap(({ curve }, panel) =>
    curve.map(({ rank, mean }) => ({ panel, rank, mean: rounded(mean) })),
  );
  const points = ranks.flatMap(({ named }, panel) =>
    kinds.flatMap((kind) =>
      named
        .filter((one) => one.kind === kind)
        .slice(0, mostPoints)
        .map(({ rank, mean, name }) => ({ panel, rank, mean: rounded(mean), kind, name: proteinName(name) })),
    ),
  );
  const names = ranks.flatMap((one, panel) => namesIn(one, panel, frame, domains));
  const present = kinds.filter((kind) => points.some((point) => point.kind === kind));
  const spec = (language: Language) => specification(language, ranks, frame, domains, present);
  const suffix = dataSetSuffix(result, overview);
  return {
    id: `proteome.ranks.${number}`,
    title: { en: `Proteins by abundance${suffix.en}`, ja: `タンパク質の存在量順位${suffix.ja}` },
    description: joined([
      {
        en: "Mean log2 abundance of every protein against its rank.",
        ja: "各タンパク質の平均存在量（log2）と順位。",
      },
      names.length === 0
        ? nothing
        : {
            en: "The first vesicle markers are named above the curve, what is with them below.",
            ja: "上位の小胞マーカーは曲線の上に、混入しうるものは下に名前を示す。",
          },
      overview.withGenes > 0
        ? nothing
        : {
            en: "The file names no genes, so markers cannot be found.",
            ja: "ファイルに遺伝子名がないため、マーカーは判定できない。",
          },
      ...ranks.map((one) => panelSentence(one, overview.withGenes > 0)),
      overview.conditions > ranks.length
        ? {
            en: `The first ${ranks.length} of ${overview.conditions} conditions.`,
            ja: `${overview.conditions} 条件のうち最初の ${ranks.length} 条件。`,
          }
        : nothing,
    ]),
    data: { curves, points, names },
    spec: { en: spec("en"), ja: spec("ja") },
  };
}

function namesIn(
  { named, curve }: RankOverview,
  panel: number,
  frame: { readonly width: number; readonly height: number },
  { x, y }: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
) {
  const pixel = ({ rank, mean }: { readonly rank: number; readonly mean: number }) => ({
    x: (frame.width * (rank - x[0])) / (x[1] - x[0]),
    y: (frame.height * (y[1] - mean)) / (y[1] - y[0]),
  });
  const curvePixels = [...curve, ...named].map(pixel);
  const back = ({ x: across, y: down }: { readonly x: number; readonly y: number }) => ({
    rank: rounded(x[0] + (across / frame.width) * (x[1] - x[0])),
    mean: rounded(y[1] - (down / frame.height) * (y[1] - y[0])),
  });
  // vesicle markers stand above the curve, what is with them below
  const sides = [
    { around: "above", own: named.filter(({ kind }) => kind === "marker") },
    { around: "below", own: named.filter(({ kind }) => kind !== "marker") },
  ] as const;
  return sides.flatMap(({ around, own }) => {
    const anchors = own
      .slice(0, 4 * mostNames)
      .map((one) => ({ ...pixel(one), name: proteinName(one.name) }));
    return placedNames(anchors, curvePixels, frame, mostNames, around).map((one) => {
      const from = back(one.anchor);
      // the leader ends at the name's edge that looks to its point
      const edge = back({
        x: Math.max(one.left, Math.min(one.right, one.anchor.x)),
        y: one.y + (around === "above" ? 6 : -6),
      });
      return {
        panel,
        name: one.name,
        ...back(one),
        from: from.rank,
        fromMean: from.mean,
        edge: edge.rank,
        edgeMean: edge.mean,
      };
    });
  });
}

function panelSentence({ condition, proteins, samples, named }: RankOverview, genes: boolean): Text {
  const of = (kind: RankKind) => named.filter((one) => one.kind === kind);
  const part = (kind: RankKind, en: string, ja: string): Text => {
    const own = of(kind);
    if (own.length === 0) return { en: `no ${en}`, ja: `${ja}なし` };
    const list = namesOf(
      own.map(({ name, rank }) => `${proteinName(name)} (${rank})`),
      4,
    );
    return { en: `${own.length} ${en}: ${list.en}`, ja: `${ja} ${own.length} 件：${list.ja}` };
  };
  const parts = [
    ...(genes
      ? [
          part("marker", "vesicle markers", "小胞マーカー"),
          part("contaminant", "co-isolated or of other compartments", "共分離・他区画のタンパク質"),
        ]
      : []),
    ...(of("producer").length > 0
      ? [part("producer", "marked by the producer", "出力元が混入物とした行")]
      : []),
  ];
  const name =
    condition === null
      ? { en: "All samples", ja: "全試料" }
      : { en: short(condition, 30), ja: short(condition, 30) };
  return {
    en: `${name.en} (${samples} samples, ${proteins} proteins)${parts.length > 0 ? ": " : ""}${parts.map(({ en }) => en).join("; ")}.`,
    ja: `${name.ja}（${samples} 試料、${proteins} タンパク質）${parts.length > 0 ? "：" : ""}${parts.map(({ ja }) => ja).join("；")}。`,
  };
}

function specification(
  language: Language,
  ranks: readonly RankOverview[],
  frame: { readonly width: number; readonly height: number },
  domains: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
  present: readonly RankKind[],
): Figure["spec"][Language] {
  const t = labels[language];
  const place = {
    x: {
      field: "rank",
      type: "quantitative",
      title: t.rank,
      scale: { domain: [...domains.x], nice: false, zero: false },
      axis: { tickCount: 5, grid: false },
    },
    y: {
      field: "mean",
      type: "quantitative",
      title: t.mean,
      scale: { domain: [...domains.y], nice: false, zero: false },
      axis: { tickCount: 5, grid: false },
    },
  };
  const legend = {
    labelExpr: `${kinds.map((kind) => `datum.value === '${kind}' ? '${t[kind]}' : `).join("")}datum.value`,
    orient: "bottom",
    direction: "vertical",
    labelLimit: 420,
  };
  const scale = (range: readonly string[]) => ({ domain: [...present], range: [...range] });
  const kind = {
    color: {
      field: "kind",
      type: "nominal",
      title: t.kind,
      legend,
      scale: scale(present.map((one) => colours[one])),
    },
    shape: {
      field: "kind",
      type: "nominal",
      title: t.kind,
      legend,
      scale: scale(
        present.map((one) => ({ marker: "circle", contaminant: "triangle-up", producer: "square" })[one]),
      ),
    },
  };
  const panel = ({ condition }: RankOverview, at: number) => {
    const filter = [{ filter: { field: "panel", equal: at } }];
    return {
      ...frame,
      ...(condition === null ? {} : { title: { text: short(condition, 34), fontSize: 12, offset: 4 } }),
      layer: [
        {
          data: { name: "curves" },
          transform: filter,
          mark: { type: "line", color: colours.rest, strokeWidth: 1.4 },
          encoding: place,
        },
        ...(present.length === 0
          ? []
          : [
              {
                data: { name: "points" },
                transform: filter,
                mark: { type: "point", filled: true, size: 36, opacity: 0.8 },
                encoding: { ...place, ...kind },
              },
            ]),
        {
          data: { name: "names" },
          transform: filter,
          mark: { type: "rule", strokeWidth: 0.7 },
          encoding: {
            x: { ...place.x, field: "from" },
            y: { ...place.y, field: "fromMean" },
            x2: { field: "edge" },
            y2: { field: "edgeMean" },
          },
        },
        {
          data: { name: "names" },
          transform: filter,
          mark: { type: "text", fontSize: nameSize },
          encoding: { ...place, text: { field: "name" } },
        },
      ],
    };
  };
  const [only] = ranks;
  if (ranks.length === 1) return { $schema: vegaLite, ...panel(only!, 0) };
  return { $schema: vegaLite, concat: ranks.map(panel), columns: 2 };
}
