/** One damaged copy of a file and what was done to it. */
export interface Variant {
  readonly label: string;
  readonly bytes: Uint8Array;
}

/** The file cut after every byte, from nothing to all but the last. */
export function* truncations(bytes: Uint8Array): Generator<Variant & { readonly length: number }> {
  for (let length = 0; length < bytes.length; length++) {
    yield { label: `cut after ${length} bytes`, bytes: bytes.subarray(0, length), length };
  }
}

type Change = (text: string, pick: Pick) => string;
type Pick = (below: number) => number;

const hot = "0123456789,;\t\"'.-+eEnN[]\r\n \0\u00b5\u00ff\u0081";
const words = [
  "1e308",
  "1e400",
  "-5",
  "NaN",
  "Infinity",
  "",
  "N/A",
  "99999999999999999999999",
  "0",
  "<1",
  "1,5",
  "0x1F",
  "1.2.3",
];

const changes: Readonly<Record<string, Change>> = {
  "bit flipped": (text, pick) => {
    const at = pick(text.length);
    return splice(text, at, 1, String.fromCharCode(text.charCodeAt(at) ^ (1 << pick(8))));
  },
  "byte replaced": (text, pick) => splice(text, pick(text.length), 1, hot[pick(hot.length)]!),
  "byte inserted": (text, pick) => splice(text, pick(text.length), 0, hot[pick(hot.length)]!),
  "byte removed": (text, pick) => splice(text, pick(text.length), 1, ""),
  "line removed": (text, pick) => lines(text, (all) => all.splice(pick(all.length), 1)),
  "line doubled": (text, pick) =>
    lines(text, (all) => {
      const at = pick(all.length);
      all.splice(pick(all.length), 0, all[at]!);
    }),
  "lines swapped": (text, pick) =>
    lines(text, (all) => {
      const [a, b] = [pick(all.length), pick(all.length)];
      [all[a], all[b]] = [all[b]!, all[a]!];
    }),
  "line inserted": (text, pick) => lines(text, (all) => all.splice(pick(all.length), 0, noise(pick))),
  "cell replaced": (text, pick) => cells(text, pick, () => words[pick(words.length)]!),
  "number changed": (text, pick) =>
    cells(text, pick, (cell) => (/\d/.test(cell) ? cell.replace(/\d/, String(pick(10))) : cell)),
  "cell removed": (text, pick) =>
    lines(text, (all) => {
      const at = pick(all.length);
      const parts = all[at]!.split(",");
      parts.splice(pick(parts.length), 1);
      all[at] = parts.join(",");
    }),
  "separators swapped in a line": (text, pick) =>
    lines(text, (all) => {
      const at = pick(all.length);
      all[at] = all[at]!.replaceAll(",", [";", "\t", "."][pick(3)]!);
    }),
  "separators swapped": (text, pick) => text.replaceAll(",", [";", "\t", "|"][pick(3)]!),
  "decimal commas": (text) => text.replaceAll(",", ";").replace(/(\d)\.(\d)/g, "$1,$2"),
  "block repeated": (text, pick) => {
    const from = pick(text.length);
    return splice(text, pick(text.length), 0, text.slice(from, from + pick(2000)));
  },
  "block removed": (text, pick) => splice(text, pick(text.length), pick(2000), ""),
  "random bytes": (text, pick) => {
    let random = text.slice(0, pick(200));
    for (let length = pick(3000); length > 0; length--) random += String.fromCharCode(pick(256));
    return random;
  },
  "line ends changed": (text, pick) => text.replaceAll("\r\n", ["\n", "\r", "\n\n", "\r\r\n"][pick(4)]!),
};
const kinds = Object.keys(changes);

/** `count` damaged copies, the same for the same seed: one to three changes each, of bits, bytes, lines, cells or blocks. */
export function* mutations(bytes: Uint8Array, count: number, seed: number): Generator<Variant> {
  const pick = picker(seed);
  const pristine = binary(bytes);
  for (let at = 0; at < count; at++) {
    let text = pristine;
    const done: string[] = [];
    for (let step = 0; step <= Math.max(0, pick(5) - 2); step++) {
      const kind = kinds[pick(kinds.length)]!;
      if (text.length > 0) text = changes[kind]!(text, pick);
      done.push(kind);
    }
    yield {
      label: `#${at} (seed ${seed}): ${done.join(", ")}`,
      bytes: Uint8Array.from(text, (c) => c.charCodeAt(0) & 255),
    };
  }
}

/** Whole numbers from 0 to under `below`: xorshift32 (Marsaglia 2003, doi:10.18637/jss.v008.i14). */
function picker(seed: number): Pick {
  let state = (seed ^ 0x9e3779b9) | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return below > 0 ? (state >>> 0) % below : 0;
  };
}

function binary(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function splice(text: string, at: number, remove: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

function lines(text: string, change: (all: string[]) => unknown): string {
  const all = text.split("\n");
  change(all);
  return all.join("\n");
}

function cells(text: string, pick: Pick, change: (cell: string) => string): string {
  return lines(text, (all) => {
    const at = pick(all.length);
    const parts = all[at]!.split(",");
    const cell = pick(parts.length);
    parts[cell] = change(parts[cell]!);
    all[at] = parts.join(",");
  });
}

function noise(pick: Pick): string {
  let text = "";
  for (let length = pick(40); length > 0; length--) text += hot[pick(hot.length)];
  return text;
}
