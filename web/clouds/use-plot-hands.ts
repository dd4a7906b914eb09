import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import type { Desk } from "./desk.ts";
import type { Gate } from "./gates.ts";
import {
  gateAt,
  handlesOf,
  isInside,
  movedBy,
  nearestPlace,
  outlineOf,
  type Place,
  type Views,
  withHandleAt,
} from "./shapes.ts";
import { panned, zoomed } from "./views.ts";

/** How near a corner has to be hit, in CSS pixels. */
const reach = 14;
/** A press that moves no further is a click. */
const click = 5;

type Hold =
  | { readonly kind: "pan"; readonly from: Place; readonly views: Views }
  | { readonly kind: "handle"; readonly gate: Gate; readonly handle: number }
  | { readonly kind: "gate"; readonly gate: Gate; readonly from: Place }
  | { readonly kind: "draw"; readonly from: Place }
  | { readonly kind: "pinch"; readonly apart: number; readonly views: Views };

/** What pointers and the wheel do on the plot, by the tool in hand. */
export function usePlotHands(desk: Desk, plot: RefObject<HTMLDivElement | null>, size: number) {
  const hold = useRef<Hold | null>(null);
  const dragged = useRef<Gate | null>(null);
  const pointers = useRef(new Map<number, Place>());
  const { views, whole } = desk;
  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Place => {
    const box = plot.current!.getBoundingClientRect();
    return { x: (clientX - box.left) / size, y: 1 - (clientY - box.top) / size };
  };
  const latestDesk = useRef(desk);
  latestDesk.current = desk;
  useEffect(() => {
    const own = plot.current;
    if (!own) return;
    const wheel = (event: WheelEvent) => {
      const { views: now, whole: all, look } = latestDesk.current;
      if (!now || !all) return;
      event.preventDefault();
      const box = own.getBoundingClientRect();
      const at = { x: (event.clientX - box.left) / box.width, y: 1 - (event.clientY - box.top) / box.height };
      const factor = Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) / (event.ctrlKey ? 60 : 400));
      look({ x: zoomed(now.x, at.x, factor, all.x), y: zoomed(now.y, at.y, factor, all.y) });
    };
    own.addEventListener("wheel", wheel, { passive: false });
    return () => own.removeEventListener("wheel", wheel);
  }, [plot]);

  const apartOf = () => {
    const [a, b] = [...pointers.current.values()];
    return Math.hypot(a!.x - b!.x, a!.y - b!.y);
  };
  const grip = (at: Place): Hold | null => {
    const { selected, drawn } = desk;
    const isShown = selected && drawn.includes(selected);
    const pixels = (place: Place) => ({ x: place.x * size, y: place.y * size });
    if (isShown) {
      const handle = nearestPlace(handlesOf(selected, views!).map(pixels), pixels(at), reach);
      if (handle >= 0) return { kind: "handle", gate: selected, handle };
    }
    const hit = isShown && isInside(outlineOf(selected, views!), at) ? selected : gateAt(drawn, views!, at);
    desk.select(hit?.id ?? null);
    return hit ? { kind: "gate", gate: hit, from: at } : null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || !views || !whole) return;
      plot.current!.setPointerCapture(event.pointerId);
      const at = placeOf(event);
      pointers.current.set(event.pointerId, at);
      if (pointers.current.size === 2) {
        desk.preview(null);
        dragged.current = null;
        hold.current = { kind: "pinch", apart: apartOf(), views };
      } else if (desk.tool === "look") hold.current = { kind: "pan", from: at, views };
      else if (desk.tool === "select") hold.current = grip(at);
      else hold.current = { kind: "draw", from: at };
    },
    onPointerMove: (event: PointerEvent) => {
      const at = placeOf(event);
      if (pointers.current.has(event.pointerId)) pointers.current.set(event.pointerId, at);
      const held = hold.current;
      if (!views || !whole) return;
      if (!held) {
        if (desk.drawing && event.pointerType === "mouse") desk.point(at);
        return;
      }
      if (held.kind === "pan") {
        const by = { x: held.from.x - at.x, y: held.from.y - at.y };
        desk.look({ x: panned(held.views.x, by.x, whole.x), y: panned(held.views.y, by.y, whole.y) });
      } else if (held.kind === "pinch" && pointers.current.size === 2) {
        const [a, b] = [...pointers.current.values()];
        const middle = { x: (a!.x + b!.x) / 2, y: (a!.y + b!.y) / 2 };
        const factor = apartOf() / held.apart;
        desk.look({
          x: zoomed(held.views.x, middle.x, factor, whole.x),
          y: zoomed(held.views.y, middle.y, factor, whole.y),
        });
      } else if (held.kind === "handle") {
        dragged.current = withHandleAt(held.gate, views, held.handle, at);
        desk.preview(dragged.current);
      } else if (held.kind === "gate") {
        dragged.current = movedBy(held.gate, views, { x: at.x - held.from.x, y: at.y - held.from.y });
        desk.preview(dragged.current);
      } else desk.point(at);
    },
    onPointerUp: (event: PointerEvent) => {
      const held = hold.current;
      pointers.current.delete(event.pointerId);
      hold.current = null;
      if (dragged.current) {
        desk.editGate(dragged.current);
        dragged.current = null;
        desk.preview(null);
      }
      if (held?.kind !== "draw") return;
      const at = placeOf(event);
      const far = Math.hypot(at.x - held.from.x, at.y - held.from.y) * size;
      if (desk.drawing?.kind === "rectangle" && far > click) desk.placeBoth(held.from, at);
      else desk.place(at);
    },
    onPointerCancel: (event: PointerEvent) => {
      pointers.current.delete(event.pointerId);
      hold.current = null;
      dragged.current = null;
      desk.preview(null);
    },
  };
}
