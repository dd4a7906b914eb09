const geometry = / (transform|d|x|y|x1|y1|x2|y2|cx|cy|r|width|height|offset|points)="([^"]*)"/g;
const finest = 4;

/**
 * `svg` with the places of its tags to a ten-thousandth of a pixel: d3 computes them by the engine's own functions,
 * whose last digits differ between a browser and Node. Only tags are looked at: text stays as it is.
 */
export function roundPlaces(svg: string): string {
  return svg.replace(/<[^<>]*>/g, (tag) =>
    tag.replace(geometry, (_, name: string, value: string) => ` ${name}="${rounded(value)}"`),
  );
}

function rounded(value: string): string {
  return value.replace(/-?\d+(?:\.\d+)?e[-+]?\d+|-?\d+\.\d+/g, (number) =>
    String(Number(Number(number).toFixed(finest))),
  );
}
