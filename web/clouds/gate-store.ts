import { canonicalJson, type Json } from "vesica/kernel";
import { session } from "../session/state.ts";
import { createStore, useStore } from "../session/store.ts";
import { type Gate, gatesFrom, gatesJson } from "./gates.ts";
import { beginning, type History } from "./history.ts";

/** What a person sets by drawing: gates, and the one whose points are counted. */
export interface Edited {
  readonly gates: readonly Gate[];
  readonly population: string | null;
}

interface Kept {
  /** The study that the edits are of. */
  readonly study: unknown;
  readonly rooms: Readonly<Record<string, History<Edited>>>;
}

const store = createStore<Kept>({ study: null, rooms: {} });

/** Gates and population as the study's parameters have them. */
export function editedFrom(
  parameters: Json | undefined,
  gatesKey: string,
  populationKey: string | null,
): Edited {
  const own =
    typeof parameters === "object" && parameters !== null && !Array.isArray(parameters)
      ? (parameters as Readonly<Record<string, Json>>)
      : {};
  const population = populationKey === null ? null : own[populationKey];
  return { gates: gatesFrom(own[gatesKey]), population: typeof population === "string" ? population : null };
}

/** Whether both set the same. */
export function isSameEdited(a: Edited, b: Edited): boolean {
  return (
    a.population === b.population && canonicalJson(gatesJson(a.gates)) === canonicalJson(gatesJson(b.gates))
  );
}

/** The edits of a room's gates, which stay when other files and pages are looked at; those of the study where there are none. */
export function useGateEdits(
  room: string,
  ofStudy: Edited,
): readonly [History<Edited>, (next: History<Edited>) => void] {
  const kept = useStore(store);
  const { files } = session.get();
  const own = kept.study === files ? kept.rooms[room] : undefined;
  const set = (next: History<Edited>) => {
    const { study, rooms } = store.get();
    store.set({ study: files, rooms: { ...(study === files ? rooms : {}), [room]: next } });
  };
  return [own ?? beginning(ofStudy), set];
}
