import { isRefused } from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import { densityGate } from "../operations/gates/density.ts";
import { singletGate } from "../operations/gates/singlets.ts";
import type { EventAnswer } from "./event-pass.ts";
import type { BeadSet } from "./parameters.ts";

type KeptEvents = EventAnswer["kept"];

const singletWidth = 5;

/** 1 for the events taken for single beads: by area and height, and for fluorescence beads the densest part of the scatter plot; null where neither can be told. */
export function beadRows(
  dataSet: FcsDataSet,
  kept: KeptEvents,
  set: BeadSet,
): { readonly mask: Uint8Array; readonly assumptions: readonly string[] } | null {
  const singlets = singletRows(dataSet, kept);
  const dense = set.kind === "fluorescence" ? denseRows(dataSet, kept, set.scatterFraction) : null;
  if (!singlets && !dense) return null;
  const mask = Uint8Array.from((singlets ?? dense)!, (one, i) => one & (dense?.[i] ?? 1));
  return {
    mask,
    assumptions: [...(singlets ? ["singlet_gate"] : []), ...(dense ? ["density_gate"] : [])],
  };
}

/** The densest part of the plot of the first two scatter channels, of area where the file has both. */
function denseRows({ channels }: FcsDataSet, kept: KeptEvents, fraction: number): Uint8Array | null {
  if (fraction >= 1) return null;
  const scatter = [...kept].filter(([index]) => channels[index]!.role === "scatter");
  const areas = scatter.filter(([index]) => channels[index]!.pulse === "area");
  const [x, y] = areas.length >= 2 ? areas : scatter;
  if (!x || !y) return null;
  const axis = ([, values]: readonly [number, Float32Array]) => {
    const sorted = Float32Array.from(values).sort();
    const at = (p: number) => sorted[Math.floor(p * (sorted.length - 1))]!;
    return { values, from: at(0.001), to: at(0.995) };
  };
  const found = densityGate(axis(x), axis(y), { fraction, bins: 128, smoothing: 2 });
  return isRefused(found) ? null : found.value.mask;
}

/** 1 for single beads by the area and height of a scatter channel; null where the file has not both. */
function singletRows({ channels }: FcsDataSet, kept: KeptEvents): Uint8Array | null {
  for (const [index, values] of kept) {
    const area = channels[index]!;
    if (area.role !== "scatter" || area.pulse !== "area") continue;
    const stem = area.name.slice(0, -1);
    const height = channels.findIndex((one) => one.pulse === "height" && one.name.slice(0, -1) === stem);
    const heights = kept.get(height);
    if (!heights) continue;
    const found = singletGate({
      id: "singlets",
      parent: null,
      area: { channel: area.name, values },
      height: { channel: channels[height]!.name, values: heights },
      width: singletWidth,
    });
    if (isRefused(found)) continue;
    const { ratio, spread } = found.value;
    return Uint8Array.from(values, (a, i) =>
      Math.abs(a / heights[i]! - ratio) <= singletWidth * spread ? 1 : 0,
    );
  }
  return null;
}
