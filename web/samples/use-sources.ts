import type { FileDescription } from "@vesica/run/describe";
import { useEffect, useMemo, useState } from "react";
import { plainWord } from "vesica/kernel";
import { doTask } from "../engine/engine.ts";
import { useSession } from "../session/state.ts";
import type { OwnColumn } from "../worker/check-sheet.ts";
import type { Sources } from "./candidates.ts";
import { tellFault } from "./sheet-store.ts";

/** Files that record how much each of their captures was diluted. */
export function recordedDilutions(found: ReadonlyMap<string, FileDescription>): ReadonlySet<string> {
  const recorded = [...found.values()].filter(
    ({ source }) => source.captures.length > 0 && source.captures.every(({ dilution }) => dilution !== null),
  );
  return new Set(recorded.map(({ source }) => source.name));
}

/** What cells are completed with, and the columns that the study's rooms alone read. */
export function useSources(): { readonly sources: Sources; readonly ownColumns: readonly OwnColumn[] } {
  const { files, found } = useSession();
  const [ownColumns, setOwnColumns] = useState<readonly OwnColumn[]>([]);
  const rooms = useMemo(
    () => [
      ...new Set([...found.values()].flatMap(({ room, source }) => (source.status === "read" && room) || [])),
    ],
    [found],
  );
  useEffect(() => {
    let wanted = true;
    doTask("list-columns", { rooms }).then((columns) => {
      if (wanted) setOwnColumns(columns);
    }, tellFault);
    return () => {
      wanted = false;
    };
  }, [rooms]);
  const sources = useMemo<Sources>(
    () => ({
      files: files.map(({ name }) => name),
      capturesOf: (file) => found.get(file)?.source.captures.map(({ name }) => name) ?? [],
      valuesOf: (column) => ownColumns.find(({ name }) => plainWord(name) === column)?.values ?? null,
    }),
    [files, found, ownColumns],
  );
  return { sources, ownColumns };
}
