/** Instruments of this room whose files can be written from a known truth. */
export const twins: readonly string[] = [];
