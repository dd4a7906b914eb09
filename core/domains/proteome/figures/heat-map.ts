import type { DomainResult, Figure, Json, Language, Text } from "../../../kernel/index.ts";
import { isInseparable } from "../analysis/inseparable.ts";
import type { HeatMap } from "../analysis/overview/heat-map.ts";
import type { DataSetOverview } from "../analysis/overview/overview.ts";
import { branchLines } from "./branch-lines.ts";
import { warningSentence } from "./contrast-points.ts";
import { colours, labels, vegaLite } from "./labels.ts";
import { drawnLevels } from "./levels.ts";
import { dataSetSuffix, shownOverviews, summaryOf } from "./sources.ts";
import { joined, namesOf, nothing, proteinName, rounded, short } from "./words.ts";

const cell = { height: 13, widest: 16, narrowest: 7 } as const;
const mostWidth = 460;
/** Room of a tree, in pixels. */
const treeRoom = 54;
const mostNamedSamples = 40;
const mostLevels = 6;
const clamp = 2.5;

/** z-scores of the first proteins of contrasts with the trees of both sides, and which sample is of which condition. */
export function heatMapFigures(result: DomainResult): readonly Figure[] {
  const all = shownOverviews(result).flatMap((overview) =>
    overview.heatMaps.map((map) => ({ overview, map })),
  );
  return all.map(({ overview, map }, at) => heatMapFigure(result, overview, map, at + 1));
}

type Row = { readonly [name: string]: Json };

