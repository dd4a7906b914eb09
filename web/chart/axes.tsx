import { memo } from "react";
import { formatAxisNumber, formatNumber } from "vesica/report";
import type { Scale } from "./scale.ts";

/** Where a chart draws, in its own units. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface AxesProps {
  readonly frame: Frame;
  readonly x: Scale;
  readonly y: Scale;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Lines across the chart at labelled ticks. */
  readonly grid?: boolean;
}

/** The frame of a chart with room for ticks and titles on the left and below. */
export function frameOf(width: number, height: number): Frame {
  return { left: 82, top: 14, width: width - 98, height: height - 66 };
}

/** A number at an axis: as the report writes it, powers of ten short. */
function axisLabel(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-3)) return formatAxisNumber(value);
  const digits = String(size).replace(".", "").replace(/^0+/, "").length;
  return formatNumber(value, Math.max(1, digits));
}

const apart = 14;

/** Both axes of a chart with ticks and titles; labels too close to the one before are left out. */
export const Axes = memo(function Axes({ frame, x, y, xTitle, yTitle, grid = false }: AxesProps) {
  const { left, top, width, height } = frame;
  const bottom = top + height;
  let lastX = Number.NEGATIVE_INFINITY;
  let lastY = Number.POSITIVE_INFINITY;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus
    <g className="axes" aria-hidden="true">
      {x.ticks.map(({ value, major }) => {
        const at = left + x.place(value) * width;
        const text = axisLabel(value);
        const labelled = major && at - lastX > apart + 6 * text.length;
        if (labelled) lastX = at;
        return (
          <g key={value} transform={`translate(${at} ${bottom})`}>
            {grid && major && <line className="grid" y1={-height} y2={0} />}
            <line y2={major ? 6 : 3} />
            {labelled && (
              <text y={19} textAnchor="middle">
                {text}
              </text>
            )}
          </g>
        );
      })}
      {y.ticks.map(({ value, major }) => {
        const at = bottom - y.place(value) * height;
        const labelled = major && lastY - at > apart;
        if (labelled) lastY = at;
        return (
          <g key={value} transform={`translate(${left} ${at})`}>
            {grid && major && <line className="grid" x1={0} x2={width} />}
            <line x2={major ? -6 : -3} />
            {labelled && (
              <text x={-9} dy="0.32em" textAnchor="end">
                {axisLabel(value)}
              </text>
            )}
          </g>
        );
      })}
      <path d={`M${left} ${top}V${bottom}H${left + width}`} fill="none" />
      <text className="title" x={left + width / 2} y={bottom + 40} textAnchor="middle">
        {xTitle}
      </text>
      <text
        className="title"
        transform={`translate(${left - 62} ${top + height / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {yTitle}
      </text>
    </g>
  );
});
