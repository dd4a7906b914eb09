import { type PointerEvent, useMemo, useState } from "react";
import { formatNumber } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { Axes, frameOf } from "../chart/axes.tsx";
import { markOf } from "../chart/marks.tsx";
import { limitsOf, plainScale, viewAxis } from "../chart/scale.ts";
import { useWidth } from "../chart/use-width.ts";
import { useLanguage, useSay } from "../words/language.tsx";
import type { Curve, CurveSet } from "./curves.ts";
import { RangeFields } from "./range-fields.tsx";
import { type Selection, toggled } from "./selection.ts";
import { words } from "./words.ts";

interface CurvesChartProps {
  readonly document: ResultDocument;
  readonly set: CurveSet;
  readonly conditions: readonly (string | null)[];
  readonly selection: Selection;
  select(next: Selection): void;
}

const widest = 860;
const height = 380;
/** Dashes tell the samples of one condition apart beside their colour. */
const dashes = ["", "7 3", "2 3", "9 3 2 3", "4 2", "12 4"] as const;
const least = 4;

export type Range = readonly [number, number];

/** The curves of a set, the selected ones bold, with a range that can be looked at closer. */
export function CurvesChart({ document, set, conditions, selection, select }: CurvesChartProps) {
  const say = useSay();
  const { language } = useLanguage();
  const whole = useMemo<Range>(
    () => limitsOf(set.curves.flatMap(({ points }) => points.map(([x]) => x))),
    [set],
  );
  const [range, setRange] = useState<Range>(whole);
  const [figure, width] = useWidth<HTMLElement>(widest);
  const frame = useMemo(() => frameOf(width, height), [width]);
  const [drag, setDrag] = useState<Range | null>(null);
  const [from, to] = range;
  const x = viewAxis({ axis: "x", cofactor: set.cofactor, from, to });
  const y = useMemo(() => {
    const inside = set.curves.flatMap(({ points }) =>
      points.flatMap(([at, value]) => (at >= from && at <= to ? [value] : [])),
    );
    const [low, high] = limitsOf([0, ...inside]);
    return plainScale(low, high === low ? low + 1 : high + 0.05 * (high - low));
  }, [set, from, to]);
  const conditionOf = new Map(document.study.samples.map(({ name, condition }) => [name, condition]));
  const placeOf = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left - frame.left) / frame.width));
  };
  const end = () => {
    if (drag && Math.abs(drag[1] - drag[0]) * frame.width > least) {
      const [a, b] = drag.map((place) => Number(x.value(place).toPrecision(4)));
      if (a !== b) setRange([Math.min(a!, b!), Math.max(a!, b!)]);
    }
    setDrag(null);
  };
  const path = ({ points }: Curve) =>
    points
      .map(([at, value], index) => {
        const px = frame.left + x.place(at) * frame.width;
        const py = frame.top + (1 - y.place(value)) * frame.height;
        return `${index === 0 ? "M" : "L"}${px.toFixed(1)} ${py.toFixed(1)}`;
      })
      .join("");
  const styled = set.curves.map((curve) => {
    const condition = conditionOf.get(curve.sample) ?? null;
    const same = set.curves.filter(({ sample }) => (conditionOf.get(sample) ?? null) === condition);
    const dash = dashes[same.indexOf(curve) % dashes.length]!;
    const isOn = selection.has(curve.sample);
    return { curve, dash, isOn, colour: markOf(conditions.indexOf(condition)).colour };
  });
  const title = [set.figure.title[language], ...set.panel].join(" · ");
  return (
    <figure className="chart" ref={figure}>
      <RangeFields range={range} whole={whole} choose={setRange} title={set.xTitle[language]} />
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={say(words.curvesLabel, { title, count: set.curves.length })}
        className="across"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag([placeOf(event), placeOf(event)]);
        }}
        onPointerMove={(event) => drag && setDrag([drag[0], placeOf(event)])}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
        onDoubleClick={() => setRange(whole)}
      >
        <defs>
          <clipPath id="compare-curves-clip">
            <rect x={frame.left} y={frame.top} width={frame.width} height={frame.height} />
          </clipPath>
        </defs>
        <Axes frame={frame} x={x} y={y} xTitle={set.xTitle[language]} yTitle={set.yTitle[language]} grid />
        <g clipPath="url(#compare-curves-clip)">
          {[...styled]
            .sort((a, b) => Number(a.isOn) - Number(b.isOn))
            .map(({ curve, dash, isOn, colour }) => (
              <path
                key={curve.name}
                className={`curve${isOn ? " on" : selection.size > 0 ? " faint" : ""}`}
                d={path(curve)}
                stroke={colour}
                strokeDasharray={dash}
              />
            ))}
        </g>
        {drag && (
          <rect
            className="brush"
            x={frame.left + Math.min(...drag) * frame.width}
            y={frame.top}
            width={Math.abs(drag[1] - drag[0]) * frame.width}
            height={frame.height}
          />
        )}
      </svg>
      <figcaption>
        <p role="status">
          {say(words.shownRange, {
            from: formatNumber(from),
            to: formatNumber(to),
            axis: set.xTitle[language],
          })}
        </p>
        <ul className="legend" aria-label={say(words.legend)}>
          {styled.map(({ curve, dash, isOn, colour }) => (
            <li key={curve.name}>
              <button
                type="button"
                aria-pressed={isOn}
                onClick={() => select(toggled(selection, curve.sample))}
              >
                <svg viewBox="0 0 34 10" width="34" height="10" aria-hidden="true">
                  <path
                    className={`curve${isOn ? " on" : ""}`}
                    d="M1 5H33"
                    stroke={colour}
                    strokeDasharray={dash}
                  />
                </svg>{" "}
                <bdi>{curve.name}</bdi>
              </button>
            </li>
          ))}
        </ul>
        <small>{say(words.curvesHelp)}</small>
      </figcaption>
    </figure>
  );
}
