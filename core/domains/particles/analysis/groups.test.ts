import { describe, expect, test } from "vitest";
import { distribution, study, type TestFile, total } from "./measurements.test-support.ts";

interface Given {
  readonly sample: string;
  readonly condition: string;
  readonly donor?: string;
  readonly values: readonly number[];
  readonly preparation?: string;
  readonly dilution?: number | null;
  readonly instrument?: string;
}

function files(given: readonly Given[]): TestFile[] {
  return given.map(
    ({ sample, condition, donor, values, preparation, dilution = 10, instrument = "NanoSight" }, i) => ({
      file: `${i}.csv`,
      measurement: distribution(
        values.map((value, k) => total(`${sample} ${k}`, value)),
        { instrument: { vendor: "", model: instrument, software: "" } },
      ),
      rows: [
        {
          sample,
          condition,
          ...(donor ? { donor } : {}),
          ...(preparation ? { preparation } : {}),
          ...(dilution === null ? {} : { dilution }),
        },
      ],
    }),
  );
}

const group = (condition: string, donors: string, values: readonly number[]): Given[] =>
  [...donors].map((donor, i) => ({
    sample: `${condition}${donor}${i}`,
    condition,
    donor,
    values: [values[i]!],
  }));
const ratio = "particles.groupRatio.concentration";

