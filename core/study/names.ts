/** Levenshtein distance of two words, in characters; `most` where it is as much or more. Only the band of cells that can be under `most` is filled. */
export function editDistance(a: string, b: string, most = a.length + b.length): number {
  if (Math.abs(a.length - b.length) >= most) return most;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(most);
    let least = most;
    const first = Math.max(0, i - most);
    if (first === 0) row[0] = least = i;
    for (let j = Math.max(1, first); j <= Math.min(b.length, i + most); j++) {
      const swap = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(swap, previous[j]! + 1, row[j - 1]! + 1, most);
      least = Math.min(least, row[j]!);
    }
    if (least >= most) return most;
    previous = row;
  }
  return Math.min(previous[b.length]!, most);
}

/** The word of `words` that `word` was probably meant to be, or null. */
export function nearest(word: string, words: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.min(3, Math.max(2, Math.ceil(word.length / 3)) + 1);
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), least);
    if (distance < least && distance < candidate.length) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** The place that files of `name` are written to: the same for names that a disk, or an eye, may not tell apart. */
export function placeOfName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[ .]+|[ .]+$/g, "");
}

/** A file's name without folder, extension, the moment of export and the vendor's ending. */
export function fileStem(path: string): string {
  const base = path
    .split("/")
    .at(-1)!
    .replace(/(?!^)\.[^.]+$/, "");
  const stem = base
    .replace(/[-_ ](ExperimentSummary|Summary|ParticleData|AllTracks)$/i, "")
    .replace(/[-_ ]\d{4}-\d\d-\d\d[-_ T]\d\d-\d\d-\d\d$/, "");
  return stem || base;
}

/** `name` without the extension of the file at `path`: some software calls a sample by the name of its file. */
export function withoutExtensionOf(path: string, name: string): string {
  const extension = /[^/]\.([^./]+)$/.exec(path)?.[1];
  const ending = extension ? `.${extension.toLowerCase()}` : "";
  return ending !== "" && name.length > ending.length && name.toLowerCase().endsWith(ending)
    ? name.slice(0, -ending.length)
    : name;
}
