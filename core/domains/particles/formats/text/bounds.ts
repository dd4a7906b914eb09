/** Whether `text` has at most `lines` line ends, and at most `cells` of each of comma, semicolon and TAB; counting stops there. */
export function isWithin(text: string, lines: number, cells: number): boolean {
  return atMost(text, "\n", lines) && [",", ";", "\t"].every((delimiter) => atMost(text, delimiter, cells));
}

function atMost(text: string, character: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
    if (++count > most) return false;
  }
  return true;
}
