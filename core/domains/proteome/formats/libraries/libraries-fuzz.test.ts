import { describe, expect, test } from "vitest";
import { type Format, isAccepted } from "../../../../kernel/index.ts";
import { fuzzReader, type ReaderClaims } from "../../../../testing/fuzz.test-support.ts";
import type { ProteomeMeasurement } from "../../measurement.ts";
import { accessionList } from "./accession-list.ts";
import { catalogueDetails } from "./catalogue-details.ts";
import { catalogueExperimentTable } from "./catalogue-experiments.ts";
import { contaminantFasta } from "./contaminant-fasta.ts";
import { contaminantTable } from "./contaminant-table.ts";
import { evpedia } from "./evpedia.ts";
import { bytesOf, fixtures } from "./fixtures.test-support.ts";
import { geneSetFile } from "./gene-sets.ts";
import { libraryFormats } from "./index.ts";

type Claims = ReaderClaims<ProteomeMeasurement>;

const plain = (line: string) => line.replaceAll('"', "").trim();

const countsOfDetails: Claims["reread"] = ({ content }, lines) => {
  if (content.kind !== "catalogue") return "no catalogue";
  const header = lines.find((line) => line.trim() !== "")!;
  const typeAt = (delimiter: string) =>
    header.split(delimiter).findIndex((name) => plain(name).toUpperCase() === "CONTENT TYPE");
  const delimiter = ["\t", ";", ","].find((one) => typeAt(one) >= 0)!;
  const at = typeAt(delimiter);
  const proteins = lines.filter((line) => plain(line.split(delimiter)[at] ?? "").toLowerCase() === "protein");
  const counted = content.entries.reduce((sum, entry) => sum + entry.count, 0);
  return counted <= proteins.length ? null : `${counted} experiments of ${proteins.length} lines`;
};

const countsOfList: Claims["reread"] = ({ content }, lines) => {
  if (content.kind !== "catalogue") return "no catalogue";
  const counted = content.entries.reduce((sum, entry) => sum + entry.count, 0);
  const filled = lines.map((line) => line.trim()).filter((line) => line !== "");
  const heading = filled[0]?.toLowerCase().startsWith("accession") ? 1 : 0;
  if (counted !== filled.length - heading) return `${counted} of ${filled.length} lines`;
  const odd = content.entries.find(
    ({ accession, count }) => filled.filter((l) => l === accession).length !== count,
  );
  return odd === undefined ? null : `${odd.accession} is not there ${odd.count} times`;
};

const countsOfEvpedia: Claims["reread"] = ({ content }, lines) => {
  if (content.kind !== "catalogue") return "no catalogue";
  const odd = content.entries.find(
    ({ accession, count }) => !lines.some((line) => line.includes(accession) && line.includes(String(count))),
  );
  return odd === undefined ? null : `${odd.accession} ${odd.count} stand on no line`;
};

const subjects: readonly (readonly [string, Format<ProteomeMeasurement>, string, Claims])[] = [
  ["a.gmt", geneSetFile, fixtures.geneSets, {}],
  ["a.fasta", contaminantFasta, fixtures.fasta, {}],
  ["details.txt", catalogueDetails, fixtures.details, { reread: countsOfDetails }],
  ["details.csv", catalogueDetails, fixtures.details.replaceAll("\t", ","), { reread: countsOfDetails }],
  ["experiments.txt", catalogueExperimentTable, fixtures.experiments, {}],
  ["evpedia.csv", evpedia, fixtures.evpedia, { reread: countsOfEvpedia }],
  ["accessions.csv", accessionList, fixtures.accessions, { reread: countsOfList }],
  ["contaminants.csv", contaminantTable, fixtures.contaminantTable, {}],
];

const seed = Number(process.env.VESICA_SEED ?? 1);

test.each(subjects)(
  "%s: cut at each byte and damaged in 4,000 ways, nothing is thrown and no number is silently wrong",
  async (name, format, text, claims) => {
    const tally = await fuzzReader(format, bytesOf(text), name, {
      ...claims,
      linesMayBeCut: true,
      count: 4000,
      seed,
    });
    expect(tally.truncations.warned).toBeGreaterThan(0);
    expect(tally.mutations.refused + tally.mutations.warned).toBeGreaterThan(300);
  },
);

const million = 1_000_000;
const hostile: readonly (readonly [string, string])[] = [
  ["one long word", "a".repeat(4 * million)],
  ["quotes only", '"'.repeat(4 * million)],
  ["commas only", ",".repeat(4 * million)],
  ["tabs only", "\t".repeat(4 * million)],
  ["line ends only", "\n".repeat(4 * million)],
  [
    "a thousand kinds of content",
    `${fixtures.details}${Array.from({ length: 1000 }, (_, i) => `1\tk${i}\t1\tA\tB\t1\tx\n`).join("")}x`,
  ],
  ["a header again and again", `${fixtures.evpedia.split("\n")[0]}\n`.repeat(100_000)],
  ["a FASTA header of a million letters", `>sp|P1|X ${"OS= ".repeat(million / 4)}\n`],
  ["a quote opened in each line", `${fixtures.evpedia}${'1,"x\n'.repeat(200_000)}`],
];

describe.each(libraryFormats.map((format) => [format.id, format] as const))("%s", (_, format) => {
  test.each(hostile)("%s: neither thrown nor told without end", async (_name, text) => {
    const bytes = bytesOf(text);
    format.sniff(bytes.subarray(0, 65536), "a.csv");
    const result = await format.read(new Blob([bytes]), { name: "a.csv" });
    const issues = isAccepted(result) ? result.warnings : result.issues;
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.length).toBeLessThan(10);
    for (const { message } of issues) expect(message.en.length).toBeLessThan(3000);
  });
});
