import type { Json } from "vesica/kernel";
import { shortened } from "./gates.ts";

/** One population of beads along a channel: least value inside, greatest outside, in linear units. */
export type Window = readonly [number, number];

/** With one limit at another value; limits that cross change places, and equal ones are left as they were. */
export function withLimit(
  windows: readonly Window[],
  index: number,
  side: 0 | 1,
  value: number,
): readonly Window[] {
  return windows.map((window, at): Window => {
    if (at !== index) return window;
    const to = shortened(value);
    const other = window[side === 0 ? 1 : 0];
    if (to === other || !Number.isFinite(to)) return window;
    return to < other ? [to, other] : [other, to];
  });
}

export function withoutWindow(windows: readonly Window[], index: number): readonly Window[] {
  return windows.filter((_, at) => at !== index);
}

export function withWindow(windows: readonly Window[], from: number, to: number): readonly Window[] {
  return inOrder([...windows, [shortened(from), shortened(to)]]);
}

export function inOrder(windows: readonly Window[]): readonly Window[] {
  return [...windows].sort((a, b) => a[0] - b[0]);
}

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where study.yaml keeps the windows of a bead set along a channel; null where the set is not described for it. */
export function windowsPath(
  parameters: Json | undefined,
  room: string,
  name: string,
  channel: string,
): readonly string[] | null {
  const beads = isRecord(parameters) ? parameters.beads : undefined;
  const set = isRecord(beads) && Object.hasOwn(beads, name) ? beads[name] : undefined;
  if (!isRecord(set)) return null;
  const path = ["parameters", room, "beads", name, "peaks"];
  if (set.kind === "scatter") return set.channel === channel ? path : null;
  if (set.kind !== "fluorescence") return null;
  return isRecord(set.channels) && Object.hasOwn(set.channels, channel) ? [...path, channel] : null;
}

/** Channels along which a bead set is described. */
export function beadChannels(parameters: Json | undefined, name: string): readonly string[] {
  const beads = isRecord(parameters) ? parameters.beads : undefined;
  const set = isRecord(beads) && Object.hasOwn(beads, name) ? beads[name] : undefined;
  if (!isRecord(set)) return [];
  if (typeof set.channel === "string") return [set.channel];
  return isRecord(set.channels) ? Object.keys(set.channels) : [];
}

/** How many values study.yaml assigns to the beads along a channel; null where it is not described. */
export function assignedCount(parameters: Json | undefined, name: string, channel: string): number | null {
  const beads = isRecord(parameters) ? parameters.beads : undefined;
  const set = isRecord(beads) && Object.hasOwn(beads, name) ? beads[name] : undefined;
  if (!isRecord(set)) return null;
  const values = isRecord(set.channels)
    ? set.channels[channel]
    : set.channel === channel
      ? set.diameters
      : null;
  return Array.isArray(values) ? values.length : null;
}

/** JSON with another value at a path of keys. */
export function withValueAt(json: Json | undefined, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return value;
  const own = isRecord(json) ? json : {};
  return { ...own, [key]: withValueAt(Object.hasOwn(own, key) ? own[key] : undefined, rest, value) };
}
