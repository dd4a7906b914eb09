import { type PointerEvent, type ReactNode, useMemo } from "react";
import { type AxisView, viewValue } from "vesica/kernel";
import { Axes, type Frame } from "../chart/axes.tsx";
import { plainScale, viewAxis } from "../chart/scale.ts";
import { useWidth } from "../chart/use-width.ts";
import { useSay } from "../words/language.tsx";
import { greatestOf } from "./colours.ts";
import { words } from "./words.ts";

interface HistogramChartProps {
  readonly counts: Uint32Array;
  readonly view: AxisView;
  readonly title: string;
  readonly label: string;
  /** What stands over the histogram, in its frame. */
  readonly children?: (frame: Frame) => ReactNode;
  /** A pointer over the chart, at a linear value. */
  pointed?(value: number, event: PointerEvent): void;
  released?(): void;
}

const widest = 720;
const height = 260;

/** Counts along one axis. */
export function HistogramChart(props: HistogramChartProps) {
  const { counts, view, title, label, children, pointed, released } = props;
  const say = useSay();
  const [box, width] = useWidth<HTMLDivElement>(widest);
  const frame = useMemo<Frame>(
    () => ({ left: 82, top: 12, width: width - 98, height: height - 64 }),
    [width],
  );
  const most = Math.max(1, greatestOf(counts));
  const path = useMemo(() => {
    const { left, top, width: across, height: up } = frame;
    const steps = Array.from(counts, (count, bin) => {
      const y = (top + up * (1 - count / (most * 1.05))).toFixed(1);
      return `V${y}H${(left + (across * (bin + 1)) / counts.length).toFixed(1)}`;
    });
    return `M${left} ${top + up}${steps.join("")}V${top + up}Z`;
  }, [counts, frame, most]);
  const valueAt = (event: PointerEvent<SVGSVGElement>) => {
    const box_ = event.currentTarget.getBoundingClientRect();
    const place = (event.clientX - box_.left - frame.left) / frame.width;
    return viewValue(view, Math.min(1, Math.max(0, place)));
  };
  return (
    <div className="chart" ref={box}>
      <svg
        width={width}
        height={height}
        role="group"
        aria-label={label}
        className="histogram"
        onPointerMove={(event) => pointed?.(valueAt(event), event)}
        onPointerUp={released}
        onPointerCancel={released}
      >
        <Axes
          frame={frame}
          x={viewAxis(view)}
          y={plainScale(0, most * 1.05)}
          xTitle={title}
          yTitle={say(words.eventsAxis)}
        />
        <path className="bars" d={path} />
        {children?.(frame)}
      </svg>
    </div>
  );
}
