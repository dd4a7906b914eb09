import { describe, expect, test } from "vitest";
import {
  channelNames,
  channelSettings,
  namedChannels,
  picturedChannels,
  summarisedChannels,
  unknownChannel,
} from "./channels.ts";
import { flow, measured, parameters, study } from "./studies.test-support.ts";

const set = async (...names: string[]) =>
  (await measured(flow({ channels: Object.fromEntries(names.map((name) => [name, [1, 2]])) }))).captures[0]!;

describe("channels that are summarised", () => {
  test("are scatter and fluorescence without widths, and those that study.yaml names", async () => {
    const dataSet = await set("Time", "SSC-A", "SSC-W", "PE-A", "PE-W");
    const names = (given: object) =>
      summarisedChannels(dataSet, parameters(given as never)).map((i) => dataSet.channels[i]!.name);
    expect(names({})).toEqual(["SSC-A", "PE-A"]);
    expect(names({ markers: ["PE-W"] })).toEqual(["SSC-A", "PE-A", "PE-W"]);
  });

  test("are at most 64, and always the named ones", async () => {
    const many = await set(...Array.from({ length: 80 }, (_, i) => `FL${i + 1}-A`));
    const found = summarisedChannels(many, parameters({ markers: ["FL80-A"] }));
    expect(found.length).toBe(65);
    expect(found.at(-1)).toBe(79);
  });

  test("hold whatever beads and multiplex need", () => {
    const named = namedChannels(
      parameters({
        beads: {
          b: { kind: "fluorescence", unit: "MESF", channels: { "PE-A": [1, 2] }, alongside: ["Odd"] },
          s: { kind: "scatter", channel: "FSC-W", diameters: [100] },
        },
        multiplex: { reporter: "R", dyes: ["D"], size: ["W"], groups: { A: ["x"] } },
      }),
    );
    expect([...named.keys()].sort()).toEqual(["D", "FSC-W", "Odd", "PE-A", "R", "W"]);
  });
});

test("a name that no channel has is told of samples, not of beads", async () => {
  const dataSet = await set("SSC-A", "PE-A");
  expect(unknownChannel(dataSet, parameters({ markers: ["PE-A", "EP-A"] }))).toEqual({
    channel: "EP-A",
    for: "markers",
  });
  expect(unknownChannel(dataSet, parameters({ thresholds: { "PE-A": 1 }, scatter: "SSC-A" }))).toBeNull();
  const bytes = flow({ channels: { "SSC-A": [1], "PE-A": [1] } });
  const codes = async (role: "sample" | "calibrant") =>
    (
      await study([{ file: "a.fcs", bytes, rows: [{ role }] }], { parameters: { markers: ["EP-A"] } })
    ).codes();
  expect(await codes("sample")).toContain("cytometry-channel-unknown");
  expect(await codes("calibrant")).not.toContain("cytometry-channel-unknown");
});

test("channels are told with the label that an instrument's plots show, where it is another word", () => {
  const named = (name: string, label: string) => ({ name, label });
  expect(channelNames([named("FL2-A", "PE-A"), named("SSC-A", "SSC-A"), named("Time", "")])).toBe(
    "FL2-A (PE-A), SSC-A, Time",
  );
});

test("pictures are of side scatter and the first marker, else of area fluorescence; of none without both", async () => {
  const dataSet = await set("FSC-A", "SSC-A", "FL1-H", "PE-A");
  expect(picturedChannels(dataSet, parameters())).toEqual([1, 3]);
  expect(picturedChannels(dataSet, parameters({ scatter: "FSC-A", markers: ["FL1-H"] }))).toEqual([0, 2]);
  expect(picturedChannels(await set("SSC-A"), parameters())).toBeNull();
});

test("settings are voltage, gain and logarithmic amplification as written", async () => {
  const [channel] = (await set("PE-A")).channels;
  expect(channelSettings(channel!)).toBe("voltage 400");
  const given = { ...channel!, voltage: "", gain: "2", amplification: "4.0,1.0" };
  expect(channelSettings(given)).toBe("gain 2, amplification 4.0,1.0");
  expect(channelSettings({ ...given, gain: "", amplification: "0.0,0" })).toBe("");
});
