import { useEffect, useState } from "react";
import type { Encoding } from "./encoding.ts";
import { indexLines, type LineIndex } from "./line-index.ts";

/** Lines are counted by themselves as far as this. */
export const countedAtOnce = 67_108_864;
const none: LineIndex = { starts: [], count: 0, scanned: 0, whole: false };

interface Counted {
  readonly index: LineIndex;
  readonly counting: boolean;
}

/** Where a file's lines begin, from byte `from` to `to`, as far as it is known. */
export function useLines(
  blob: Blob,
  from: number,
  to: number,
  encoding: Encoding,
  onFault: (error: unknown) => void,
): Counted {
  const [counted, setCounted] = useState<Counted>({ index: none, counting: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the listener may be another each time
  useEffect(() => {
    const end = new AbortController();
    let last = 0;
    let known = none;
    setCounted({ index: none, counting: true });
    const told = (index: LineIndex) => {
      known = index;
      if (performance.now() - last < 150) return;
      last = performance.now();
      setCounted({ index, counting: true });
    };
    indexLines(blob, { from, to, encoding }, told, end.signal).then(
      () => end.signal.aborted || setCounted({ index: known, counting: false }),
      (error) => {
        if (end.signal.aborted) return;
        setCounted({ index: known, counting: false });
        onFault(error);
      },
    );
    return () => end.abort();
  }, [blob, from, to, encoding]);
  return counted;
}
