import { expect, test } from "vitest";
import { createCollector } from "../operations/mie/collect.ts";
import { sideScatter } from "../operations/mie/optics.ts";
import { solid } from "../operations/mie/particle.ts";
import { assignScatterPeaks } from "./scatter-peaks.ts";
import type { BeadSummary } from "./summary.ts";

const optics = sideScatter(405, 1.34, 30);
const sizes = [100, 160, 300].map((diameter) => ({ diameter, index: 1.63 }));
const collect = createCollector(optics);
const peaks = sizes.map(({ diameter, index }) => ({
  median: collect(solid(index), diameter),
  rcv: null,
  usable: true,
}));
const summary = { set: "size", peaks } as unknown as BeadSummary;

test.each([1e308, 1e9, 5e-324])(
  "a bead of %d nm, for which theory gives no number, takes no peak",
  (diameter) => {
    const given = [...sizes, { diameter, index: 1.63 }];
    const found = assignScatterPeaks(summary, given, optics);
    expect(found.value?.map((bead) => bead.diameter)).toEqual([100, 160, 300]);
    const absurd = assignScatterPeaks(
      summary,
      [0, 1, 2].map((i) => ({ diameter: diameter / 2 ** i, index: 1.63 })),
      optics,
    );
    expect(absurd.value).toBeNull();
    expect(absurd.issues.map(({ code }) => code)).toEqual(["cytometry-scatter-peaks-unmatched"]);
  },
);
