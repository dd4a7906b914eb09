import { useId, useState } from "react";
import { formatAxisNumber } from "vesica/report";
import { useSay } from "../words/language.tsx";
import type { Column } from "./answer-shape.ts";
import { shownNumber } from "./answer-view.tsx";
import { type ChartScale, chartScale } from "./chart-scale.ts";
import { words } from "./words.ts";

interface LineChartProps {
  readonly x: Column;
  readonly ys: readonly Column[];
  readonly nameOf: (column: Column) => string;
}

const width = 560;
const height = 320;
const left = 70;
const right = 14;
const top = 12;
const bottom = 48;

/** One column drawn against another; a choice where there are several. */
export function LineChart({ x, ys, nameOf }: LineChartProps) {
  const say = useSay();
  const id = useId();
  const [chosen, choose] = useState(ys.at(-1)!.path);
  const y = ys.find(({ path }) => path === chosen) ?? ys.at(-1)!;
  const [xs, values] = [x.cells as readonly number[], y.cells as readonly number[]];
  const [across, up] = [chartScale(xs), chartScale(values)];
  const px = (value: number) => left + across.place(value) * (width - left - right);
  const py = (value: number) => height - bottom - up.place(value) * (height - top - bottom);
  const axisName = (column: Column, { log }: ChartScale) =>
    log ? say(words.logAxis, { name: nameOf(column) }) : nameOf(column);
  return (
    <figure className="line-chart">
      {ys.length > 1 && (
        <label htmlFor={id}>
          {say(words.drawn)}{" "}
          <select id={id} value={y.path} onChange={(event) => choose(event.target.value)}>
            {ys.map((column) => (
              <option key={column.path} value={column.path}>
                {nameOf(column)}
              </option>
            ))}
          </select>
        </label>
      )}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={say(words.chart, { x: nameOf(x), y: nameOf(y) })}
      >
        {across.ticks.map((tick) => (
          <g key={`x${tick}`}>
            <line className="grid" x1={px(tick)} x2={px(tick)} y1={top} y2={height - bottom} />
            <text x={px(tick)} y={height - bottom + 16} textAnchor="middle">
              {tickText(tick, across)}
            </text>
          </g>
        ))}
        {up.ticks.map((tick) => (
          <g key={`y${tick}`}>
            <line className="grid" x1={left} x2={width - right} y1={py(tick)} y2={py(tick)} />
            <text x={left - 6} y={py(tick) + 4} textAnchor="end">
              {tickText(tick, up)}
            </text>
          </g>
        ))}
        <text x={(left + width - right) / 2} y={height - 8} textAnchor="middle">
          {axisName(x, across)}
        </text>
        <text transform={`translate(14 ${(top + height - bottom) / 2}) rotate(-90)`} textAnchor="middle">
          {axisName(y, up)}
        </text>
        <polyline className="curve" points={xs.map((each, i) => `${px(each)},${py(values[i]!)}`).join(" ")} />
        {xs.map((each, i) => (
          <circle key={each} cx={px(each)} cy={py(values[i]!)} r={2.5}>
            <title>{`${shownNumber(each)}: ${shownNumber(values[i]!)}`}</title>
          </circle>
        ))}
      </svg>
    </figure>
  );
}

function tickText(tick: number, { log }: ChartScale): string {
  return log && (tick >= 1e5 || tick < 1e-3) ? formatAxisNumber(tick) : shownNumber(tick);
}
