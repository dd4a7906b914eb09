import { useMemo, useState } from "react";
import type {
  AxisView,
  Density,
  DensityRequest,
  GateTally,
  Histogram,
  HistogramRequest,
  Issue,
  Json,
} from "vesica/kernel";
import type { OwnWorker } from "../engine/engine.ts";
import type { CloudCard, CloudQuestion } from "../worker/clouds.ts";
import type { Drawing } from "./drawing.ts";
import { closed, withCorner } from "./drawing.ts";
import { type Edited, editedFrom, useGateEdits } from "./gate-store.ts";
import { freshName, type Gate, gatesJson, removed, replaced } from "./gates.ts";
import { amended, changed, type History, redone, undone } from "./history.ts";
import { isDrawn, type Place, type Views } from "./shapes.ts";
import { type Answered, useAnswers, useWholeViews } from "./use-answers.ts";
import type { OpenFile } from "./use-opened.ts";

export const tools = ["look", "select", "rectangle", "polygon"] as const;
export type Tool = (typeof tools)[number];

/** Bins of the picture along each axis: fewer where few points would stand alone in them. */
export function binsFor(points: number): number {
  return Math.min(512, Math.max(128, 32 * Math.round(Math.sqrt(points) / 16)));
}

const none: readonly Json[] = [];

function noGates(gates: Json): Json {
  return gates === null ? null : none;
}

/** Everything that a person has in hand over a cloud. */
export interface Desk {
  readonly card: CloudCard;
  readonly axes: { readonly x: string; readonly y: string };
  chooseAxis(side: "x" | "y", axis: string): void;
  chooseAxes(x: string, y: string): void;
  readonly views: Views | null;
  readonly whole: Views | null;
  look(views: Views): void;
  readonly within: string | null;
  lookWithin(gate: string | null): void;
  readonly tool: Tool;
  take(tool: Tool): void;
  /** Null where the room has no gates. */
  readonly edits: History<Edited> | null;
  readonly ofStudy: Edited;
  undo(): void;
  redo(): void;
  /** The gates as they are seen now, while one is dragged too. */
  readonly gates: readonly Gate[];
  /** Those that can be drawn in these views. */
  readonly drawn: readonly Gate[];
  readonly selected: Gate | null;
  select(gate: string | null): void;
  preview(gate: Gate | null): void;
  /** `again`: a key that is held down goes on with the last step. */
  edit(next: Partial<Edited>, again?: boolean): void;
  /** Takes a gate out, and what rests on it. */
  removeGate(id: string): void;
  editGate(gate: Gate, again?: boolean): void;
  readonly drawing: Drawing | null;
  setDrawing(drawing: Drawing | null): void;
  readonly cursor: Place;
  point(cursor: Place): void;
  /** Places a corner of the gate that is drawn. */
  place(at: Place): void;
  /** Both corners of a rectangle at once. */
  placeBoth(from: Place, to: Place): void;
  close(): void;
  readonly answered: Answered<CloudQuestion<DensityRequest>, Density>;
  readonly issues: readonly Issue[];
  readonly fault: string | null;
  readonly tallies: ReadonlyMap<string, GateTally>;
}

