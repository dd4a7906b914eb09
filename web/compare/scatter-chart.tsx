import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import type { Estimate } from "vesica/kernel";
import { formatEstimate } from "vesica/report";
import { Axes, type Frame, frameOf } from "../chart/axes.tsx";
import { Mark, markOf, shapePath } from "../chart/marks.tsx";
import { useWidth } from "../chart/use-width.ts";
import { useSay } from "../words/language.tsx";
import type { SamplePoint } from "./quantities.ts";
import { type PlacedPoint, scatterLayout } from "./scatter-layout.ts";
import { brushed, directions, neighbour, type Place, type Selection, toggled } from "./selection.ts";
import { words } from "./words.ts";

interface ScatterChartProps {
  readonly points: readonly SamplePoint[];
  readonly conditions: readonly (string | null)[];
  readonly selection: Selection;
  select(next: Selection): void;
  readonly xTitle: string;
  readonly yTitle: string;
}

interface Brush {
  readonly from: Place;
  readonly to: Place;
  readonly kept: Selection;
}

const valueText = (estimate: Estimate): string => {
  const { value, interval } = formatEstimate(estimate);
  return interval === null ? value : `${value} ${interval}`;
};
const click = 4;
const widest = 860;
const height = 440;

/** The place of a pointer in the drawing. */
function placeIn(svg: SVGSVGElement, { clientX, clientY }: { clientX: number; clientY: number }): Place {
  const box = svg.getBoundingClientRect();
  return {
    x: clientX - box.left,
    y: clientY - box.top,
  };
}

/** Samples as points with their intervals; brushing selects. */
export function ScatterChart({ points, conditions, selection, select, xTitle, yTitle }: ScatterChartProps) {
  const say = useSay();
  const [figure, width] = useWidth<HTMLElement>(widest);
  const frame = useMemo(() => frameOf(width, height), [width]);
  const marks = useRef<(SVGGElement | null)[]>([]);
  const [brush, setBrush] = useState<Brush | null>(null);
  const [focus, setFocus] = useState(0);
  const shown = useMemo(
    () => conditions.filter((condition) => points.some((point) => point.condition === condition)),
    [conditions, points],
  );
  const { x, y, placed } = useMemo(() => scatterLayout(points, shown, frame), [points, shown, frame]);
  const at = Math.min(focus, placed.length - 1);
  const down = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = placeIn(event.currentTarget, event);
    setBrush({ from: place, to: place, kept: event.shiftKey ? selection : new Set() });
  };
  const move = (event: PointerEvent<SVGSVGElement>) =>
    brush && setBrush({ ...brush, to: placeIn(event.currentTarget, event) });
  const up = () => {
    if (!brush) return;
    setBrush(null);
    const { from, to, kept } = brush;
    if (Math.hypot(to.x - from.x, to.y - from.y) > click) return select(brushed(kept, placed, from, to));
    const near = nearest(placed, to);
    if (near >= 0) {
      setFocus(near);
      select(toggled(selection, placed[near]!.sample));
    }
  };
  const key = (event: KeyboardEvent) => {
    const sample = placed[at]?.sample;
    if (sample === undefined) return;
    if (event.key === " " || event.key === "Enter") select(toggled(selection, sample));
    else if (event.key === "Escape") select(new Set());
    else if (Object.hasOwn(directions, event.key)) {
      const next = neighbour(placed, at, directions[event.key as keyof typeof directions]);
      setFocus(next);
      marks.current[next]?.focus();
      if (event.shiftKey) select(new Set([...selection, sample, placed[next]!.sample]));
    } else return;
    event.preventDefault();
  };
  const label = (point: SamplePoint): string => {
    const values = [point.x, point.y].flatMap((each) => (each ? [valueText(each)] : [])).join("; ");
    const condition = point.condition ?? say(words.noCondition);
    const text = say(words.point, { sample: point.sample, condition, values });
    return selection.has(point.sample) ? say(words.pointSelected, { point: text }) : text;
  };
  return (
    <figure className="chart" ref={figure}>
      <svg
        className="brushed"
        width={width}
        height={height}
        role="group"
        aria-label={say(words.scatterLabel, { x: xTitle, y: yTitle })}
        aria-describedby="compare-scatter-help"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={() => setBrush(null)}
        onKeyDown={key}
      >
        <Axes frame={frame} x={x} y={y} xTitle={xTitle} yTitle={yTitle} grid />
        {points[0]?.x === null && <StripLabels shown={shown} frame={frame} />}
        {placed.map(({ point, acrossX, acrossY, ...place }, index) => {
          const { colour, shape } = markOf(conditions.indexOf(point.condition));
          const isOn = selection.has(point.sample);
          const faint = selection.size > 0 && !isOn;
          return (
            <g
              key={point.key}
              ref={(element) => {
                marks.current[index] = element;
              }}
              className={`point${isOn ? " on" : ""}${faint ? " faint" : ""}`}
              role="checkbox"
              aria-checked={isOn}
              tabIndex={index === at ? 0 : -1}
              aria-label={label(point)}
              onFocus={() => setFocus(index)}
            >
              <title>{label(point)}</title>
              {acrossX && <path d={`M${acrossX[0]} ${place.y}H${acrossX[1]}`} stroke={colour} />}
              {acrossY && <path d={`M${place.x} ${acrossY[0]}V${acrossY[1]}`} stroke={colour} />}
              <g transform={`translate(${place.x} ${place.y})`}>
                <circle className="ring" r={11} />
                <path d={shapePath(shape, 6)} fill={colour} />
              </g>
              {isOn && (
                <text x={place.x + 12} y={place.y - 8}>
                  {point.sample}
                </text>
              )}
            </g>
          );
        })}
        {brush && (
          <rect
            className="brush"
            x={Math.min(brush.from.x, brush.to.x)}
            y={Math.min(brush.from.y, brush.to.y)}
            width={Math.abs(brush.to.x - brush.from.x)}
            height={Math.abs(brush.to.y - brush.from.y)}
          />
        )}
      </svg>
      <figcaption className="legend">
        {shown.map((condition) => (
          <span key={condition ?? ""}>
            <Mark index={conditions.indexOf(condition)} /> <bdi>{condition ?? say(words.noCondition)}</bdi>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

const reach = 14;

function nearest(placed: readonly PlacedPoint[], to: Place): number {
  let best = -1;
  let least = reach;
  placed.forEach(({ x, y }, index) => {
    const far = Math.hypot(x - to.x, y - to.y);
    if (far < least) {
      least = far;
      best = index;
    }
  });
  return best;
}

interface StripLabelsProps {
  readonly shown: readonly (string | null)[];
  readonly frame: Frame;
}

function StripLabels({ shown, frame: { left, top, width, height } }: StripLabelsProps) {
  const say = useSay();
  return (
    <g className="axes">
      {shown.map((condition, index) => (
        <text
          key={condition ?? ""}
          x={left + ((index + 0.5) / shown.length) * width}
          y={top + height + 19}
          textAnchor="middle"
        >
          {condition ?? say(words.noCondition)}
        </text>
      ))}
    </g>
  );
}
