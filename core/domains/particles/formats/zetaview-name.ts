/** What the instrument's naming says of a file: `20250219_0005_EV F7_size_488_11pos.txt`. */
export interface ZetaviewName {
  /** Day, sample name and laser: `20250219_EV F7_488`. */
  readonly pack: string;
  /** The same with the serial number, one measurement: `20250219_0005_EV F7_488`. */
  readonly capture: string;
}

/**
 * The one rule that pairs ZetaView files. Folder, extension, `_size`, `_prof` and `_11pos` are taken off the name:
 * what is left is the measurement (`capture`), which a size file shares with its position file. Without the serial
 * number of the day it is the `pack`, which all three kinds share: the instrument writes a zeta profile as an
 * acquisition of its own, under the next serial number. Repeats of one sample name share a pack, too.
 */
export function zetaviewName(path: string): ZetaviewName {
  const file = path.split(/[\\/]/).at(-1)!;
  const capture = file
    .replace(/\.[A-Za-z]{3,4}$/, "")
    .replace(/_\d+pos$/i, "")
    .replace(/_(?:size|prof)(_\d+)?$/i, "$1");
  return { capture, pack: capture.replace(/^(\d{8})_\d{4}(?=_)/, "$1") };
}

/** The number of positions that a name like `..._11pos.txt` promises; null where it says none. */
export function promisedPositions(path: string): number | null {
  const found = /_(\d{1,3})pos\.[A-Za-z]{3,4}$/i.exec(path);
  return found ? Number(found[1]) : null;
}
