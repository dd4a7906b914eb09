import type { Evidence, FileEvidence } from "vesica/kernel";

/** The raw files that a step of the evidence graph rests on, however deep, by name. */
export function filesUnder(id: string, nodes: ReadonlyMap<string, Evidence>): FileEvidence[] {
  const seen = new Set<string>();
  const files: FileEvidence[] = [];
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const node = nodes.get(next);
    if (node?.kind === "file") files.push(node);
    if (node?.kind === "operation") waiting.push(...node.inputs);
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}
