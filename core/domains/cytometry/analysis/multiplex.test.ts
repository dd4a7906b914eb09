import { expect, test } from "vitest";
import { multiplexStudy } from "./odd-multiplex.test-support.ts";
import { analysed } from "./run-study.test-support.ts";

test("the beads of an array give analytes and are not counted or sized as particles", async () => {
  const study = multiplexStudy();
  const rows = study.rows.map((row) => ({ ...row, extra: { ...row.extra, volume_uL: "20" } }));
  const { estimates, issues } = await analysed({ ...study, rows });
  const of = (sample: string) =>
    new Set(
      estimates.flatMap(({ id, subject }) =>
        subject.level === "sample" && subject.sample === sample ? [id] : [],
      ),
    );
  expect([...of("assay")]).toEqual(["cytometry.analyteRelative"]);
  expect([...of("alone")]).toContain("cytometry.concentration");
  expect(issues.filter(({ code }) => code === "cytometry-volume-unknown")).toEqual([]);
  const relative = estimates.flatMap(({ id, qualifiers, value }) =>
    id === "cytometry.analyteRelative" && qualifiers.analyte !== "control" ? [value] : [],
  );
  expect(relative.reduce((sum, value) => sum + value, 0) / 3).toBeCloseTo(1, 10);
});
