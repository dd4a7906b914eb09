/** Named rows of numbers that a kernel writes over at each sphere; grown to what is asked for. */
export function createScratch(rows: number): (length: number) => readonly Float64Array[] {
  let held: readonly Float64Array[] = [];
  let room = 0;
  return (length) => {
    if (length > room) {
      room = 2 * length;
      held = Array.from({ length: rows }, () => new Float64Array(room));
    }
    return held;
  };
}
