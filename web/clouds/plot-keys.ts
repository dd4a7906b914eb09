import type { KeyboardEvent } from "react";
import type { Desk } from "./desk.ts";
import { withoutLastCorner } from "./drawing.ts";
import { handlesOf, movedBy, type Place, withHandleAt, withoutVertex, withVertexAfter } from "./shapes.ts";
import { panned, zoomed } from "./views.ts";

const arrows: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};
const step = 0.005;
const stride = 0.05;

const stepOf = ({ key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">): Place | null => {
  const arrow = Object.hasOwn(arrows, key) ? arrows[key]! : null;
  const length = shiftKey ? stride : step;
  return arrow && { x: arrow.x * length, y: arrow.y * length };
};

const clamped = (place: number) => Math.min(1, Math.max(0, place));

/** What a key does on the plot; false where it means nothing there. */
export function pressedOnPlot(desk: Desk, event: KeyboardEvent): boolean {
  if (isUndo(event)) {
    if (event.shiftKey || event.key.toLowerCase() === "y") desk.redo();
    else desk.undo();
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return desk.drawing ? whileDrawing(desk, event) : whileLooking(desk, event);
}

function isUndo({ ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && ["z", "y"].includes(key.toLowerCase());
}

function whileDrawing(desk: Desk, event: KeyboardEvent): boolean {
  const { drawing, cursor } = desk;
  const by = stepOf(event);
  if (by) desk.point({ x: clamped(cursor.x + by.x), y: clamped(cursor.y + by.y) });
  else if (event.key === "Enter" || event.key === " ") desk.place(cursor);
  else if (event.key === "Backspace") desk.setDrawing(withoutLastCorner(drawing!));
  else if (event.key === "Escape") desk.take("select");
  else return false;
  return true;
}

function whileLooking(desk: Desk, event: KeyboardEvent): boolean {
  const { views, whole, look } = desk;
  if (!views || !whole) return false;
  const by = stepOf(event);
  const zoom = (factor: number) =>
    look({ x: zoomed(views.x, 0.5, factor, whole.x), y: zoomed(views.y, 0.5, factor, whole.y) });
  if (by) look({ x: panned(views.x, by.x * 10, whole.x), y: panned(views.y, by.y * 10, whole.y) });
  else if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") look(whole);
  else return false;
  return true;
}

/** What a key does on a gate; false where it means nothing there. */
export function pressedOnGate(desk: Desk, id: string, event: KeyboardEvent): boolean {
  const gate = desk.gates.find((each) => each.id === id);
  if (!gate || !desk.views || desk.drawing || event.ctrlKey || event.metaKey) return false;
  if (event.key === "Enter" || event.key === " ") {
    desk.select(id);
    desk.take("select");
    return true;
  }
  if (desk.tool !== "select") return false;
  const by = stepOf(event);
  if (by) desk.editGate(movedBy(gate, desk.views, by), event.repeat);
  else if (event.key === "Delete") desk.removeGate(id);
  else if (event.key === "Escape") desk.select(null);
  else return false;
  return true;
}

/** What a key does on a corner of the selected gate; false where it means nothing there. */
export function pressedOnHandle(desk: Desk, handle: number, event: KeyboardEvent): boolean {
  const { selected: gate, views } = desk;
  if (!gate || !views || event.ctrlKey || event.metaKey) return false;
  const by = stepOf(event);
  const at = handlesOf(gate, views)[handle];
  if (by && at)
    desk.editGate(
      withHandleAt(gate, views, handle, {
        x: by.x === 0 ? at.x : clamped(at.x + by.x),
        y: by.y === 0 ? at.y : clamped(at.y + by.y),
      }),
      event.repeat,
    );
  else if (event.key === "Delete" || event.key === "Backspace") desk.editGate(withoutVertex(gate, handle));
  else if (event.key === "Insert" || event.key === "+") desk.editGate(withVertexAfter(gate, views, handle));
  else if (event.key === "Escape") desk.select(null);
  else return false;
  return true;
}
