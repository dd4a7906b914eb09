import type { FileDescription } from "@vesica/run/describe";

export interface Kind {
  /** The format's id. */
  readonly format: string;
  readonly count: number;
}

/** How many files were read of each format, the most first, else by the format's id. */
export function countKinds(found: Iterable<Pick<FileDescription, "format" | "source">>): readonly Kind[] {
  const counts = new Map<string, number>();
  for (const { format, source } of found) {
    if (format !== null && source.status === "read") counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  return [...counts]
    .map(([format, count]) => ({ format, count }))
    .sort((a, b) => b.count - a.count || (a.format < b.format ? -1 : 1));
}
