import type { Issue, Json } from "vesica/kernel";
import { verifyMessages as words } from "./messages/verify.ts";
import type { Output } from "./output.ts";
import type { ChangedInput } from "./verify-inputs.ts";
import type { ChangedOutput } from "./verify-outputs.ts";
import { harmless, shortened } from "./width.ts";

export interface VerifyReport {
  readonly same: boolean;
  readonly inputs: readonly ChangedInput[];
  readonly outputs: readonly ChangedOutput[];
  /** Why the study could not be computed again. */
  readonly issues: readonly Issue[];
  readonly software: { readonly made: string | null; readonly now: string };
  readonly counts: { readonly files: number; readonly outputs: number };
}

/** Tells what `verify` found, inputs first, since their changes explain those of the results. */
export function tellVerify(output: Output, report: VerifyReport): void {
  const { made, now } = report.software;
  if (made !== null && made !== now) output.line(output.say(words.software, { made: harmless(made), now }));
  if (report.same) output.line(output.style("green", output.say(words.same, report.counts)));
  for (const input of report.inputs) for (const line of inputLines(input, output)) output.line(line);
  for (const changed of report.outputs) output.line(output.style("red", outputLine(changed, output)));
  if (report.issues.length > 0) {
    output.aside(output.say(words.notRecomputed));
    output.issues(report.issues);
  }
}

function inputLines({ file: name, kind, before, after, difference }: ChangedInput, output: Output): string[] {
  const file = harmless(name);
  const red = (text: string) => output.style("red", text);
  if (kind === "missing") return [red(output.say(words.missing, { file }))];
  if (kind === "new") return [red(output.say(words.added, { file }))];
  if (!difference)
    return [red(output.say(words.changedUnknown, { file, before: before ?? "", after: after ?? "" }))];
  const { byte, line, column } = difference;
  const values = { before: byteText(difference.before, output), after: byteText(difference.after, output) };
  return [
    red(output.say(words.changed, { file, byte, line, column, ...values })),
    output.say(words.lineBefore, { text: harmless(difference.lineBefore) }),
    output.say(words.lineAfter, { text: harmless(difference.lineAfter) }),
  ];
}

function byteText(byte: number | null, output: Output): string {
  if (byte === null) return output.say(words.nothing);
  const hexadecimal = `0x${byte.toString(16).padStart(2, "0")}`;
  return byte > 32 && byte < 127 ? `${hexadecimal} "${String.fromCharCode(byte)}"` : hexadecimal;
}

function outputLine(changed: ChangedOutput, output: Output): string {
  const { file } = changed;
  const json = (value: Json | undefined) =>
    value === undefined ? output.say(words.nothing) : shortened(harmless(JSON.stringify(value)), 60);
  if (changed.kind === "missing") return output.say(words.absent, { file });
  if (changed.kind === "extra") return output.say(words.extra, { file: harmless(file) });
  if (changed.kind === "damaged") return output.say(words.broken, { file, reason: harmless(changed.reason) });
  if (changed.kind === "cell differs") return cellLine(changed, output);
  if (changed.kind === "bytes differ")
    return output.say(words.form, { file, byte: changed.byte, line: changed.line });
  const values = { before: json(changed.before), after: json(changed.after) };
  return output.say(words.difference, { file, pointer: harmless(changed.pointer) || "/", ...values });
}

function cellLine(
  { file, table, row, key, column, before, after }: ChangedOutput & { kind: "cell differs" },
  output: Output,
): string {
  const short = (text: string) => shortened(harmless(text), 60);
  const cell = (text: string | undefined) =>
    text === undefined ? output.say(words.nothing) : short(text) || '""';
  return output.say(words.cell, {
    file,
    table: table === "" ? "" : output.say(words.inTable, { table: short(table) }),
    row,
    key: short(key),
    column: short(column),
    before: cell(before),
    after: cell(after),
  });
}
