import { useEffect, useState } from "react";
import { doTask } from "../engine/engine.ts";
import type { ListedOperation, ListedRoom } from "../worker/operations.ts";

let asked: Promise<readonly ListedRoom[]> | undefined;
let known: readonly ListedRoom[] | null = null;

/** Every room with its operations; null until the worker has told. */
export function useCatalogue(): readonly ListedRoom[] | null {
  const [rooms, setRooms] = useState(known);
  useEffect(() => {
    asked ??= doTask("list-operations", undefined as never);
    asked.then(
      (found) => {
        known = found;
        setRooms(found);
      },
      () => {
        asked = undefined;
      },
    );
  }, []);
  return rooms;
}

/** The operation of an id with its room; null where there is none. */
export function operationOf(
  rooms: readonly ListedRoom[],
  id: string,
): { readonly room: ListedRoom; readonly operation: ListedOperation } | null {
  for (const room of rooms) {
    const operation = room.operations.find((each) => each.id === id);
    if (operation) return { room, operation };
  }
  return null;
}

/** The rooms with those operations whose words hold every word of `text`, in either language. */
export function searched(rooms: readonly ListedRoom[], text: string): readonly ListedRoom[] {
  const asked = text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  return rooms
    .map((room) => ({
      ...room,
      operations: room.operations.filter(({ id, title, summary }) => {
        const said = [id, title.en, title.ja, summary.en, summary.ja]
          .join(" ")
          .normalize("NFKC")
          .toLowerCase();
        return asked.every((word) => said.includes(word));
      }),
    }))
    .filter(({ operations }) => operations.length > 0);
}
