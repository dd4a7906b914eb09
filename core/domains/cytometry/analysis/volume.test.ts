import { expect, test } from "vitest";
import { parameters, placed } from "./studies.test-support.ts";
import { volumeOf } from "./volume.ts";

const row = (volume: number | null) => placed({ row: { volume } }).row;
const file = (microlitres: number | null, seconds: number | null = 60) => ({
  volume: microlitres === null ? null : { microlitres, words: "" },
  seconds,
});

test("the sheet's volume before the file's before flow rate times time", () => {
  const flow = parameters({ flowRate: 12 });
  expect(volumeOf(file(20), row(20.1), flow)).toEqual({ value: { value: 20.1, from: "sheet" }, issues: [] });
  expect(volumeOf(file(20), row(null), flow).value).toEqual({ value: 20, from: "file" });
  expect(volumeOf(file(20), null, flow).value?.from).toBe("file");
  expect(volumeOf(file(null), row(null), flow).value).toEqual({ value: 12, from: "flow rate" });
  expect(volumeOf(file(null, null), row(null), flow).value).toBeNull();
  expect(volumeOf(file(null), row(null), parameters()).value).toBeNull();
});

test("more than 1 % between sheet and file is told", () => {
  const codes = (sheet: number) =>
    volumeOf(file(20), row(sheet), parameters()).issues.map(({ code }) => code);
  expect(codes(20.15)).toEqual([]);
  expect(codes(20.3)).toEqual(["cytometry-volume-contradicts"]);
});