describe("conditions", () => {
  test("with other donors are compared by Welch on logarithms, over donors only", () => {
    // logarithms to base 10: 8, 9, 10 against 7, 8, 9: ratio 10, SE sqrt(2/3), df 4, t(4, 0.975) = 2.776445
    const found = study(
      files([...group("b", "DEF", [1e8, 1e9, 1e10]), ...group("a", "ABC", [1e7, 1e8, 1e9])]),
    );
    const own = found.one(ratio, "b / a")!;
    expect(own.value).toBeCloseTo(10, 9);
    expect(Math.log10(own.interval!.upper)).toBeCloseTo(1 + 2.776445 * Math.sqrt(2 / 3), 5);
    expect(own.n).toEqual({ technical: null, biological: 3 });
    expect(own.assumptions).toContain("independent_donors");
    const mean = found.one("particles.groupMean.concentration", "a")!;
    expect([mean.value, mean.n]).toEqual([expect.closeTo(1e9, -1), { technical: 3, biological: 3 }]);
  });

  test("with the same donors are compared in pairs, each with the reference", () => {
    // ratios 2, 2, 4: geometric mean 2^(4/3), SD of log2 1/sqrt 3, t(2, 0.975) = 4.302653
    const found = study(
      files([...group("treated", "ABC", [2e8, 4e8, 4e8]), ...group("none", "ABC", [1e8, 2e8, 1e8])]),
      {
        reference: "none",
      },
    );
    const own = found.one(ratio, "treated / none")!;
    expect(Math.log2(own.value)).toBeCloseTo(4 / 3, 9);
    expect(Math.log2(own.interval!.upper)).toBeCloseTo(4 / 3 + 4.302653 / 3, 5);
    expect(own.assumptions).toContain("paired_donors");
  });

  test("are paired and independent by pairs: three conditions, two of the same donors", () => {
    const found = study(
      files([
        ...group("a", "ABC", [1e8, 2e8, 3e8]),
        ...group("b", "ABC", [2e8, 3e8, 7e8]),
        ...group("c", "DEF", [5e8, 2e8, 4e8]),
      ]),
    );
    const how = (pair: string) =>
      found.one(ratio, pair)!.assumptions.find((code) => /_donors$/.test(code) && !/between/.test(code));
    expect(["b / a", "c / a", "c / b"].map(how)).toEqual([
      "paired_donors",
      "independent_donors",
      "independent_donors",
    ]);
    const step = found.result.study.steps.find(({ key }) => key === "groups")!;
    expect(step.parameters).toMatchObject({
      donors: { "concentration: b / a": "paired", "concentration: c / a": "independent" },
    });
  });

  test("p values are adjusted by Holm over the comparisons that were made", () => {
    const given = files([
      ...group("a", "ABC", [1e8, 1.1e8, 0.9e8]),
      ...group("b", "DEF", [2e8, 2.2e8, 1.9e8]),
      ...group("c", "GHI", [1.3e8, 1.1e8, 1.2e8]),
    ]);
    const p = (pair: string, all: TestFile[]) =>
      study(all).one("particles.groupP.concentration", pair)!.value;
    const alone = (pair: string, left: string) =>
      p(
        pair,
        given.filter(({ rows }) => rows![0]!.condition !== left),
      );
    const raw = [alone("b / a", "c"), alone("c / a", "b"), alone("c / b", "a")];
    const [least, middle, most] = [...raw].sort((x, y) => x - y) as [number, number, number];
    const second = Math.max(3 * least, 2 * middle);
    const adjusted = new Map([
      [least, 3 * least],
      [middle, second],
      [most, Math.max(second, most)],
    ]);
    ["b / a", "c / a", "c / b"].forEach((pair, i) => {
      expect(p(pair, given)).toBeCloseTo(adjusted.get(raw[i]!)!, 12);
    });
  });

  test("count captures, preparations and samples of one donor as one", () => {
    const plain = files([...group("a", "ABC", [1e8, 2e8, 3e8]), ...group("b", "DEF", [2e8, 3e8, 7e8])]);
    // donor A once more as two preparations whose geometric mean is the same, one of them with three captures
    const spread = files([
      { sample: "a1", condition: "a", donor: "A", values: [2e8, 2e8, 2e8], preparation: "1" },
      { sample: "a2", condition: "a", donor: "A", values: [0.5e8], preparation: "1" },
      ...group("a", "ABC", [1e8, 2e8, 3e8]).slice(1),
      ...group("b", "DEF", [2e8, 3e8, 7e8]),
    ]);
    const [one, other] = [plain, spread].map((all) => study(all).one(ratio, "b / a")!);
    expect(other!.value).toBeCloseTo(one!.value, 9);
    expect(other!.interval!.lower).toBeCloseTo(one!.interval!.lower, 9);
    expect(other!.n).toEqual({ technical: null, biological: 3 });
  });

  test("that share only some donors are not compared, and `donors` decides", () => {
    const shared = files([...group("a", "ABC", [1e8, 2e8, 3e8]), ...group("b", "ABD", [2e8, 3e8, 7e8])]);
    const found = study(shared);
    expect([found.one(ratio, "b / a"), found.codes()]).toEqual([
      undefined,
      expect.arrayContaining(["groups-donors-shared"]),
    ]);
    expect(found.issues.filter(({ code }) => code === "groups-donors-shared")).toHaveLength(1);
    expect(study(shared, { parameters: { donors: "paired" } }).codes()).toContain("groups-donors-unpaired");
  });

  test("with samples of unnamed donors are not compared; others are", () => {
    const nameless = files([
      ...group("a", "ABC", [1e8, 2e8, 3e8]),
      ...group("b", "DEF", [2e8, 3e8, 7e8]),
      { sample: "x", condition: "c", values: [1e8] },
    ]);
    const found = study(nameless);
    expect(found.one(ratio, "b / a")).toBeDefined();
    expect(found.codes()).toContain("groups-donor-missing");
  });

  test("of one donor are not compared, whatever the number of captures", () => {
    const found = study(
      files([
        { sample: "a", condition: "a", donor: "A", values: [1e8, 2e8, 3e8, 4e8] },
        ...group("b", "BC", [2e8, 3e8]),
      ]),
    );
    expect(found.one(ratio, "b / a")).toBeUndefined();
    expect(found.issues.find(({ code }) => code === "groups-too-few-donors")!.severity).toBe("warning");
  });

  test("two donors are few, and the numbers say so", () => {
    const found = study(files([...group("a", "AB", [1e8, 2e8]), ...group("b", "CD", [2e8, 3e8])]));
    for (const id of [ratio, "particles.groupP.concentration"])
      expect(found.one(id, "b / a")!.flags).toContain("few_donors");
    expect(found.one("particles.groupMean.concentration", "a")!.flags).toContain("few_donors");
  });

  test("leave samples without an original concentration out, and say which", () => {
    const found = study(
      files([
        ...group("a", "ABC", [1e8, 2e8, 3e8]),
        ...group("b", "DEF", [2e8, 3e8, 7e8]),
        { sample: "bX", condition: "b", donor: "X", values: [5e8], dilution: null },
      ]),
    );
    expect(found.one(ratio, "b / a")!.n.biological).toBe(3);
    expect(
      found.issues.find(({ code }) => code === "particles-comparison-without-original")!.parameters,
    ).toEqual({ n: 1, samples: "bX" });
  });

  test("leave captures without particles out, flagged, since the rest reads high", () => {
    const found = study(
      files([
        ...group("a", "ABC", [1e8, 2e8, 3e8]),
        { sample: "b0", condition: "b", donor: "D", values: [2e8, 0] },
        ...group("b", "EF", [3e8, 7e8]),
      ]),
    );
    expect(found.one(ratio, "b / a")!.flags).toContain("empty_captures_left_out");
    expect(found.codes()).toContain("particles-comparison-zero");
  });

  test("are compared on the instrument that measured most of the samples only", () => {
    const found = study(
      files([
        ...group("a", "ABC", [1e8, 2e8, 3e8]),
        ...group("b", "DEF", [2e8, 3e8, 7e8]),
        { sample: "bZ", condition: "b", donor: "Z", values: [9e9], instrument: "ZetaView" },
      ]),
    );
    expect(found.one(ratio, "b / a")!.n.biological).toBe(3);
    expect(
      found.issues.find(({ code }) => code === "particles-comparison-one-instrument")!.parameters,
    ).toEqual({
      instrument: "NanoSight",
      n: 1,
      samples: "bZ",
    });
  });

  test("that rest on a sample which the instrument calls unusable say so", () => {
    const given = files([...group("a", "ABC", [1e8, 2e8, 3e8]), ...group("b", "DEF", [2e8, 3e8, 7e8])]);
    const warning = { key: "Validity", words: "Unreliable", severity: "fail", line: 53 } as const;
    const [first, ...rest] = given;
    const measurement = distribution([total("bad", 1e8, 400, { instrumentWarnings: [warning] })], {
      instrument: { vendor: "", model: "NanoSight", software: "" },
    });
    const found = study([{ ...first!, measurement }, ...rest]);
    expect(found.one(ratio, "b / a")!.flags).toContain("rests_on_unusable_sample");
    expect(found.one("particles.groupMean.concentration", "b")!.flags).not.toContain(
      "rests_on_unusable_sample",
    );
  });

  test("say that the reference is no condition of the study", () => {
    const found = study(files([...group("a", "AB", [1e8, 2e8]), ...group("b", "CD", [2e8, 3e8])]), {
      reference: "z",
    });
    expect(found.codes()).toContain("groups-reference-missing");
    expect(found.one(ratio, "b / a")).toBeUndefined();
  });
});
