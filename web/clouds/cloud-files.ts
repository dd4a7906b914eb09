import type { FileDescription } from "@vesica/run/describe";

interface NamedFile {
  readonly name: string;
}

/** Files that may hold single events: those that a room reads, FCS first, in their order. */
export function cloudFiles(
  files: readonly NamedFile[],
  found: ReadonlyMap<string, Pick<FileDescription, "format">>,
): readonly string[] {
  const names = files.flatMap(({ name }) => (found.get(name)?.format ? [name] : []));
  const isFcs = (name: string) => /\.(?:fcs|lmd)$/i.test(name);
  return [...names.filter(isFcs), ...names.filter((name) => !isFcs(name))];
}