/** The state of the desk over one cloud of an open file. */
export function useDesk(
  worker: OwnWorker,
  { id, opened, parameters }: OpenFile,
  cloud: number,
  gateWord: string,
): Desk {
  const card = opened!.clouds[cloud]!;
  const { room, gatesKey, populationKey } = opened!;
  const [axes, setAxes] = useState({ x: card.suggested.x, y: card.suggested.y ?? card.suggested.x });
  const wholes = useWholeViews(worker, id, cloud, [axes.x, axes.y]);
  const [looked, setLooked] = useState<ReadonlyMap<string, AxisView>>(new Map());
  const [within, lookWithin] = useState<string | null>(null);
  const [tool, setTool] = useState<Tool>("look");
  const [selectedId, select] = useState<string | null>(null);
  const [dragged, preview] = useState<Gate | null>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [cursor, point] = useState<Place>({ x: 0.5, y: 0.5 });
  const ofStudy = useMemo(
    () => editedFrom(parameters, gatesKey ?? "", populationKey),
    [parameters, gatesKey, populationKey],
  );
  const [edits, setEdits] = useGateEdits(room, ofStudy);
  const { present } = edits;
  const gates = useMemo(
    () => (dragged ? replaced(present.gates, dragged.id, dragged) : present.gates),
    [present, dragged],
  );
  const viewOf = (axis: string) => looked.get(axis) ?? wholes.get(axis);
  const [x, y] = [viewOf(axes.x), viewOf(axes.y)];
  const views = useMemo<Views | null>(() => (x && y ? { x, y } : null), [x, y]);
  const [wx, wy] = [wholes.get(axes.x), wholes.get(axes.y)];
  const whole =
    wx && wy && x && y ? { x: { ...wx, cofactor: x.cofactor }, y: { ...wy, cofactor: y.cofactor } } : null;
  const json = useMemo(() => (gatesKey === null ? null : gatesJson(gates)), [gates, gatesKey]);
  const counted = useMemo<CloudQuestion<HistogramRequest> | null>(
    () =>
      wx && json !== null ? { id, cloud, request: { x: wx, bins: 1, within: null, gates: json } } : null,
    [wx, json, id, cloud],
  );
  const counts = useAnswers<HistogramRequest, Histogram>(worker, "cloud-histogram", counted);
  const tallies = useMemo(
    () => new Map((counts.answer?.gates ?? []).map((tally) => [tally.gate, tally])),
    [counts.answer],
  );
  const known =
    within !== null && (tallies.has(within) || gates.some((gate) => gate.id === within)) ? within : null;
  // gates that nobody looks inside do not change the picture
  const looking = known === null ? noGates(json) : json;
  const pictured = useMemo<CloudQuestion<DensityRequest> | null>(() => {
    if (!views || card.suggested.y === null) return null;
    return { id, cloud, request: { ...views, bins: binsFor(card.points), within: known, gates: looking } };
  }, [views, known, looking, id, cloud, card]);
  const answered = useAnswers<DensityRequest, Density>(worker, "cloud-density", pictured);
  const compensated = (axis: string) => card.axes.some((each) => each.id === axis && each.compensated);
  const drawn = views && gatesKey !== null ? gates.filter((gate) => isDrawn(gate, views, compensated)) : [];
  const edit: Desk["edit"] = (next, again = false) =>
    setEdits((again ? amended : changed)(edits, { ...present, ...next }));
  const finish = (gate: Gate) => {
    edit({ gates: [...present.gates, gate] });
    setDrawing(null);
    select(gate.id);
    setTool("select");
  };
  const name = freshName(present.gates, gateWord);
  return {
    card,
    axes,
    chooseAxis: (side, axis) => {
      setDrawing(null);
      setAxes((before) => {
        const other = side === "x" ? "y" : "x";
        return before[other] === axis ? { x: before.y, y: before.x } : { ...before, [side]: axis };
      });
    },
    chooseAxes: (nextX, nextY) => {
      const has = (axis: string) => card.axes.some((each) => each.id === axis);
      if (has(nextX) && has(nextY)) setAxes({ x: nextX, y: nextY });
    },
    views,
    whole,
    look: (next) => setLooked((before) => new Map(before).set(next.x.axis, next.x).set(next.y.axis, next.y)),
    within,
    lookWithin,
    tool,
    take: (next) => {
      setTool(next);
      setDrawing(next === "rectangle" || next === "polygon" ? { kind: next, corners: [] } : null);
    },
    edits: gatesKey === null ? null : edits,
    ofStudy,
    undo: () => setEdits(undone(edits)),
    redo: () => setEdits(redone(edits)),
    gates,
    drawn,
    selected: gates.find((gate) => gate.id === selectedId) ?? null,
    select,
    preview,
    edit,
    removeGate: (id) => {
      const rest = removed(present.gates, id);
      const isLost = (name: string | null) => name !== null && !rest.some((gate) => gate.id === name);
      const wasHere = (name: string | null) => present.gates.some((gate) => gate.id === name);
      edit({ gates: rest, population: isLost(present.population) ? null : present.population });
      if (isLost(within) && wasHere(within)) lookWithin(null);
      select(null);
    },
    editGate: (gate, again) => edit({ gates: replaced(present.gates, gate.id, gate) }, again),
    drawing,
    setDrawing,
    cursor,
    point,
    place: (at) => {
      if (!drawing || !views) return;
      point(at);
      const next = withCorner(drawing, views, at, name, within);
      if ("gate" in next) finish(next.gate);
      else setDrawing(next.drawing);
    },
    placeBoth: (from, to) => {
      if (!drawing || !views) return;
      const first = withCorner({ ...drawing, corners: [] }, views, from, name, within);
      const next = "drawing" in first ? withCorner(first.drawing, views, to, name, within) : first;
      if ("gate" in next) finish(next.gate);
    },
    close: () => {
      const gate = drawing && views && closed(drawing, views, name, within);
      if (gate) finish(gate);
    },
    answered,
    issues: counts.issues.length > 0 ? counts.issues : answered.issues,
    fault: counts.fault ?? answered.fault,
    tallies,
  };
}
