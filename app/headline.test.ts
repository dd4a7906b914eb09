import { expect, test } from "vitest";
import { numberOf, twoRooms } from "../core/report/two-rooms.test-support.ts";
import { headlineRows, mostShown } from "../run/headline.ts";
import { headlineLines } from "./headline-table.ts";
import { createOutput } from "./output.ts";

test("rows name their room, rooms and markers in the order of the document", () => {
  const rows = headlineRows(twoRooms());
  expect(rows.map(({ domain, id, value, text }) => [domain, id, value, text!.marker.en])).toEqual([
    ["walk", "walk.size", 101, ""],
    ["walk", "walk.size", 102, ""],
    ["flow", "flow.events", 11, ""],
    ["flow", "flow.fraction", 0.75, "Z-A"],
    ["flow", "flow.fraction", 0.25, "B-A"],
  ]);
  expect(rows.map(({ text }) => text!.domain.ja)).toEqual(["歩行", "歩行", "流れ", "流れ", "流れ"]);
});

test("a single marker is a note of the number, not a column of its own", () => {
  const document = twoRooms();
  const [only] = headlineRows({
    ...document,
    estimates: [numberOf("flow.fraction", { sample: "A", channel: "B-A" })],
  });
  expect([only!.text!.marker.en, only!.text!.notes.map(({ en }) => en)]).toEqual(["", ["B-A"]]);
});

test("beyond the samples that are shown, markers are not counted as further lines", () => {
  const estimates = Array.from({ length: mostShown + 5 }, (_, index) =>
    ["B-A", "Z-A"].map((channel) => numberOf("flow.fraction", { sample: `S${index}`, channel })),
  ).flat();
  const stream = { columns: 100, write: () => true };
  const output = createOutput({ language: "ja", json: false, environment: {}, out: stream, error: stream });
  const lines = headlineLines(headlineRows({ ...twoRooms(), estimates }), output);
  expect(lines[0]).toBe("流れ");
  expect(lines.at(-1)).toBe("… ほか 5 件は報告書に記載");
});
