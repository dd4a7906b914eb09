import type { Json } from "../kernel/index.ts";

/** Font stack of figures: Latin first, then what covers Japanese on macOS, Windows and Linux. */
export const figureFont = "Helvetica Neue, Arial, Hiragino Sans, Yu Gothic, Noto Sans CJK JP, sans-serif";

/** Colours of a figure's text and lines; a dark page maps each of them to its own. */
export const figureInk = { text: "#14272b", label: "#4c6064", grid: "#d9e2e2", axis: "#8fa1a2" } as const;

/** Eight colours for categories, each at least 3:1 against white and against the dark page (WCAG 1.4.11). */
export const figureColours = [
  "#11878b",
  "#b97700",
  "#7f6bb5",
  "#cb5340",
  "#3a80bf",
  "#558f3f",
  "#bb5f95",
  "#76868a",
] as const;

/** Powers of ten on axes from 10⁵ on and below 10⁻³, as the report writes its numbers. */
const axisLabel =
  "datum.label !== '' && isNumber(datum.value) && datum.value != 0 && (abs(datum.value) >= 1e5 || abs(datum.value) < 1e-3)" +
  " ? vesicaNumber(datum.value) : datum.label";

/**
 * The Vega-Lite configuration of every Vesica figure. It uses the expression function `vesicaNumber`
 * (`formatAxisNumber`), which the drawer has to register.
 */
export const figureTheme: { readonly [name: string]: Json } = {
  aria: false,
  background: null,
  font: figureFont,
  padding: 6,
  view: { stroke: null, continuousWidth: 460, continuousHeight: 260 },
  range: { category: [...figureColours], ramp: { scheme: "viridis" }, heatmap: { scheme: "viridis" } },
  mark: { color: figureColours[0] },
  line: { strokeWidth: 1.8, strokeJoin: "round" },
  area: { opacity: 0.2, line: false },
  errorband: { opacity: 0.18 },
  rule: { color: figureInk.label },
  point: { size: 44, filled: true, opacity: 0.95 },
  tick: { thickness: 1.5 },
  text: { color: figureInk.text, fontSize: 12 },
  bar: { binSpacing: 1 },
  axis: {
    labelExpr: axisLabel,
    labelColor: figureInk.label,
    titleColor: figureInk.text,
    domainColor: figureInk.axis,
    tickColor: figureInk.axis,
    gridColor: figureInk.grid,
    gridOpacity: { condition: { test: "datum.label === ''", value: 0.35 }, value: 1 },
    labelFontSize: 12,
    titleFontSize: 13,
    titleFontWeight: 500,
    titlePadding: 8,
    labelPadding: 4,
    tickSize: 4,
  },
  legend: {
    labelColor: figureInk.text,
    titleColor: figureInk.text,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 500,
    labelLimit: 260,
    symbolSize: 60,
    symbolOpacity: 1,
  },
  header: {
    labelColor: figureInk.text,
    titleColor: figureInk.text,
    labelFontSize: 12,
    titleFontSize: 13,
    labelFontWeight: 600,
  },
  title: { color: figureInk.text, fontSize: 14, fontWeight: 600, anchor: "start", offset: 10 },
};
