import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../kernel/index.ts";
import { meanInterval } from "../../../../statistics/mean-interval.ts";
import { compareFractions, type DonorShare, positiveFraction } from "./donor-fractions.ts";
import { countedFraction, netFraction } from "./positive-fraction.ts";
import { positiveFraction as operation } from "./positive-fraction-operation.ts";
import golden from "./vesicles.golden.json" with { type: "json" };
import { code, distance, run, value } from "./vesicles.test-support.ts";
import python from "./vesicles-python.golden.json" with { type: "json" };

const of = (fraction: number, donor: string): DonorShare => ({
  donor,
  positive: Math.round(fraction * 1e5),
  total: 1e5,
});
const donors = (fractions: readonly number[], from = 0) =>
  fractions.map((fraction, i) => of(fraction, `D${from + i}`));

describe("fraction of one file", () => {
  test("counting limits are those of binom.test; 0 and all are limits, never 0 or 1", () => {
    golden.binomial.rows.forEach(([positive, total], i) => {
      const { interval } = value(countedFraction({ positive: positive!, total: total! }));
      expect(
        distance([interval.lower, interval.upper], [golden.binomial.lower[i]!, golden.binomial.upper[i]!]),
      ).toBeLessThan(1e-10);
    });
    const none = value(countedFraction({ positive: 0, total: 5000 }));
    expect([none.bound, none.value]).toEqual(["below", none.interval.upper]);
    expect(value(countedFraction({ positive: 5000, total: 5000 })).bound).toBe("above");
  });

  test("less its control it has Newcombe's interval, as R and SciPy give it", () => {
    const [stained, control] = [
      { positive: 431, total: 7012 },
      { positive: 66, total: 6520 },
    ];
    const { value: net, interval } = value(netFraction(stained, control));
    expect(net).toBeCloseTo(431 / 7012 - 66 / 6520, 14);
    expect(distance([interval.lower, interval.upper], golden.newcombe.interval)).toBeLessThan(1e-10);
    expect(distance([interval.lower, interval.upper], python.newcombe)).toBeLessThan(1e-12);
  });

  test("not above the control: an upper limit, never 0", () => {
    const found = value(netFraction({ positive: 50, total: 5000 }, { positive: 60, total: 5000 }));
    expect([found.bound, found.value]).toEqual(["below", found.interval.upper]);
    expect(
      value(netFraction({ positive: 1, total: 5000 }, { positive: 900, total: 5000 })).value,
    ).toBeGreaterThan(0);
  });

  test("impossible counts are refused", () => {
    expect(code(countedFraction({ positive: 5, total: 4 }))).toBe("cytometry-value-invalid");
    expect(code(countedFraction({ positive: 0, total: 0 }))).toBe("cytometry-no-events");
  });
});

