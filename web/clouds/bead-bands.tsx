import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { type AxisView, viewPlace, viewValue } from "vesica/kernel";
import { formatNumber } from "vesica/report";
import type { Frame } from "../chart/axes.tsx";
import { useSay } from "../words/language.tsx";
import { type Window, withLimit, withoutWindow } from "./bead-windows.ts";
import { words } from "./words.ts";

interface PeakBandsProps {
  readonly frame: Frame;
  readonly view: AxisView;
  readonly windows: readonly Window[];
  /** While a limit is dragged. */
  drag(windows: readonly Window[]): void;
  commit(windows: readonly Window[]): void;
}

const step = 0.0025;
const stride = 0.02;
const clamped = (place: number) => Math.min(1, Math.max(0, place));

/** Windows as bands whose limits can be moved by pointer and key. */
export function PeakBands({ frame, view, windows, drag, commit }: PeakBandsProps) {
  const say = useSay();
  const held = useRef<{
    readonly index: number;
    readonly side: 0 | 1;
    readonly from: readonly Window[];
  } | null>(null);
  const { left, top, width, height } = frame;
  const at = (value: number) => left + clamped(viewPlace(view, value)) * width;
  const moved = (event: PointerEvent<SVGGElement>): readonly Window[] | null => {
    const own = held.current;
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (!own || !box) return null;
    const place = clamped((event.clientX - box.left - left) / width);
    return withLimit(own.from, own.index, own.side, viewValue(view, place));
  };
  const key = (event: KeyboardEvent, index: number, side: 0 | 1) => {
    const towards = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (towards !== undefined) {
      const by = towards * (event.shiftKey ? stride : step);
      const place = clamped(viewPlace(view, windows[index]![side]) + by);
      commit(withLimit(windows, index, side, viewValue(view, place)));
    } else if (event.key === "Delete" || event.key === "Backspace") commit(withoutWindow(windows, index));
    else return;
    event.preventDefault();
  };
  return (
    <g className="bands">
      {windows.map((window, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: windows in their order have no other name
        <g key={index}>
          <rect
            className="band"
            x={at(window[0])}
            y={top}
            width={Math.max(1, at(window[1]) - at(window[0]))}
            height={height}
          />
          <text x={(at(window[0]) + at(window[1])) / 2} y={top + 12} textAnchor="middle">
            {index + 1}
          </text>
          {([0, 1] as const).map((side) => (
            <g
              key={side}
              className="limit"
              role="slider"
              tabIndex={0}
              aria-label={say(side === 0 ? words.windowFrom : words.windowTo, { index: index + 1 })}
              aria-valuemin={view.from}
              aria-valuemax={view.to}
              aria-valuenow={window[side]}
              aria-valuetext={formatNumber(window[side], 4)}
              onKeyDown={(event) => key(event, index, side)}
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                event.currentTarget.setPointerCapture(event.pointerId);
                held.current = { index, side, from: windows };
              }}
              onPointerMove={(event) => {
                const next = moved(event);
                if (next) drag(next);
              }}
              onPointerUp={(event) => {
                const next = moved(event);
                held.current = null;
                if (next) commit(next);
              }}
              onPointerCancel={() => {
                held.current = null;
                commit(windows);
              }}
            >
              <rect className="target" x={at(window[side]) - 12} y={top} width={24} height={height} />
              <path d={`M${at(window[side])} ${top}v${height}`} />
              <rect
                className="grip"
                x={at(window[side]) - 4}
                y={top + height / 2 - 10}
                width={8}
                height={20}
                rx={3}
              />
            </g>
          ))}
        </g>
      ))}
    </g>
  );
}
