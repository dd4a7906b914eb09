import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { factorOf } from "./factor.ts";
import { type GuardFinding, guardFindings } from "./guard.ts";
import { replicateLevel } from "./replicate-level.ts";

describe("kind of a covariate", () => {
  test("numbers with over four values are numeric, blanks and words for nothing are missing", () => {
    const found = factorOf(["61", " 62.5", "na", "", "7e1", 64, null, "N/A", "65", undefined]);
    expect(found.kind).toBe("numeric");
    expect([...found.numbers]).toEqual([
      61,
      62.5,
      Number.NaN,
      Number.NaN,
      70,
      64,
      Number.NaN,
      Number.NaN,
      65,
      Number.NaN,
    ]);
    expect(found.missing).toBe(5);
  });
  test("one cell that is no number makes a column categorical", () => {
    expect(factorOf(["1", "2", "3", "4", "5", "5", "> 6"]).kind).toBe("categorical");
    expect(factorOf(["1", "2", "3", "4"]).kind).toBe("categorical");
  });
  test("repeated whole numbers are codes, such as plates", () => {
    const plates = Array.from({ length: 18 }, (_, i) => String(i % 6));
    expect(factorOf(plates).kind).toBe("categorical");
    expect(factorOf(plates, { kind: "numeric" }).kind).toBe("numeric");
    expect(factorOf(plates.map((plate) => `${plate}.5`)).kind).toBe("numeric");
  });
  test("ISO dates are counted in days from 1970, leap years included", () => {
    const found = factorOf(["1970-01-01", "2000-02-29", "2023-12-31", "2024-03-01", "1969-12-31"]);
    expect(found.kind).toBe("date");
    expect([...found.numbers]).toEqual([0, 11016, 19722, 19783, -1]);
    expect(factorOf(["2023-02-29", "2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04"]).kind).toBe(
      "identifier",
    );
  });
  test("names of their own, one value, and none", () => {
    expect(factorOf(["a", "b", "c", "d", "e"]).kind).toBe("identifier");
    expect(factorOf(["a", "a", ""]).kind).toBe("constant");
    expect(factorOf(["", "NA"]).kind).toBe("empty");
    expect(factorOf([]).kind).toBe("empty");
    expect([...factorOf(["x", "", "y", "x"]).codes]).toEqual([0, -1, 1, 0]);
    expect(factorOf(["a", "b", "c"], { kind: "numeric" }).kind).toBe("categorical");
  });
});

/** Two clinics of which one saw patients only, sex crossed, age recorded for few, plate equal to the group. */
const made = {
  groups: ["p", "p", "p", "p", "p", "p", "c", "c", "c", "c", "c", "c", null],
  clinic: ["N", "N", "N", "N", "S", "S", "S", "S", "S", "S", "S", "S", "E"],
  sex: ["f", "m", "f", "m", "f", "m", "f", "m", "f", "m", "f", "m", "f"],
  age: ["61", "70", "", "", "", "", "65", "72", "58", "63", "69", "74", ""],
  plate: ["1", "1", "1", "1", "1", "1", "2", "2", "2", "2", "2", "2", "2"],
  order: ["1", "2", "3", "4", "5", "6", "60", "8", "9", "11", "10", "7", "13"],
  tube: ["t01", "t02", "t03", "t04", "t05", "t06", "t07", "t08", "t09", "t10", "t11", "t12", "t13"],
  kit: ["k", "k", "k", "k", "k", "k", "k", "k", "k", "k", "k", "k", "j"],
};

function covariates(table: Record<string, readonly (string | null)[]>) {
  return Object.entries(table)
    .filter(([name]) => name !== "groups")
    .map(([name, cells]) => ({ name, cells }));
}

const brief = ({ covariate, relation, reason }: GuardFinding) => [covariate, relation, reason];

