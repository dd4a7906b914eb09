import { short } from "./words.ts";

/** Names of levels as drawn, by cell: the first `most` of them, the rest as `…`, nothing recorded as `–`. */
export function drawnLevels(cells: readonly string[], most: number): ReadonlyMap<string, string> {
  const levels = [...new Set(cells)];
  const named = levels.filter((level) => level !== "");
  const kept = named.length <= most ? named : named.slice(0, most - 1);
  const names = new Map<string, string>();
  const used = new Set<string>();
  for (const level of levels) {
    if (level === "") names.set(level, "–");
    else if (!kept.includes(level)) names.set(level, "…");
    else {
      let name = short(level, 28);
      for (let copy = 2; used.has(name); copy++) name = `${short(level, 24)} ${copy}`;
      used.add(name);
      names.set(level, name);
    }
  }
  return names;
}

/** Names that were cut to the same are told apart by a number. */
export function unique(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let copy = 2; used.has(own); copy++) own = `${name} (${copy})`;
    used.add(own);
    return own;
  });
}
