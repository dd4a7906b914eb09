import { isRefused } from "../../../kernel/index.ts";
import type { Gate } from "../operations/gates/gate.ts";
import type { Scale } from "../operations/scales/scale.ts";
import { makeScale } from "../operations/scales/scale-function.ts";
import { type ScaleTable, scaleTable } from "./events/index.ts";

/** Places that a scale's table has to tell apart. */
interface Span {
  least: number;
  greatest: number;
}

const usual: Readonly<Span> = { least: -0.5, greatest: 1.5 };
const furthest = 1e9;
const mostTables = 64;

/** Places on scales where gates have their limits. */
function limitsOf(
  gate: Gate,
): readonly { readonly scale: Scale | null; readonly places: readonly number[] }[] {
  if (gate.kind === "rectangle")
    return gate.bounds.map(({ axis: { scale }, min, max }) => ({
      scale,
      places: [min, max].filter((limit) => limit !== null),
    }));
  if (gate.kind === "polygon")
    return gate.axes.map(({ scale }, i) => ({ scale, places: gate.vertices.map((vertex) => vertex[i]!) }));
  if (gate.kind === "ellipsoid")
    return gate.axes.map(({ scale }, i) => {
      const mean = gate.mean[i] ?? 0;
      const reach = Math.sqrt(gate.distanceSquare * (gate.covariance[i]?.[i] ?? 0));
      return { scale, places: [mean - reach, mean + reach] };
    });
  return [];
}

/** The span of each scale of the gates, by its JSON, in whole places so that a gate that is being drawn keeps its table. */
function spansOf(gates: readonly Gate[]): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const { scale, places } of gates.flatMap(limitsOf)) {
    if (scale === null) continue;
    const key = JSON.stringify(scale);
    const span = spans.get(key) ?? { ...usual };
    spans.set(key, span);
    for (const place of places) {
      if (place < span.least) span.least = Math.max(-furthest, Math.floor(place));
      if (place > span.greatest) span.greatest = Math.min(furthest, Math.ceil(place));
    }
  }
  return spans;
}

const tables = new Map<string, ScaleTable>();

/** The table of each scale, as wide as the limits of these gates need it, made once: the files of a study share their gates. */
export function tablesOf(gates: readonly Gate[]): (scale: Scale) => ScaleTable {
  const spans = spansOf(gates);
  return (scale) => {
    const name = JSON.stringify(scale);
    const { least, greatest } = spans.get(name) ?? usual;
    const key = `${name} ${least} ${greatest}`;
    const known = tables.get(key);
    if (known) return known;
    const made = makeScale(scale);
    if (isRefused(made)) throw new RangeError(made.issues[0]!.message.en);
    if (tables.size >= mostTables) tables.clear();
    const table = scaleTable(made.value.forward, least, greatest);
    tables.set(key, table);
    return table;
  };
}