test("findings come by gravity, each with the rule that decided", () => {
  const { findings, together } = guardFindings(made.groups, covariates(made));
  expect(findings.map(brief)).toEqual([
    ["plate", "fully-aliased", "not-estimable"],
    ["clinic", "nearly-aliased", "few-shared-samples"],
    ["order", "nearly-aliased", "no-overlap"],
    ["age", "cannot-be-told", "too-many-missing"],
    ["tube", "cannot-be-told", "own-value-each"],
    ["sex", "balanced", null],
    ["kit", "balanced", null],
  ]);
  expect(together!.relation).toBe("fully-aliased");
  const clinic = findings[1]!;
  expect(clinic.shared).toEqual({
    levels: [{ level: "S", counts: [2, 6] }],
    groups: ["p", "c"],
    samples: [2, 6],
    samplesOutside: [4, 0],
  });
  // within S: 2 x 6 / 8 of 6 x 6 / 12
  expect(clinic.efficiencyLeft).toBeCloseTo(0.5, 14);
  expect(findings[3]!.recorded).toEqual([
    { group: "p", n: 6, recorded: 2 },
    { group: "c", n: 6, recorded: 6 },
  ]);
});

test("a quarter of a group in levels that the other group lacks is partly confounded, less is balanced", () => {
  const groups = [..."aaaaaaaabbbbbbbb"];
  const find = (cells: string) => guardFindings(groups, covariates({ x: [...cells] })).findings.map(brief);
  expect(find("xxxxyyyyxxxyyyzz")).toEqual([["x", "partly-confounded", "samples-apart"]]);
  expect(find("xxxxyyyyxxxxyyyz")).toEqual([["x", "balanced", null]]);
});

test("numbers that go along with the groups are partly confounded even where much is left", () => {
  const groups = [..."aaaaaaaaaaaaaaabbbbbbbbbbbbbbbb"];
  const dose = groups.map((group, i) => String(((i * 7) % 31) + (group === "a" ? 9.5 : 0)));
  const [finding] = guardFindings(groups, [{ name: "dose", cells: dose }]).findings;
  expect(brief(finding!)).toEqual(["dose", "partly-confounded", "associated"]);
  expect(finding!.efficiencyLeft).toBeGreaterThan(0.8);
});

test("one covariate alone is not taken together, and a contrast needs two groups", () => {
  expect(guardFindings(made.groups, covariates({ clinic: made.clinic })).together).toBeNull();
  expect(guardFindings(made.groups, []).findings).toEqual([]);
  expect(() => guardFindings(["a", "a", null], [])).toThrow(RangeError);
  expect(() => guardFindings(["a", "b"], [{ name: "x", cells: ["1"] }])).toThrow(RangeError);
});

test("covariates that each leave two thirds of a contrast can leave a third together", () => {
  const four = (text: string) => [...text].flatMap((cell) => [cell, cell, cell, cell]);
  // a is where both x and y are 1
  const { findings, together } = guardFindings(
    four("abbb"),
    covariates({ x: four("1100"), y: four("1010") }),
  );
  expect(findings.map(brief)).toEqual([
    ["x", "partly-confounded", "information-lost"],
    ["y", "partly-confounded", "information-lost"],
  ]);
  expect(findings[0]!.efficiencyLeft).toBeCloseTo(2 / 3, 14);
  expect(together).toEqual({
    covariates: ["x", "y"],
    samples: 16,
    relation: "partly-confounded",
    efficiencyLeft: expect.closeTo(1 / 3, 14),
    residualDf: 12,
  });
});

test("covariates recorded for different samples cannot be told together", () => {
  const groups = [..."aaaabbbb"];
  const x = ["1", "1", "", "", "1", "2", "2", "2"];
  const y = ["", "", "1", "1", "1", "2", "2", "2"];
  expect(guardFindings(groups, covariates({ x, y })).together).toMatchObject({
    samples: 4,
    relation: "cannot-be-told",
  });
});

