import { figureColours } from "vesica/report";

/** Shapes beside colours, so that neither alone tells groups apart. */
export const shapes = ["circle", "square", "triangle", "diamond", "cross", "down"] as const;
export type Shape = (typeof shapes)[number];

/** The outline of a shape around 0, of about the same area as a circle of that radius. */
export function shapePath(shape: Shape, radius: number): string {
  const r = radius;
  const s = r * 0.89;
  const t = r * 1.2;
  switch (shape) {
    case "circle":
      return `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
    case "square":
      return `M${-s} ${-s}H${s}V${s}H${-s}Z`;
    case "triangle":
      return `M0 ${-t}L${t} ${s}H${-t}Z`;
    case "down":
      return `M0 ${t}L${t} ${-s}H${-t}Z`;
    case "diamond":
      return `M0 ${-t}L${t} 0L0 ${t}L${-t} 0Z`;
    case "cross": {
      const c = r * 0.4;
      return `M${-c} ${-r}H${c}V${-c}H${r}V${c}H${c}V${r}H${-c}V${c}H${-r}V${-c}H${-c}Z`;
    }
  }
}

/** Colour and shape of a group by its place among the groups. */
export function markOf(index: number): { readonly colour: string; readonly shape: Shape } {
  return { colour: figureColours[index % figureColours.length]!, shape: shapes[index % shapes.length]! };
}

/** The mark of a group in a legend. */
export function Mark({ index }: { readonly index: number }) {
  const { colour, shape } = markOf(index);
  return (
    <svg className="mark" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
      <path d={shapePath(shape, 5.5)} fill={colour} />
    </svg>
  );
}
