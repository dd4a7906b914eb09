/** Numbers with their unit; `null` has no place in a numeric column: a missing number is NaN. */
export interface NumberColumn {
  readonly name: string;
  readonly unit: string;
  readonly values: Float64Array;
}

export interface TextColumn {
  readonly name: string;
  readonly values: readonly string[];
}

export type Column = NumberColumn | TextColumn;

/** Columns of one length. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}