describe("level of replication", () => {
  test("one sample of each donor", () => {
    const found = replicateLevel([
      { sample: "1", donor: "d1" },
      { sample: "2", donor: "d2" },
      { sample: "2", donor: "d2", replicate: "2" },
    ]);
    expect(found).toMatchObject({ level: "one-sample-per-donor", samples: 2, donors: 2, blockNeeded: false });
    expect(found.samplesMeasuredRepeatedly).toBe(1);
  });
  test("repeated donors need a block, missing donors leave a doubt", () => {
    const rows = [
      { sample: "1", donor: "d1", preparation: "p1" },
      { sample: "2", donor: "d1", preparation: "p2" },
      { sample: "3", donor: "d2", preparation: "p3" },
      { sample: "3", donor: "d2", preparation: "p4" },
    ];
    expect(replicateLevel(rows)).toMatchObject({
      level: "donors-repeated",
      donors: 2,
      donorsWithSeveralSamples: ["d1"],
      mostSamplesOfADonor: 2,
      samplesPreparedRepeatedly: 1,
      blockNeeded: true,
    });
    expect(replicateLevel([...rows, { sample: "4", donor: " " }])).toMatchObject({
      level: "donor-partly-missing",
      samplesWithoutDonor: 1,
      blockNeeded: true,
    });
    expect(replicateLevel([{ sample: "1" }])).toMatchObject({ level: "donor-missing", donors: null });
    expect(
      replicateLevel([
        { sample: "1", donor: "a" },
        { sample: "1", donor: "b" },
      ]).contradictions,
    ).toEqual(["1"]);
  });
});

const path = `${process.env.VESICA_DATA ?? "../shared/data"}/multi-assay/mag-net-plasma-ev/TPAD HC_AD_PDD_PD-noMCI Plasma - Metadata.csv`;

describe.skipIf(!existsSync(path))("published plasma study of 40 subjects in four cohorts", () => {
  const used = ["SampleID", "Condition", "Age", "Sex", "Run Order", "Tube Type", "Cohort"];
  const lines = existsSync(path)
    ? readFileSync(path, "utf8")
        .replace(/^\uFEFF/, "")
        .split(/\r?\n/)
    : [];
  const heading = (lines[0] ?? "").split(",");
  const rows = lines
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split(","))
    .map((cells) => Object.fromEntries(used.map((name) => [name, cells[heading.indexOf(name)]!])))
    .filter((row) => row.SampleID!.startsWith("TPAD"));
  const recorded = ["Age", "Sex", "Run Order", "Tube Type", "Cohort"].map((name) => ({
    name,
    cells: rows.map((row) => row[name]!),
  }));

  test("AD against the rest: Cohort stands first, and only one cohort holds both groups", () => {
    expect(rows.length).toBe(40);
    const groups = rows.map((row) => (row.Condition === "AD" ? "AD" : "rest"));
    const { findings } = guardFindings(groups, recorded);
    expect(findings.map(brief)).toEqual([
      ["Cohort", "partly-confounded", "information-lost"],
      ["Tube Type", "partly-confounded", "information-lost"],
      ["Age", "balanced", null],
      ["Run Order", "balanced", null],
      ["Sex", "balanced", null],
    ]);
    expect(findings[0]!.shared).toEqual({
      levels: [{ level: "Kerchner", counts: [10, 7] }],
      groups: ["AD", "rest"],
      samples: [10, 7],
      samplesOutside: [0, 23],
    });
    expect(findings[0]!.efficiencyLeft).toBeCloseTo((10 * 7) / 17 / ((10 * 30) / 40), 13);
  });

  test("AD against healthy controls: seven of ten controls are of the patients' cohort", () => {
    const groups = rows.map((row) => (["AD", "HC"].includes(row.Condition!) ? row.Condition! : null));
    const { findings } = guardFindings(groups, recorded);
    const cohort = findings.find((finding) => finding.covariate === "Cohort")!;
    expect(cohort.shared!.levels).toEqual([{ level: "Kerchner", counts: [10, 7] }]);
    expect(cohort.shared!.samplesOutside).toEqual([0, 3]);
    expect(brief(cohort)).toEqual(["Cohort", "partly-confounded", "samples-apart"]);
  });

  test("AD against PD without MCI: fully aliased with Cohort", () => {
    const groups = rows.map((row) => (["AD", "PD-noMCI"].includes(row.Condition!) ? row.Condition! : null));
    const [first] = guardFindings(groups, recorded).findings;
    expect([first!.covariate, first!.relation, first!.efficiencyLeft]).toEqual([
      "Cohort",
      "fully-aliased",
      0,
    ]);
    expect(first!.shared!.levels).toEqual([]);
  });
});
