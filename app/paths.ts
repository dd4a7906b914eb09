import { relative } from "node:path";

/** A path as short as it can be from where the user is. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path) || ".";
  return near.startsWith("..") ? path : near;
}

/** A path as it can be typed into a shell. */
export function quotedPath(path: string): string {
  return /^[\p{L}\p{N}_./:@%+=,-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