describe("fraction between donors", () => {
  test("the t-interval of the logits is that of R's t.test", () => {
    const found = value(positiveFraction(donors(golden.donors.fractions)));
    expect(found.value).toBeCloseTo(golden.donors.value[0]!, 12);
    expect(distance([found.interval!.lower, found.interval!.upper], golden.donors.interval)).toBeLessThan(
      1e-10,
    );
    expect([found.scale, found.n]).toEqual(["logit", { technical: 4, biological: 4 }]);
  });

  test("files of one donor are averaged first: copies of a file add nothing", () => {
    const once = value(positiveFraction(donors([0.02, 0.03, 0.05])));
    const copied = value(positiveFraction([...donors([0.02, 0.03, 0.05]), of(0.02, "D0"), of(0.02, "D0")]));
    expect(copied.interval).toEqual(once.interval);
    expect(copied.n).toEqual({ technical: 5, biological: 3 });
  });

  test("one donor has the counting interval only and says so; of several files not even that", () => {
    const one = value(positiveFraction([of(0.02, "D1")]));
    expect([one.scale, one.n.biological, one.flags]).toEqual(["counting", 1, ["no_biological_replicates"]]);
    expect(one.interval!.method).toBe("binomial-exact");
    const two = value(positiveFraction([of(0.02, "D1"), of(0.04, "D1")]));
    expect([two.interval, two.value]).toEqual([null, 0.03]);
    expect(two.flags).toEqual(["no_biological_replicates", "no_interval"]);
  });

  test("a donor at 0 moves to plain fractions; all at 0 give the counting limit, never 0", () => {
    const some = value(positiveFraction(donors([0, 0.03, 0.05])));
    expect([some.scale, some.bound]).toEqual(["plain", null]);
    expect(some.flags).toContain("fraction_at_boundary");
    expect(some.interval!.lower).toBe(0);
    const none = value(positiveFraction(donors([0, 0, 0])));
    expect([none.bound, none.interval]).toEqual(["below", null]);
    expect(none.value).toBeCloseTo(1 - 0.025 ** (1 / 3e5), 12);
  });

  test("the order of the files changes nothing", () => {
    const files = [...donors([0.02, 0.03, 0.05, 0.01]), of(0.021, "D0"), of(0.033, "D1")];
    const want = value(positiveFraction(files));
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        expect(value(positiveFraction(shuffled))).toEqual(want);
      }),
    );
  });

  test("no donors, or files without one, are refused; the command answers as the function", () => {
    expect(code(positiveFraction([]))).toBe("cytometry-no-donors");
    expect(code(positiveFraction([{ donor: "", positive: 1, total: 9 }]))).toBe("cytometry-donor-missing");
    const files = donors([0.02, 0.03, 0.05]);
    expect(value(run(operation, { files }))).toEqual(value(positiveFraction(files)));
  });

  describe("over 4000 simulated studies of three to six donors with a few positive vesicles", () => {
    const sd = 0.9;
    const centre = Math.log(0.02 / 0.98);
    const expit = (x: number) => 1 / (1 + Math.exp(-x));
    // mean of the donors' true fractions, by a fine sum over the normal distribution
    let [mean, weights] = [0, 0];
    for (let z = -8; z <= 8; z += 1e-3) {
      mean += Math.exp((-z * z) / 2) * expit(centre + sd * z);
      weights += Math.exp((-z * z) / 2);
    }
    mean /= weights;
    let [logit, plain] = [0, 0];
    for (let i = 0; i < 4000; i++) {
      const draw = createRandom(31).split("study", i);
      const files = Array.from({ length: 3 + (i % 4) }, (_, donor) => ({
        donor: `D${donor}`,
        positive: draw.binomial(8000, expit(draw.normal(centre, sd))),
        total: 8000,
      }));
      const { interval } = value(positiveFraction(files));
      if (interval && interval.lower <= 0.02 && 0.02 <= interval.upper) logit += 1;
      const straight = value(meanInterval(files.map(({ positive, total }) => positive / total))).interval!;
      if (straight.lower <= mean && mean <= straight.upper) plain += 1;
    }
    test("logit intervals cover the typical donor in 93 to 97 %", () => {
      expect(logit / 4000).toBeGreaterThanOrEqual(0.93);
      expect(logit / 4000).toBeLessThanOrEqual(0.97);
    });
    test("intervals of plain fractions do not reach 93 %, which is why logits are used", () => {
      expect(plain / 4000).toBeLessThan(0.93);
    });
  });
});

describe("comparison of two conditions", () => {
  const { other, welch, welchInterval, paired, pairedInterval } = golden.odds;
  test("different donors: Welch on the logits, as R gives it", () => {
    const found = value(compareFractions(donors(other, 10), donors(golden.donors.fractions), "independent"));
    expect(found.ratio).toBeCloseTo(welch[0]!, 10);
    expect(distance([found.interval.lower, found.interval.upper], welchInterval)).toBeLessThan(1e-9);
  });
  test("the same donors: pairs on the logits, as R gives it", () => {
    const found = value(
      compareFractions(donors(other), donors(golden.donors.fractions.slice(0, 3)), "paired"),
    );
    expect(found.ratio).toBeCloseTo(paired[0]!, 10);
    expect(distance([found.interval.lower, found.interval.upper], pairedInterval)).toBeLessThan(1e-9);
  });
  test("shared donors are no independent groups, and others no pairs", () => {
    const [a, b] = [donors([0.02, 0.03]), donors([0.02, 0.03], 1)];
    expect(code(compareFractions(a, b, "independent"))).toBe("cytometry-donors-shared");
    expect(code(compareFractions(a, b, "paired"))).toBe("cytometry-donors-unpaired");
    expect(code(compareFractions(donors([0, 0.1]), donors([0.1, 0.2], 5), "independent"))).toBe(
      "cytometry-fraction-at-boundary",
    );
  });
});
