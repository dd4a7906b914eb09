import type { ModelDesign } from "./model-design.ts";

/** Whether every block has samples on both sides of a design and there are several blocks: pairs, or more. */
export function isPaired({ matrix }: ModelDesign, blocks: readonly string[]): boolean {
  const sides = new Map<string, Set<number>>();
  blocks.forEach((block, at) => {
    const own = sides.get(block) ?? new Set();
    sides.set(block, own.add(matrix.values[at * matrix.columns + 1]!));
  });
  return sides.size > 1 && [...sides.values()].every((own) => own.size === 2);
}

/** The design with a level of its own for each block, so that donors are compared with themselves. */
export function pairedDesign(design: ModelDesign, blocks: readonly string[]): ModelDesign {
  const others = [...new Set(blocks)].slice(1);
  const { rows, columns, values } = design.matrix;
  const wide = new Float64Array(rows * (columns + others.length));
  for (let row = 0; row < rows; row++) {
    const at = row * (columns + others.length);
    wide.set(values.subarray(row * columns, (row + 1) * columns), at);
    const own = others.indexOf(blocks[row]!);
    if (own >= 0) wide[at + columns + own] = 1;
  }
  const names = others.map((block) => `block=${block}`);
  const matrix = { rows, columns: columns + others.length, values: wide };
  return { ...design, matrix, coefficients: [...design.coefficients, ...names] };
}
