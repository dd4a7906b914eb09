const geometry = / (transform|d|x|y|x1|y1|x2|y2|cx|cy|r|width|height|offset|points)="([^"]*)"/g;
const finest = 4;

/**
 * `svg` with the places in its tags to a ten-thousandth of a pixel: nobody sees what is finer, and it is a large part
 * of a drawing's bytes. Text stays as it is.
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
