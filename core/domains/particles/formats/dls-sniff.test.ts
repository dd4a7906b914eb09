import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { expect, test } from "vitest";
import { dynaproCorrelogram } from "./dynapro-correlogram.ts";
import { magnetParticles } from "./magnet-particles.ts";
import { mappedTable } from "./mapped-table.ts";
import { stunnerWorkbook } from "./stunner-workbook.ts";
import { zetasizerText } from "./zetasizer-text.ts";
import { zetasizerZmes } from "./zetasizer-zmes.ts";

const formats = [
  zetasizerText,
  zetasizerZmes,
  stunnerWorkbook,
  dynaproCorrelogram,
  magnetParticles,
  mappedTable,
];
const data = process.env.VESICA_DATA ?? "../shared/data";

/** Formats that take a file for theirs, with how sure they are. */
function taken(head: Uint8Array, name: string): readonly (readonly [string, number])[] {
  return formats.flatMap((format) => {
    const confidence = format.sniff(head, name);
    return confidence > 0 ? [[format.id.replace("particles.", ""), confidence] as const] : [];
  });
}

const fixtures: readonly (readonly [string, string, readonly (readonly [string, number])[]])[] = [
  ["Type\tSample Name\tZ-Average (d.nm)\tPdI\r\n", "a.txt", [["zetasizer-text", 0.95]]],
  ['Sample name,"Z Ave. Dia\n(nm)",PdI\r\n', "a.csv", [["stunner-workbook", 0.9]]],
  ["Sample name;Z-Avg Dia. (nm);PdI\r\n", "a.csv", [["stunner-workbook", 0.9]]],
  [
    "Particle Size (nm),Concentration Average (particles / ml),Stdev\n",
    "a.csv",
    [["magnet-particles", 0.95]],
  ],
  ["Sample Name,PdI,Dose\n", "a.csv", []],
  ["Time (s),Channel 1\n0,1\n", "a.csv", []],
  ["", "a.zmes", []],
];

test.each(fixtures)("%j is taken by one format or none", (head, name, expected) => {
  expect(taken(new TextEncoder().encode(head), name)).toEqual(expected);
});

test.skipIf(!existsSync(data))(`of all files in ${data}, only the known ones are taken`, () => {
  const found = new Map<string, readonly (readonly [string, number])[]>();
  for (const entry of readdirSync(data, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || extname(entry.name) === ".xlsx") continue;
    const head = readFileSync(`${entry.parentPath}/${entry.name}`).subarray(0, 65536);
    const by = taken(new Uint8Array(head), entry.name);
    if (by.length > 0) found.set(basename(entry.name), by);
  }
  expect(Object.fromEntries(found)).toEqual({
    "Sample 14-Particle Distribution.csv": [["magnet-particles", 0.95]],
    "test.csv": [["dynapro-correlogram", 0.85]],
    "test.zmes": [["zetasizer-zmes", 1]],
  });
});
