import { useMemo, useRef } from "react";
import { viewValue } from "vesica/kernel";
import { formatCount, formatNumber, unitText } from "vesica/report";
import { Axes, type Frame } from "../chart/axes.tsx";
import { viewAxis } from "../chart/scale.ts";
import { useWidth } from "../chart/use-width.ts";
import { useLanguage, useSay } from "../words/language.tsx";
import { CloudCanvas } from "./cloud-canvas.tsx";
import type { Desk } from "./desk.ts";
import { GateLayer } from "./gate-layer.tsx";
import { pressedOnPlot } from "./plot-keys.ts";
import { usePlotHands } from "./use-plot-hands.ts";
import { words } from "./words.ts";

const widest = 620;
const [left, right, top, bottom] = [82, 14, 10, 50];

/** The name of an axis with its unit. */
export function useAxisTitle(desk: Pick<Desk, "card">): (id: string) => string {
  const { language } = useLanguage();
  return (id) => {
    const axis = desk.card.axes.find((each) => each.id === id);
    if (!axis) return id;
    const unit = unitText(axis.unit)[language];
    return unit === "" ? axis.title[language] : `${axis.title[language]} / ${unit}`;
  };
}

/** Pixels of the height that the choices above the plot and the axis below take. */
const besides = 330;

/** The cloud with its axes and gates; everything by pointer and by key. */
export function CloudPlot({ desk }: { readonly desk: Desk }) {
  const say = useSay();
  const title = useAxisTitle(desk);
  const [box, width] = useWidth<HTMLDivElement>(widest);
  const plot = useRef<HTMLDivElement>(null);
  const size = Math.max(120, Math.min(width - left - right, innerHeight - besides));
  const frame = useMemo<Frame>(() => ({ left, top, width: size, height: size }), [size]);
  const hands = usePlotHands(desk, plot, size);
  const { views, answered, cursor, drawing, tool } = desk;
  const density = answered.answer;
  const scales = useMemo(() => views && { x: viewAxis(views.x), y: viewAxis(views.y) }, [views]);
  const help = {
    look: words.helpLook,
    select: words.helpSelect,
    rectangle: words.helpRectangle,
    polygon: words.helpPolygon,
  };
  const label = density
    ? say(words.picture, {
        within: formatCount(density.within),
        x: title(desk.axes.x),
        y: title(desk.axes.y),
        outside: formatCount(density.outside),
      })
    : "";
  return (
    <div className="cloud-box" ref={box}>
      <div
        className={`cloud-plot tool-${tool}`}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move, zoom and draw here
        tabIndex={0}
        aria-label={say(words.plot, { x: title(desk.axes.x), y: title(desk.axes.y) })}
        aria-describedby="cloud-help"
        style={{ height: top + size + bottom }}
        onKeyDown={(event) => {
          if (pressedOnPlot(desk, event)) event.preventDefault();
        }}
      >
        <div className="cloud-canvas" style={{ left, top, width: size, height: size }}>
          {views && density && answered.question && (
            <CloudCanvas density={density} request={answered.question.request} {...{ views, size, label }} />
          )}
        </div>
        {views && scales && (
          <svg
            width={left + size + right}
            height={top + size + bottom}
            aria-hidden={false}
            role="group"
            aria-label={say(words.gates)}
          >
            <defs>
              <clipPath id="cloud-clip">
                <rect x={left} y={top} width={size} height={size} />
              </clipPath>
            </defs>
            <Axes
              frame={frame}
              x={scales.x}
              y={scales.y}
              xTitle={title(views.x.axis)}
              yTitle={title(views.y.axis)}
            />
            <GateLayer desk={desk} frame={frame} />
          </svg>
        )}
        <div className="cloud-touch" ref={plot} style={{ left, top, width: size, height: size }} {...hands} />
      </div>
      <p id="cloud-help">
        <small>{say(help[tool])}</small>
      </p>
      {drawing && views && (
        <p role="status" className="hidden">
          {say(words.cursorAt, {
            x: formatNumber(viewValue(views.x, cursor.x)),
            y: formatNumber(viewValue(views.y, cursor.y)),
            count: drawing.corners.length,
          })}
        </p>
      )}
    </div>
  );
}
