import { describe, expect, test } from "vitest";
import { type Format, isAccepted } from "../../../kernel/index.ts";
import { dynaproCorrelogram } from "./dynapro-correlogram.ts";
import { magnetParticles } from "./magnet-particles.ts";
import { mappedTable } from "./mapped-table.ts";
import { stunnerWorkbook } from "./stunner-workbook.ts";
import { zetasizerText } from "./zetasizer-text.ts";
import { zetasizerZmes } from "./zetasizer-zmes.ts";

const formats: readonly Format[] = [
  zetasizerText,
  zetasizerZmes,
  stunnerWorkbook,
  dynaproCorrelogram,
  magnetParticles,
  mappedTable,
];
const mapping = { method: "TRPS", kind: "particles", size: "d", sizeUnit: "nm" };
const million = 1_000_000;
const zetasizer = "Type,Sample Name,Z-Average (nm)\n";

const hostile: readonly (readonly [string, string])[] = [
  ["one long word", "a".repeat(4 * million)],
  ["quotes only", '"'.repeat(4 * million)],
  ["commas only", ",".repeat(12 * million)],
  ["line ends only", "\n".repeat(4 * million)],
  ["a header again and again", zetasizer.repeat(200_000)],
  ["a quote opened in each cell", 'd,"\n'.repeat(200_000)],
  ["blanks in a heading", `Type,Sample Name,Z-Ave${" ".repeat(100_000)}(nm\n`],
  ["an impossible value in each line", `${zetasizer}${"Size,x,-1\n".repeat(100_000)}`],
  ["delays of one point", `Time (us)${",x".repeat(20_000)}\n${"1,".repeat(20_000)}1\n`],
];

describe.each(formats.map((format) => [format.id, format] as const))("%s", (_, format) => {
  test.each(hostile)("%s: neither thrown nor slow", async (_name, text) => {
    const bytes = new TextEncoder().encode(text);
    format.sniff(bytes.subarray(0, 65536), "a.csv");
    const result = await format.read(new Blob([bytes]), { name: "a.csv", mapping });
    const issues = isAccepted(result) ? result.warnings : result.issues;
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.length).toBeLessThan(600);
  });
});
