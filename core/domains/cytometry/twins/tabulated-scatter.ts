import { portable } from "../../../kernel/index.ts";

/**
 * `scatterOf` (nm2 of a diameter in nm) from a table of `points` diameters between `from` and `to` nm, linear in the
 * logarithms: for functions that are slow, such as Mie's series. Outside the table the function itself is asked.
 */
export function tabulatedScatter(
  scatterOf: (diameter: number) => number,
  from = 20,
  to = 800,
  points = 400,
): (diameter: number) => number {
  const step = portable.log(to / from) / (points - 1);
  const logs = new Float64Array(points).map((_, i) => portable.log(scatterOf(from * portable.exp(i * step))));
  return (diameter) => {
    const place = portable.log(diameter / from) / step;
    const k = Math.floor(place);
    if (!(k >= 0 && k < points - 1)) return scatterOf(diameter);
    return portable.exp(logs[k]! + (place - k) * (logs[k + 1]! - logs[k]!));
  };
}
