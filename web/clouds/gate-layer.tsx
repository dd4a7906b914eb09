import type { KeyboardEvent } from "react";
import { viewValue } from "vesica/kernel";
import { formatCount, formatNumber } from "vesica/report";
import type { Frame } from "../chart/axes.tsx";
import { useSay } from "../words/language.tsx";
import type { Desk } from "./desk.ts";
import { cornerPlaces } from "./drawing.ts";
import { pressedOnGate, pressedOnHandle } from "./plot-keys.ts";
import { handlesOf, outlineOf, type Place } from "./shapes.ts";
import { words } from "./words.ts";

interface GateLayerProps {
  readonly desk: Desk;
  readonly frame: Frame;
}

/** Gates, corners and what is being drawn, over the picture. */
export function GateLayer({ desk, frame }: GateLayerProps) {
  const say = useSay();
  const { views, drawn, selected, tallies, drawing, cursor } = desk;
  if (!views) return null;
  const { left, top, width, height } = frame;
  const at = ({ x, y }: Place) => ({ x: left + x * width, y: top + (1 - y) * height });
  const path = (places: readonly Place[], end: string) =>
    `${places
      .map(at)
      .map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`)
      .join("")}${end}`;
  const pressed = (handled: boolean, event: KeyboardEvent) => {
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const corners = drawing ? cornerPlaces(drawing, views) : [];
  const here = at(cursor);
  return (
    <g clipPath="url(#cloud-clip)">
      {drawn.map((gate) => {
        const outline = outlineOf(gate, views);
        const count = tallies.get(gate.id)?.events;
        const label = say(words.gateLabel, {
          gate: gate.id,
          count: count === undefined ? "–" : formatCount(count),
        });
        const isOn = gate.id === selected?.id;
        const highest = outline.reduce((most, place) => (place.y > most.y ? place : most), outline[0]!);
        const named = at({
          x: Math.min(0.97, Math.max(0.01, highest.x)),
          y: Math.min(0.95, Math.max(0, highest.y)),
        });
        return (
          <g
            key={gate.id}
            className={isOn ? "gate on" : "gate"}
            role="button"
            aria-pressed={isOn}
            aria-label={label}
            tabIndex={0}
            onFocus={() => desk.tool === "select" && !isOn && desk.select(gate.id)}
            onKeyDown={(event) => pressed(pressedOnGate(desk, gate.id, event), event)}
          >
            <path className="halo" d={path(outline, "Z")} />
            <path className="line" d={path(outline, "Z")} />
            <text x={named.x + 4} y={named.y - 5}>
              {gate.id}
            </text>
          </g>
        );
      })}
      {selected &&
        drawn.includes(selected) &&
        handlesOf(selected, views).map((place, index) => {
          const { x, y } = at(place);
          return (
            <g
              // biome-ignore lint/suspicious/noArrayIndexKey: corners in their order have no other name
              key={index}
              className="handle"
              role="button"
              tabIndex={0}
              aria-label={say(words.cornerLabel, {
                index: index + 1,
                gate: selected.id,
                x: formatNumber(viewValue(views.x, place.x)),
                y: formatNumber(viewValue(views.y, place.y)),
              })}
              onKeyDown={(event) => pressed(pressedOnHandle(desk, index, event), event)}
            >
              <circle className="target" cx={x} cy={y} r={12} />
              <rect x={x - 4.5} y={y - 4.5} width={9} height={9} />
            </g>
          );
        })}
      {drawing && (
        <g className="drawing-gate">
          {drawing.kind === "polygon" && corners.length > 0 && (
            <path className="line" d={path([...corners, cursor], "")} />
          )}
          {drawing.kind === "rectangle" && corners[0] && (
            <path
              className="line"
              d={path(
                [corners[0], { x: cursor.x, y: corners[0].y }, cursor, { x: corners[0].x, y: cursor.y }],
                "Z",
              )}
            />
          )}
          {corners.map(at).map(({ x, y }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: corners in their order have no other name
            <rect key={index} x={x - 3.5} y={y - 3.5} width={7} height={7} />
          ))}
          <path className="cursor" d={`M${here.x - 12} ${here.y}h24M${here.x} ${here.y - 12}v24`} />
        </g>
      )}
    </g>
  );
}
