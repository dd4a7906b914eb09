import { describe, expect, test } from "vitest";
import type { AxisView, CloudAxis } from "./cloud.ts";
import { cloudFault, mostCloudBins, viewPlace, viewScale, viewValue } from "./cloud-view.ts";

const axes: CloudAxis[] = ["a", "b"].map((id) => ({
  id,
  label: "",
  title: { en: id, ja: id },
  unit: "1",
  compensated: false,
}));
const view = (given: Partial<AxisView> = {}): AxisView => ({
  axis: "a",
  cofactor: 150,
  from: -400,
  to: 262_144,
  ...given,
});

describe("a view", () => {
  test.each([view(), view({ cofactor: null }), view({ from: 200, to: 201 }), view({ from: -9, to: -1 })])(
    "goes from 0 to 1 between its limits and back: %o",
    (one) => {
      expect(viewPlace(one, one.from)).toBeCloseTo(0, 12);
      expect(viewPlace(one, one.to)).toBeCloseTo(1, 12);
      for (const place of [-0.3, 0, 0.25, 0.5, 1, 1.2])
        expect(viewPlace(one, viewValue(one, place))).toBeCloseTo(place, 9);
    },
  );

  test("is straight on asinh(value / cofactor), 1 at the limit further from 0", () => {
    const { place, from, to } = viewScale(view());
    expect([from, to]).toEqual([Math.asinh(-400 / 150) / Math.asinh(262_144 / 150), 1]);
    expect(place!(150)).toBe(Math.asinh(1) / Math.asinh(262_144 / 150));
  });
});

describe("a request", () => {
  const codeOf = (one: AxisView, bins = 64) => cloudFault(axes, [view({ axis: "b" }), one], bins)?.code;

  test("that can be drawn has no fault", () => {
    expect(codeOf(view())).toBeUndefined();
    expect(codeOf(view({ cofactor: null }), mostCloudBins)).toBeUndefined();
  });

  test.each<[string, Partial<AxisView>]>([
    ["an unknown axis", { axis: "c" }],
    ["an axis of the prototype", { axis: "constructor" }],
  ])("for %s is told", (_, given) => {
    expect(cloudFault(axes, [view(given)], 64)).toEqual({
      code: "axis-unknown",
      parameters: { axis: given.axis, axes: "a, b" },
    });
  });

  test.each<Partial<AxisView>>([
    { from: Number.NaN },
    { to: Number.NaN },
    { from: 5, to: 5 },
    { from: 6, to: 5 },
    { to: Number.POSITIVE_INFINITY },
    { from: 0, to: 1e300, cofactor: null },
    { from: 1, to: 1 + 1e-12 },
    { from: 1, to: 1 + 1e-12, cofactor: null },
    { from: 0, to: 1e-40, cofactor: null },
    { cofactor: 0 },
    { cofactor: -1 },
    { cofactor: Number.NaN },
    { cofactor: 5e-324 },
    { from: 0, to: 0 },
  ])("with the view %o is told", (given) => {
    expect(codeOf(view(given))).toBe("view-invalid");
  });

  test.each([0, -1, 1.5, mostCloudBins + 1, 5000, Number.NaN])("for %d bins is told", (bins) => {
    expect(codeOf(view(), bins)).toBe("bins");
  });
});
