import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { matrixOf } from "../linear-algebra/matrix.ts";
import { benjaminiHochberg } from "../multiple-testing/index.ts";
import { rankMethod, rankSum } from "./index.ts";

const folder = `${process.env.VESICA_DATA ?? "../shared/data"}/multi-assay/mag-net-plasma-ev`;
const real = existsSync(folder);
if (!real) console.log(`no real files at ${folder}: the rank-sum test is not checked on them`);

const cells = (name: string) =>
  readFileSync(`${folder}/${name}`, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));

function study() {
  const [header, ...rows] = cells("20241213-particlesADPD_pilot-batchadj-Prot.csv");
  const [names, ...subjects] = cells("TPAD HC_AD_PDD_PD-noMCI Plasma - Metadata.csv");
  const field = (name: string) => {
    const known = new Map(
      subjects.map((row) => [row[names!.indexOf("SampleID")], row[names!.indexOf(name)]]),
    );
    return header!.slice(1).map((sample) => known.get(sample));
  };
  const data = matrixOf(
    rows.map((row) => row.slice(1).map((cell) => (cell === "NA" ? Number.NaN : Number(cell)))),
  );
  return { data, condition: field("Condition"), cohort: field("Cohort") };
}

const below = (q: Float64Array) => q.filter((one) => one < 0.05).length;

test.runIf(real)("plasma vesicle proteins of Alzheimer's disease: rank sums and Benjamini-Hochberg", () => {
  const { data, condition, cohort } = study();
  const disease = Uint8Array.from(condition, (one) => (one === "AD" ? 1 : 0));
  expect(disease.filter((one) => one === 1)).toHaveLength(10);
  const asymptotic = rankSum(data, disease, { method: "asymptotic" });
  expect(asymptotic.method.every((one) => one === rankMethod.asymptotic || one === rankMethod.none)).toBe(
    true,
  );
  const q = benjaminiHochberg(asymptotic.p);
  expect(below(q)).toBe(204);
  expect(Math.min(...q)).toBeCloseTo(0.0133187743, 10);
  const place = Uint8Array.from(cohort, (one) => ({ Kerchner: 1, Poston: 0 })[one ?? ""] ?? 255);
  expect([1, 0].map((code) => place.filter((one) => one === code).length)).toEqual([17, 20]);
  expect(below(benjaminiHochberg(rankSum(data, place, { method: "asymptotic" }).p))).toBe(190);
});
