import { type Accepted, isAccepted } from "../../../kernel/index.ts";
import type { DistributionMeasurement } from "../measurement.ts";
import { nanosightPack } from "../twins/nanosight.ts";
import type { NanosightOptions } from "../twins/nanosight-options.ts";
import { readSummary } from "./nanosight-summary.ts";

export type Edit = (text: string) => string;

export const truth = { distribution: { median: 110, sigma: 0.3 }, concentration: 3e11, dilution: 1000 };

export function file(options: Partial<NanosightOptions> = {}) {
  return nanosightPack({
    truth,
    captures: 3,
    tracksPerCapture: 400,
    bins: { count: 400, width: 1 },
    ...options,
  })[0]!;
}

export function read(
  options: Partial<NanosightOptions> = {},
  edit: Edit = (text) => text,
): Accepted<DistributionMeasurement> {
  const { name, bytes } = file(options);
  const edited = edit === undefined ? bytes : reencode(bytes, edit);
  const result = readSummary(edited, { name });
  if (!isAccepted(result)) throw new Error(result.issues[0]!.message.en);
  return result;
}

function reencode(bytes: Uint8Array, edit: Edit): Uint8Array {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return Uint8Array.from(edit(text), (character) => character.charCodeAt(0));
}

export const codes = ({ warnings }: Accepted<unknown>) => warnings.map(({ code }) => code);
export const replaceLine =
  (start: string, change: Edit): Edit =>
  (text) =>
    text
      .split("\r\n")
      .map((line) => (line.startsWith(start) ? change(line) : line))
      .join("\r\n");
