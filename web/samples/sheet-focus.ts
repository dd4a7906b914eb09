let wanted = false;

/** The active cell is to have the focus when it is drawn next. */
export function wantFocus(): void {
  wanted = true;
}

/** Whether the active cell is to have the focus; told once. */
export function takeFocus(): boolean {
  const was = wanted;
  wanted = false;
  return was;
}
