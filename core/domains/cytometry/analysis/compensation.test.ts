import { expect, test } from "vitest";
import { appliedCompensation } from "./compensation.ts";
import { flow, measured, parameters } from "./studies.test-support.ts";

const channels = { "SSC-A": [1], "FITC-A": [1], "PE-A": [1] };
const set = async (keywords: Record<string, string>) =>
  (await measured(flow({ channels, keywords }))).captures[0]!;
const spill = { $SPILLOVER: "2,FITC-A,PE-A,1,0.2,0.1,1" };

test("the file's spillover is inverted, by the file's channels", async () => {
  const found = appliedCompensation(await set(spill), parameters());
  expect(found).toMatchObject({ words: "$SPILLOVER", issues: [], value: { channels: [1, 2] } });
  // inverse of [[1, 0.2], [0.1, 1]]
  const inverse = found.value!.inverse.flatMap((row) => [...row]);
  [1, -0.2, -0.1, 1].forEach((want, i) => {
    expect(inverse[i]).toBeCloseTo(want / 0.98, 12);
  });
});

test("nothing without spillover, where study.yaml says none, and where the instrument subtracted it", async () => {
  const nothing = { value: null, words: "none", issues: [] };
  expect(appliedCompensation(await set({}), parameters())).toMatchObject(nothing);
  expect(appliedCompensation(await set(spill), parameters({ compensation: "none" }))).toMatchObject(nothing);
  const applied = { ...(await set(spill)) };
  const done = { ...applied, spillover: { ...applied.spillover!, applied: true } };
  const found = appliedCompensation(done, parameters());
  expect([found.value, found.issues]).toEqual([null, []]);
  expect(found.words).toContain("subtracted by the instrument");
});

test("the study's own matrix wins; a channel that is missing and a singular matrix are told", async () => {
  const own = (names: string[], matrix: number[][]) => ({ compensation: { channels: names, matrix } });
  const identity = [
    [1, 0],
    [0, 1],
  ];
  const dataSet = await set(spill);
  const found = appliedCompensation(dataSet, parameters(own(["PE-A", "FITC-A"], identity)));
  expect(found).toMatchObject({ words: "study.yaml", value: { channels: [2, 1] } });
  const missing = appliedCompensation(dataSet, parameters(own(["PE-A", "APC-A"], identity)));
  expect(missing).toMatchObject({ value: null, issues: [{ code: "cytometry-channel-unknown" }] });
  const singular = appliedCompensation(
    dataSet,
    parameters(
      own(
        ["PE-A", "FITC-A"],
        [
          [1, 1],
          [1, 1],
        ],
      ),
    ),
  );
  expect(singular.value).toBeNull();
  expect(singular.issues.length).toBeGreaterThan(0);
});
