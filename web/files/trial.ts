import type { FileDescription } from "@vesica/run/describe";
import { useEffect, useState } from "react";
import type { ColumnMapping } from "vesica/kernel";
import { doTask } from "../engine/engine.ts";

const pause = 400;

/** How the file reads with `mapping`, a moment after it changed last; null until it is known. */
export function useTrial(
  name: string,
  blob: Blob | undefined,
  mapping: ColumnMapping | null,
): FileDescription | null {
  const [tried, setTried] = useState<{ readonly key: string; readonly description: FileDescription } | null>(
    null,
  );
  const key = JSON.stringify(mapping);
  useEffect(() => {
    const wanted = JSON.parse(key) as ColumnMapping | null;
    if (!blob || wanted === null) return;
    const end = new AbortController();
    const timer = setTimeout(() => {
      doTask("describe-file", { name, blob, mapping: wanted }).then(
        (description) => end.signal.aborted || setTried({ key, description }),
        () => {},
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [name, blob, key]);
  return tried?.key === key ? tried.description : null;
}
