/**
 * The sign that makes the greatest entry of a vector positive: 1 or -1. Of entries whose sizes agree to 1e-9 the first
 * decides, so that rounding does not.
 */
export function directionOf(vector: ArrayLike<number>): 1 | -1 {
  let greatest = 0;
  for (let i = 0; i < vector.length; i++) greatest = Math.max(greatest, Math.abs(vector[i]!));
  const enough = greatest * (1 - 1e-9);
  for (let i = 0; i < vector.length; i++) {
    if (Math.abs(vector[i]!) >= enough) return vector[i]! < 0 ? -1 : 1;
  }
  return 1;
}
