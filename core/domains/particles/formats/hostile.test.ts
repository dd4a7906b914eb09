import { describe, expect, test } from "vitest";
import { type Format, isAccepted, MemoryBlob } from "../../../kernel/index.ts";
import { nanosightParticleData } from "./nanosight-particle-data.ts";
import { nanosightSummary } from "./nanosight-summary.ts";
import { stunnerWorkbook } from "./stunner-workbook.ts";
import { parseCell, printedTolerance } from "./text/decimal.ts";
import { zetasizerText } from "./zetasizer-text.ts";
import { zetaviewPositions } from "./zetaview-positions.ts";
import { zetaviewProfile } from "./zetaview-profile.ts";
import { zetaviewSize } from "./zetaview-size.ts";

const summary = (names: string, rest = "") =>
  `NTA Experiment Summary File\nCreated with NTA 3.4 build\n[Experiment Details]\nFilename:,${names}\n${rest}`;
const zetaview = "Original File:\tx\nZetaView S/N:\t1\nSoftware:\tZetaView (version 8.05.16)\n";
const zeta = `${zetaview}Zeta Potential / mV:\t-30\nPosition\tPositive\tNegative\tAverage\tParabola\tZP\n`;
const positions =
  "Use\tPosition\tMean Int.\tAv. No. of Particles\tConc. (p./mL)\tOrig. Conc. (p./cm^3)\tNo. of Traces\tX50 (nm)\tPeak 1 (nm)\tSpan\tDrift (um/s)\tRemoval\n";
const dls = "Sample Name\tType\tZ-Average (d.nm)\n";
const many = 400_000;

async function codesOf(format: Format, text: string): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(text);
  const result = await format.read(new MemoryBlob(bytes), { name: "a.txt" });
  const issues = isAccepted(result) ? result.warnings : result.issues;
  expect(issues.length).toBeLessThanOrEqual(501);
  return [...new Set(issues.map(({ code }) => code))];
}

describe("a hostile file is read or refused within seconds", () => {
  test.each<readonly [string, Format, string, string]>([
    [
      "300,000 videos of one name were numbered by the square",
      nanosightSummary,
      summary("v,".repeat(300_000)),
      "nanosight-summary-too-large",
    ],
    [
      "half a million section headings threw a RangeError",
      nanosightSummary,
      summary("v", "[x]\n".repeat(500_000)),
      "nanosight-summary-too-large",
    ],
    [
      "190,000 open quotes threw a RangeError",
      nanosightSummary,
      summary("v", `[Results]\n${'k,"\n'.repeat(190_000)}`),
      "nanosight-more-issues",
    ],
    [
      "a megabyte of blanks in the experiment's name",
      nanosightSummary,
      summary("v", `Experiment Name,a${" ".repeat(2 ** 20)}b\n`),
      "nanosight-section-missing",
    ],
    [
      "warnings of 1000 videos were searched by the square",
      nanosightSummary,
      summary(
        Array.from({ length: 1000 }, (_, i) => i).join(","),
        `[Information]\n${`k${",bad".repeat(1000)}\n`.repeat(700)}`,
      ),
      "nanosight-more-issues",
    ],
    [
      "four million rows of tracks",
      nanosightParticleData,
      `Particle ID,Size/nm,Tracklength,Included in distribution?\n${"\n".repeat(4_000_000)}`,
      "nanosight-tracks-too-long",
    ],
    [
      "a heading of 100,000 words Positive took cubic time",
      zetaviewProfile,
      `${zetaview}Position${"\tPositive".repeat(100_000)}\n`,
      "zetaview-no-profile",
    ],
    [
      "a megabyte of blanks before a colon that never comes",
      zetaviewSize,
      `${zetaview}a${" ".repeat(2 ** 20)}b\n`,
      "zetaview-no-size-table",
    ],
    [
      "19,000 positions of a profile were paired by the square",
      zetaviewProfile,
      zeta + "2.5\t1\t1\t1\t1\n".repeat(19_000),
      "zetaview-profile-uneven",
    ],
    [
      "a doubt for each of a million lines",
      zetaviewProfile,
      zeta + "x\n".repeat(1_000_000),
      "zetaview-too-large",
    ],
    [
      "600,000 positions threw a RangeError",
      zetaviewPositions,
      positions + "X\t0.5\t1\t1\t1\t1\t1\t1\t1\t1\t1\t\n".repeat(200_000),
      "zetaview-too-large",
    ],
    [
      "a quarter of a million records",
      zetasizerText,
      dls + "S\tSize\t100\n".repeat(250_000),
      "dls-too-many-records",
    ],
    ["a million lines of a table", zetasizerText, dls + "S\n".repeat(1_000_000), "dls-table-too-large"],
    [
      "90,000 columns of one number were gathered by the square",
      zetasizerText,
      `Sample Name\tType${"\tZ-Average (d.nm)".repeat(90_000)}\nS\tSize${"\t100".repeat(90_000)}\nx\n`,
      "dls-line-uneven",
    ],
    [
      "half a million wells",
      stunnerWorkbook,
      `Plate ID,Sample name,Z Ave. Dia (nm)\n${"P,A,1\n".repeat(250_000)}`,
      "dls-too-many-records",
    ],
  ])("%s", async (_, format, text, code) => {
    expect(await codesOf(format, text)).toContain(code);
  });
});

test("a refusal for size says the limits", async () => {
  const result = await zetaviewSize.read(new Blob([zetaview + "\n".repeat(many)]), { name: "a.txt" });
  expect(isAccepted(result) ? "" : result.issues[0]!.message.en).toContain("8388608 bytes, 20000 lines");
});

test("a zetaview file with thousands of doubts lists 500 and counts the others", async () => {
  const codes = await codesOf(zetaviewProfile, zeta + "x\n".repeat(10_000));
  expect(codes).toContain("zetaview-more-issues");
});

test("a number of a million digits is no number, and its printed digits are counted in linear time", () => {
  const zeros = "0".repeat(many);
  expect(parseCell(`0.1${zeros}1`)).toBeNaN();
  expect(printedTolerance(`1${zeros}1`, 1, 3)).toBe(0);
});

test.each(["1e999", "0x10", "１２３", "1_000", "--5", "Infinity", "1\u0000", "1,5.5", "1e", "٣"])(
  "%s is no number",
  (cell) => expect(parseCell(cell)).toBeNaN(),
);
