/** Whether `name` fits `pattern`, in which `*` stands for any characters, none included; letter case counts. */
export function globMatches(pattern: string, name: string): boolean {
  return wildcardMatches(pattern, name, "*", (wanted, letter) => wanted === letter);
}

/** Whether `items` fit `pattern`, in which `any` stands for any number of items; `fits` judges the others one by one. */
function wildcardMatches(
  pattern: ArrayLike<string>,
  items: ArrayLike<string>,
  any: string,
  fits: (wanted: string, item: string) => boolean,
): boolean {
  let p = 0;
  let n = 0;
  let star = -1;
  let mark = 0;
  while (n < items.length) {
    if (pattern[p] === any) {
      star = p++;
      mark = n;
    } else if (p < pattern.length && fits(pattern[p]!, items[n]!)) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++mark;
    } else return false;
  }
  while (pattern[p] === any) p++;
  return p === pattern.length;
}

/** Whether some name fits both patterns. */
export function globsOverlap(a: string, b: string): boolean {
  let reached = new Set([0]);
  const width = b.length + 1;
  const closed = (states: Set<number>) => {
    for (const state of states) {
      const i = Math.floor(state / width);
      const j = state % width;
      if (a[i] === "*") states.add(state + width);
      if (b[j] === "*") states.add(state + 1);
    }
    return states;
  };
  closed(reached);
  const goal = a.length * width + b.length;
  const seen = new Set(reached);
  while (reached.size > 0) {
    if (seen.has(goal)) return true;
    const next = new Set<number>();
    for (const state of reached) {
      const i = Math.floor(state / width);
      const j = state % width;
      if (i >= a.length || j >= b.length) continue;
      const starA = a[i] === "*";
      const starB = b[j] === "*";
      if (starA && !starB) next.add(state + 1);
      else if (starB && !starA) next.add(state + width);
      else if (!starA && a[i] === b[j]) next.add(state + width + 1);
    }
    closed(next);
    reached = new Set([...next].filter((state) => !seen.has(state)));
    for (const state of reached) seen.add(state);
  }
  return seen.has(goal);
}

/** Whether a path in the study, or a folder above it, fits `pattern`: `*` inside one name, `**` for any folders; without a slash the name counts in any folder. */
export function pathMatches(pattern: string, path: string): boolean {
  const rooted = pattern.replace(/^\/|\/$/g, "");
  const wanted = [...(pattern.includes("/") ? [] : ["**"]), ...rooted.split("/"), "**"];
  return wildcardMatches(wanted, path.split("/"), "**", globMatches);
}
