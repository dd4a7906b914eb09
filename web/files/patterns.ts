import { patternOf } from "@vesica/run/names";
import { pathMatches } from "vesica/study";

/** A way to say which files are meant. */
export interface PatternChoice {
  readonly kind: "file" | "folder" | "kind";
  readonly pattern: string;
  /** How many of the study's files fit. */
  readonly count: number;
}

/** The file alone; all files of its folder; all files whose names end alike. Those that mean the same as an earlier one are left out. */
export function patternChoices(name: string, names: readonly string[]): PatternChoice[] {
  const slash = name.lastIndexOf("/");
  const dot = name.lastIndexOf(".");
  const candidates = [
    { kind: "file" as const, pattern: patternOf(name) },
    ...(slash > 0 ? [{ kind: "folder" as const, pattern: `${name.slice(0, slash)}/*` }] : []),
    ...(dot > slash + 1 && dot < name.length - 1
      ? [{ kind: "kind" as const, pattern: `*${name.slice(dot)}` }]
      : []),
  ];
  const seen = new Set<string>();
  return candidates.flatMap(({ kind, pattern }) => {
    const fitting = names.filter((each) => pathMatches(pattern, each));
    const same = fitting.join("\n");
    if (seen.has(same)) return [];
    seen.add(same);
    return [{ kind, pattern, count: fitting.length }];
  });
}
