/** A cell that is to be seen, and whether the active cell is to have the focus. */
interface Wish {
  readonly focus: boolean;
  /** A row to scroll to; null where the active cell is enough. */
  readonly row: number | null;
}

let wish: Wish = { focus: false, row: null };

/** The active cell is to have the focus when it is drawn next. */
export function wantFocus(): void {
  wish = { ...wish, focus: true };
}

/** A row is to be seen when the grid is drawn next. */
export function wantRow(row: number): void {
  wish = { ...wish, row };
}

/** What is wished for; told once. */
export function takeWish(): Wish {
  const was = wish;
  wish = { focus: false, row: null };
  return was;
}
