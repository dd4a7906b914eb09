import { reportContext, reportSection } from "vesica/report";
import { expect, test } from "vitest";
import { twoRooms } from "../../core/report/two-rooms.test-support.ts";
import { roomDocument } from "./room-document.ts";

test("a room has its own numbers, figures and samples, and those that no room measured, but not those of another room alone", () => {
  const whole = twoRooms();
  const idle = { name: "idle", role: "sample", condition: null, donor: null };
  const document = { ...whole, study: { ...whole.study, samples: [...whole.study.samples, idle] } };
  const room = roomDocument(document, "flow");
  expect(room.domains).toEqual(["flow"]);
  expect(room.estimates.length).toBeGreaterThan(0);
  expect(room.estimates.every(({ id }) => id.startsWith("flow."))).toBe(true);
  expect(room.study.samples.map(({ name }) => name)).toEqual(["A", "C", "D", "buffer", "idle"]);
  const verdict = reportSection("verdict", reportContext(room))!;
  const tables = verdict.blocks.flatMap((block) => (block.kind === "table" ? [block.id] : []));
  expect(tables).toContain("headline-flow");
  expect(tables).not.toContain("headline-walk");
});
