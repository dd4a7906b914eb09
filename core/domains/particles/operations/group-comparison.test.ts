import { describe, expect, test } from "vitest";
import { compareGroups, type GroupObservation } from "../../../statistics/groups/index.ts";
import { code, relativeError, run, value } from "./golden.test-support.ts";
import { groupComparison } from "./group-comparison.ts";
import golden from "./operations.golden.json" with { type: "json" };

const groups = "control ".repeat(8) + "treated ".repeat(8) + "rescued ".repeat(6);
const donors = "aaabbcccddeeeffghhiijj";
const preparations = "1121211112112111121112";
const values = [
  1.1, 1.2, 1.4, 0.9, 1.0, 1.6, 1.5, 1.7, 2.9, 3.1, 2.2, 2.0, 2.4, 3.3, 3.0, 2.6, 1.9, 2.1, 1.2, 1.4, 1.5,
  1.8,
];
const study: GroupObservation[] = values.map((one, i) => ({
  group: groups.split(" ")[i]!,
  donor: donors[i]!,
  preparation: preparations[i]!,
  value: one * 1e10,
}));
const independent = { donors: "independent" } as const;
const against = { ...independent, reference: "control" };

describe("donors as replicates", () => {
  test("ratios, intervals, p values and Holm as R gives them from the means of donors", () => {
    const { comparisons } = value(compareGroups(study, against));
    for (const [i, name] of (["treated", "rescued"] as const).entries()) {
      const { ratio, interval, p, df, pHolm, group, donors: n } = comparisons[i]!;
      expect([group, n]).toEqual([name, name === "treated" ? [4, 3] : [3, 3]]);
      const found = [ratio, interval.lower, interval.upper, p, df];
      for (const [k, want] of golden.groups[name].entries())
        expect(relativeError(found[k]!, want)).toBeLessThan(1e-10);
      expect(relativeError(pHolm, golden.groups.holm[i]!)).toBeLessThan(1e-10);
    }
  });
  test("repeating every capture a hundred times changes no interval: measurements are not n", () => {
    const many = study.flatMap((one) => Array.from({ length: 100 }, () => one));
    const [one, hundred] = [value(compareGroups(study, against)), value(compareGroups(many, against))];
    for (const [i, { interval, p }] of one.comparisons.entries()) {
      expect(relativeError(hundred.comparisons[i]!.interval.lower, interval.lower)).toBeLessThan(1e-12);
      expect(relativeError(hundred.comparisons[i]!.p, p)).toBeLessThan(1e-9);
    }
    expect(hundred.groups.map(({ donors: n }) => n)).toEqual([3, 4, 3]);
  });
  test("row order changes nothing", () => {
    const found = value(compareGroups([...study].reverse(), against)).comparisons;
    const want = value(compareGroups(study, against)).comparisons;
    for (const { group, ratio } of want) {
      expect(relativeError(found.find((one) => one.group === group)!.ratio, ratio)).toBeLessThan(1e-12);
    }
  });
  test("without a reference every pair is compared", () => {
    const made = value(compareGroups(study, independent)).comparisons.map(({ group, reference }) => [
      group,
      reference,
    ]);
    expect(made).toEqual([
      ["treated", "control"],
      ["rescued", "control"],
      ["rescued", "treated"],
    ]);
  });
});

describe("what cannot be compared", () => {
  const only = (...names: string[]) => study.filter(({ donor }) => names.includes(donor!));
  test("one donor in a group is refused, whatever the number of measurements", () => {
    expect(code(compareGroups(only("a", "d", "e"), against))).toBe("groups-too-few-donors");
  });
  test("a group of one donor is told as a warning where others can be compared", () => {
    const result = compareGroups(only("a", "b", "c", "d", "e", "h"), against);
    expect(value(result).comparisons.map(({ group }) => group)).toEqual(["treated"]);
    if (!("warnings" in result)) throw new Error("refused");
    expect(result.warnings.map(({ code: name, severity }) => [name, severity])).toEqual([
      ["groups-too-few-donors", "warning"],
    ]);
    expect(result.warnings[0]!.message.en).toContain("rescued");
  });
  test("measurements without donor, one group, missing reference, values without logarithm", () => {
    expect(code(run(groupComparison, { observations: [{ group: "x", value: 1 }] }))).toBe(
      "groups-donor-missing",
    );
    expect(code(compareGroups(only("a", "b"), independent))).toBe("groups-too-few");
    expect(code(compareGroups(study, { ...independent, reference: "placebo" }))).toBe(
      "groups-reference-missing",
    );
    expect(code(compareGroups([{ ...study[0]!, value: 0 }, ...study.slice(1)], against))).toBe(
      "statistics-not-positive",
    );
  });
});

describe("the same donors in two groups", () => {
  const before = study.slice(0, 8);
  const after = before.map((one) => ({
    ...one,
    group: "after",
    value: one.value * (one.donor === "a" ? 2.2 : 2),
  }));
  const both = [...before, ...after];
  test("are refused as independent", () => {
    expect(code(compareGroups(both, against))).toBe("groups-donors-shared");
  });
  test("are paired where that is said: the geometric mean of each donor's ratio", () => {
    const { ratio, donors: n } = value(compareGroups(both, { donors: "paired", reference: "control" }))
      .comparisons[0]!;
    expect(relativeError(ratio, Math.cbrt(2.2 * 2 * 2))).toBeLessThan(1e-12);
    expect(n).toEqual([3, 3]);
  });
  test("need a partner each", () => {
    const missing = both.filter(({ group, donor }) => group !== "after" || donor !== "c");
    expect(code(compareGroups(missing, { donors: "paired", reference: "control" }))).toBe(
      "groups-donors-unpaired",
    );
  });
});
