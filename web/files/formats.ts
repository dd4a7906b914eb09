import { useEffect, useState } from "react";
import { doTask } from "../engine/engine.ts";
import type { FormatWords } from "../worker/list-formats.ts";

export type Formats = ReadonlyMap<string, FormatWords>;

let asked: Promise<Formats> | undefined;

/** Every format by its id; the worker is asked once. */
export function useFormats(): Formats {
  const [formats, setFormats] = useState<Formats>(new Map());
  useEffect(() => {
    let gone = false;
    asked ??= doTask("list-formats", null).then((list) => new Map(list.map((each) => [each.id, each])));
    asked.then(
      (known) => gone || setFormats(known),
      () => {
        asked = undefined;
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return formats;
}
