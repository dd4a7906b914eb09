const cell = new Float64Array(1);
const words = new Uint32Array(cell.buffer);
const high = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** The upper 32 bits of a double: sign, exponent and 20 bits of the fraction. */
export function highWord(x: number): number {
  cell[0] = x;
  return words[high]!;
}

/** The double of these upper 32 bits whose other bits are 0. */
export function ofHighWord(word: number): number {
  words[1 - high] = 0;
  words[high] = word;
  return cell[0]!;
}
