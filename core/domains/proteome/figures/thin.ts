/** Points that are neither hits nor named, of one figure. */
export const mostOthers = 3000;
/** Pixels: what is nearer falls onto one spot. */
const spot = 3;

/**
 * Of points in pixels those that can be told apart: the first of each spot of 3 by 3 pixels and, where these are more
 * than `most`, equally spaced ones of them in the order given. Returns indices, ascending.
 */
export function thinned(
  points: readonly { readonly x: number; readonly y: number }[],
  most = mostOthers,
): readonly number[] {
  const spots = new Set<string>();
  const apart = points.flatMap(({ x, y }, at) => {
    const key = `${Math.floor(x / spot)} ${Math.floor(y / spot)}`;
    if (spots.has(key)) return [];
    spots.add(key);
    return [at];
  });
  if (apart.length <= most) return apart;
  return Array.from({ length: most }, (_, at) => apart[Math.floor((at * apart.length) / most)]!);
}
