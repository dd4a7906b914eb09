/** The candidate with the least edits (Levenshtein 1966) from `word`, letters' case apart; empty where there is none. */
export function nearestOf(word: string, candidates: readonly string[]): string {
  let best = "";
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = editsBetween(word.toLowerCase().slice(0, 100), candidate.toLowerCase().slice(0, 100));
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

function editsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}
