/** For tests: the columns and keywords of an FCS file with one data set, read as plainly as possible. */
export function readPlain(bytes: Uint8Array): {
  readonly version: string;
  readonly keywords: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, Float64Array>;
} {
  const latin = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  const at = (k: number) => Number(latin(10 + 8 * k, 18 + 8 * k));
  const text = latin(at(0), at(1) + 1);
  const words = text
    .slice(1, -1)
    .replaceAll(text[0]! + text[0]!, "\u0000")
    .split(text[0]!)
    .map((word) => word.replaceAll("\u0000", text[0]!));
  const keywords = new Map(words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1]!] as const] : [])));
  const view = new DataView(bytes.buffer, bytes.byteOffset + at(2));
  const little = keywords.get("$BYTEORD")!.startsWith("1");
  const [channels, events] = [Number(keywords.get("$PAR")), Number(keywords.get("$TOT"))];
  const size = Number(keywords.get("$P1B")) / 8;
  const read = { F: "getFloat32", D: "getFloat64", I: "getUint16" } as const;
  const get = read[keywords.get("$DATATYPE") as "F" | "D" | "I"];
  const columns = new Map<string, Float64Array>();
  for (let c = 0; c < channels; c++) {
    const values = new Float64Array(events).map((_, row) => view[get]((row * channels + c) * size, little));
    columns.set(keywords.get(`$P${c + 1}N`)!, values);
  }
  return { version: latin(0, 6), keywords, columns };
}

type Row = readonly [number, number, number];

/** For tests: three channels times the inverse of a spill matrix, by Cramer's rule. */
export function compensated(
  channels: readonly [Float64Array, Float64Array, Float64Array],
  spill: readonly (readonly number[])[],
): readonly [Float64Array, Float64Array, Float64Array] {
  const [a, b, c] = spill as unknown as readonly [Row, Row, Row];
  const cross = (u: Row, v: Row): Row => [
    u[1] * v[2] - u[2] * v[1],
    u[2] * v[0] - u[0] * v[2],
    u[0] * v[1] - u[1] * v[0],
  ];
  const columns = [cross(b, c), cross(c, a), cross(a, b)] as const;
  const determinant = a[0] * columns[0][0] + a[1] * columns[0][1] + a[2] * columns[0][2];
  const one = (k: 0 | 1 | 2) =>
    channels[0].map(
      (first, i) =>
        (first * columns[k][0] + channels[1][i]! * columns[k][1] + channels[2][i]! * columns[k][2]) /
        determinant,
    );
  return [one(0), one(1), one(2)];
}
