import { useEffect, useRef, useState } from "react";

const mostBlocks = 64;

/** Blocks of something large, loaded as they come into view; `key` names what they are of. */
export function useBlocks<T>(
  key: string,
  from: number,
  to: number,
  load: (block: number) => Promise<T>,
): ReadonlyMap<number, T> {
  const [blocks, setBlocks] = useState<{ readonly key: string; readonly map: ReadonlyMap<number, T> }>({
    key,
    map: new Map(),
  });
  const asked = useRef<{ key: string; blocks: Set<number> }>({ key, blocks: new Set() });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is another function each time, `key` says when it is of something else
  useEffect(() => {
    if (asked.current.key !== key) asked.current = { key, blocks: new Set() };
    const { blocks: known } = asked.current;
    for (let block = from; block <= to; block++) {
      if (known.has(block)) continue;
      known.add(block);
      load(block).then(
        (loaded) =>
          setBlocks((before) => {
            if (asked.current.key !== key) return before;
            const map = new Map(before.key === key ? before.map : []).set(block, loaded);
            for (const [old] of map) {
              if (map.size <= mostBlocks) break;
              if (old === block) continue;
              map.delete(old);
              known.delete(old);
            }
            return { key, map };
          }),
        () => known.delete(block),
      );
    }
  }, [key, from, to]);
  return blocks.key === key ? blocks.map : new Map();
}
