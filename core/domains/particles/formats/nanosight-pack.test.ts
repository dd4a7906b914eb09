import { expect, test } from "vitest";
import { nanosightPack, nanosightStem } from "./nanosight-pack.ts";

test("nanosightStem takes off folders and the software's endings", () => {
  expect(nanosightStem("day 1/EV 2024-05-14 10-00-25_ParticleData.csv")).toBe("EV 2024-05-14 10-00-25");
  expect(nanosightStem("EV 2024-05-14 10-00-00-ExperimentSummary.csv")).toBe("EV 2024-05-14 10-00-00");
  expect(nanosightStem("EV_00_AllTracks.csv")).toBe("EV_00");
  expect(nanosightStem("EV.nano")).toBe("EV");
});

test("Summary, ParticleData and AllTracks of one run share a pack, whatever names it", () => {
  const video = "EV 2024-05-14 10-00-25";
  const packs = [
    nanosightPack("EV 2024-05-14 10-00-00-ExperimentSummary.csv", "EV 2024-05-14 10-00-00.nano", video),
    nanosightPack(`run/${video}_ParticleData.csv`, "", ""),
    nanosightPack(`run/${video}_AllTracks.csv`, "", `${video}_AllTracks.csv`),
    nanosightPack("renamed.csv", "EV 2024-05-14 10-00-00.nano", ""),
  ];
  expect(new Set(packs)).toEqual(new Set(["EV 2024-05-14"]));
});

test("numbered videos of NTA 3.2 lose their number, dates do not", () => {
  expect(nanosightPack("", "beads_yes_2_.nano", "")).toBe("beads_yes_2");
  expect(nanosightPack("", "", "beads_yes_2_00")).toBe("beads_yes_2");
  expect(nanosightPack("", "", "EV 2024-05-14")).toBe("EV 2024-05-14");
});
