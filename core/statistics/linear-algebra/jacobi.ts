import { portable } from "../../kernel/index.ts";

const mostSweeps = 60;

/**
 * Turns vectors of one length pairwise until all are orthogonal (one-sided Jacobi; Golub and Van Loan, 8.6.3), in place.
 * `companions`, one for each, are turned along: unit vectors become the rotation.
 */
export function makeOrthogonal(vectors: readonly Float64Array[], companions?: readonly Float64Array[]): void {
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let turned = false;
    for (let i = 0; i < vectors.length; i++) {
      for (let j = i + 1; j < vectors.length; j++) {
        const rotation = rotationOf(vectors[i]!, vectors[j]!);
        if (!rotation) continue;
        turned = true;
        turn(vectors[i]!, vectors[j]!, rotation);
        if (companions) turn(companions[i]!, companions[j]!, rotation);
      }
    }
    if (!turned) return;
  }
}

interface Rotation {
  readonly cosine: number;
  readonly sine: number;
}

/** The rotation in the plane of two vectors that makes them orthogonal; null where they already are. */
function rotationOf(one: Float64Array, two: Float64Array): Rotation | null {
  let first = 0;
  let second = 0;
  let both = 0;
  for (let k = 0; k < one.length; k++) {
    first += one[k]! * one[k]!;
    second += two[k]! * two[k]!;
    both += one[k]! * two[k]!;
  }
  if (!(Math.abs(both) > Number.EPSILON * Math.sqrt(first) * Math.sqrt(second))) return null;
  const zeta = (second - first) / (2 * both);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + portable.hypot(1, zeta));
  const cosine = 1 / portable.hypot(1, tangent);
  return { cosine, sine: cosine * tangent };
}

function turn(one: Float64Array, two: Float64Array, { cosine, sine }: Rotation): void {
  for (let k = 0; k < one.length; k++) {
    const a = one[k]!;
    const b = two[k]!;
    one[k] = cosine * a - sine * b;
    two[k] = sine * a + cosine * b;
  }
}
