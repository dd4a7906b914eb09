import { nearest } from "./names.ts";

/** Finds the files that a sheet names. */
export interface FileFinder {
  /** The file of that path, in any Unicode form; null where there is none, or more than one in another form. */
  find(path: string): string | null;
  /** A file that was perhaps meant: the same name in another folder, or nearly the same path. Looks for the first few only. */
  near(path: string): string | null;
}

const mostSearches = 10;

export function fileFinder(files: readonly string[]): FileFinder {
  const known = new Set(files);
  const forms = new Map<string, string | null>();
  const bases = new Map<string, string>();
  for (const file of files) {
    const form = file.normalize("NFC");
    forms.set(form, forms.has(form) ? null : file);
    const base = baseOf(file);
    if (!bases.has(base)) bases.set(base, file);
  }
  let searches = 0;
  return {
    find: (path) => (known.has(path) ? path : (forms.get(path.normalize("NFC")) ?? null)),
    near: (path) => bases.get(baseOf(path)) ?? (++searches > mostSearches ? null : nearest(path, files)),
  };
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