function heatMapFigure(
  result: DomainResult,
  overview: DataSetOverview,
  map: HeatMap,
  number: number,
): Figure {
  const contrast =
    summaryOf(result).contrasts.find(
      ({ name, dataSet }) => name === map.contrast && dataSet === overview.dataSet,
    ) ?? null;
  const across = map.sampleTree?.order ?? map.samples.map((_, at) => at);
  const down = map.proteinTree?.order ?? map.proteins.map((_, at) => at);
  const [columns, rows] = [across.length, down.length];
  const width = Math.max(cell.narrowest, Math.min(cell.widest, mostWidth / columns));
  const samples = across.map((at) => overview.samples[map.samples[at]!]!);
  const cells = down.flatMap((protein, y) =>
    across.map((sample, x) => {
      const z = map.z[protein]![sample]!;
      return z === null ? { x, y, x2: x + 1, y2: y + 1 } : { x, y, x2: x + 1, y2: y + 1, z: rounded(z) };
    }),
  );
  const proteins: Row[] = down.map((protein, y) => ({
    x: -0.3,
    y: y + 0.5,
    name: proteinName(map.proteins[protein]!, 18),
  }));
  const strips = [
    { column: "condition", cellOf: ({ condition }: (typeof samples)[number]) => condition },
    ...(contrast?.guard ?? [])
      .filter(
        (covariate) =>
          isInseparable(contrast!, covariate) && overview.categories.includes(covariate.covariate),
      )
      .slice(0, 1)
      .map(({ covariate }) => ({
        column: covariate,
        cellOf: ({ cells: own }: (typeof samples)[number]) => own[covariate] ?? "",
      })),
  ].filter(({ cellOf }) => new Set(samples.map(cellOf)).size > 1);
  let top = -0.6;
  const marks: Row[] = [];
  const levels: Row[] = [];
  for (const { column, cellOf } of [...strips].reverse()) {
    const names = drawnLevels(samples.map(cellOf), mostLevels);
    for (const level of [...new Set(names.values())].sort(byName).reverse()) {
      levels.push({
        x: -0.3,
        y: top - 0.5,
        name: `${column === "condition" ? "" : `${short(column, 12)}: `}${short(level, 18)}`,
      });
      samples.forEach((sample, x) => {
        if (names.get(cellOf(sample)) === level) marks.push({ x, x2: x + 1, y: top - 0.9, y2: top - 0.1 });
      });
      top -= 1;
    }
    top -= 0.4;
  }
  const ofSamples = branchLines(map.sampleTree, treeRoom / cell.height);
  const ofProteins = branchLines(map.proteinTree, treeRoom / width);
  const branches: Row[] = [
    ...ofSamples.map(({ at, place, height, branch }) => ({
      x: place,
      y: top - height,
      at,
      branch: `s${branch}`,
    })),
    ...ofProteins.map(({ at, place, height, branch }) => ({
      x: columns + 0.3 + height,
      y: place,
      at,
      branch: `p${branch}`,
    })),
  ];
  const named = columns <= mostNamedSamples && width >= 10;
  const bottom: Row[] = named
    ? samples.map(({ name }, x) => ({ x: x + 0.5, y: rows + 0.3, name: short(name, 18) }))
    : [];
  const right = columns + 0.3 + (ofProteins.length > 0 ? treeRoom / width : 0);
  const highest = top - (ofSamples.length > 0 ? treeRoom / cell.height : 0);
  const spec = (language: Language) =>
    specification(language, {
      width,
      right,
      highest,
      rows,
      pixels: { width: right * width, height: (rows - highest) * cell.height },
    });
  const suffix = dataSetSuffix(result, overview);
  return {
    id: `proteome.heatMap.${number}`,
    title:
      map.contrast === null
        ? { en: `Proteins that vary most${suffix.en}`, ja: `ばらつきの大きいタンパク質${suffix.ja}` }
        : {
            en: `First proteins of ${short(map.contrast, 60)}`,
            ja: `「${short(map.contrast, 60)}」の上位タンパク質`,
          },
    description: joined([
      contrast === null ? nothing : warningSentence(contrast),
      sentence(map, rows, columns),
      joined([firstNames(map.proteins), leftSentence(map.samplesLeft, columns)]),
    ]),
    data: { cells, proteins, marks, levels, branches, bottom },
    spec: { en: spec("en"), ja: spec("ja") },
  };
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sentence(map: HeatMap, rows: number, columns: number): Text {
  const which =
    map.contrast === null
      ? { en: "of greatest variance", ja: "分散の大きい" }
      : { en: "with the smallest p", ja: "p 値の小さい" };
  const missing = map.z.flat().filter((z) => z === null).length;
  return {
    en: `z-scores of the ${rows} proteins ${which.en} in ${columns} samples, each row around its mean; beyond ±${clamp} the colour stays. Both sides clustered by Ward's method on Euclidean distances. Rows over the map say which sample is of which condition.${missing > 0 ? ` ${missing} missing values are grey.` : ""}`,
    ja: `${which.ja} ${rows} タンパク質・${columns} 試料の z スコア（行の平均が 0。±${clamp} を超えると色は変わらない）。行・列とも Ward 法（ユークリッド距離）でクラスタリング。図の上の段は各試料の条件を示す。${missing > 0 ? `欠測 ${missing} 個は灰色。` : ""}`,
  };
}

function firstNames(proteins: readonly string[]): Text {
  const list = namesOf(
    proteins.map((name) => proteinName(name, 24)),
    10,
  );
  return { en: `First: ${list.en}.`, ja: `上位：${list.ja}。` };
}

function leftSentence(left: number, drawn: number): Text {
  return left === 0
    ? nothing
    : {
        en: `${drawn} equally spaced samples are drawn; ${left} more are left out.`,
        ja: `等間隔に選んだ ${drawn} 試料を示す。残り ${left} 試料は省略。`,
      };
}

function specification(
  language: Language,
  drawn: {
    readonly width: number;
    readonly right: number;
    readonly highest: number;
    readonly rows: number;
    readonly pixels: { readonly width: number; readonly height: number };
  },
): Figure["spec"][Language] {
  const t = labels[language];
  const x = {
    field: "x",
    type: "quantitative",
    axis: null,
    scale: { domain: [0, drawn.right], nice: false, zero: false },
  };
  const y = {
    field: "y",
    type: "quantitative",
    axis: null,
    scale: { domain: [drawn.rows, drawn.highest], nice: false, zero: false },
  };
  const box = { x, y, x2: { field: "x2" }, y2: { field: "y2" } };
  const text = (name: string, mark: { readonly [name: string]: Json }) => ({
    data: { name },
    mark: { type: "text", fontSize: 10, ...mark },
    encoding: { x, y, text: { field: "name" } },
  });
  return {
    $schema: vegaLite,
    ...drawn.pixels,
    layer: [
      {
        data: { name: "cells" },
        transform: [{ filter: "!isValid(datum.z)" }],
        mark: { type: "rect", color: colours.absent },
        encoding: box,
      },
      {
        data: { name: "cells" },
        transform: [{ filter: "isValid(datum.z)" }],
        mark: { type: "rect" },
        encoding: {
          ...box,
          color: {
            field: "z",
            type: "quantitative",
            title: t.z,
            scale: { scheme: "blueorange", domain: [-clamp, clamp], domainMid: 0, clamp: true },
            legend: { gradientLength: 140, tickCount: 5, titleLimit: 300 },
          },
        },
      },
      { data: { name: "marks" }, mark: { type: "rect", color: colours.cell }, encoding: box },
      {
        data: { name: "branches" },
        mark: { type: "line", strokeWidth: 1, strokeJoin: "miter", color: colours.rest },
        encoding: { x, y, detail: { field: "branch" }, order: { field: "at", type: "quantitative" } },
      },
      text("proteins", { align: "right", baseline: "middle" }),
      text("levels", { align: "right", baseline: "middle" }),
      text("bottom", { align: "right", baseline: "middle", angle: 270 }),
    ],
  };
}
