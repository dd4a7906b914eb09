import { describe, expect, test } from "vitest";
import { read, shorts } from "./fcs.test-support.ts";

const three = { $PAR: "3", $P3B: "16", $P3E: "0,0", $P3N: "FL2-A", $P3R: "1024" };
const data = shorts(1, 2, 3, 4, 5, 6, 7, 8, 9);
const spillover = async (text: Readonly<Record<string, string>>) => {
  const { set, codes } = await read({ text: { ...three, ...text }, data });
  return { codes, spillover: set.spillover };
};

describe("spillover", () => {
  test("$SPILLOVER: rows are fluorochromes, columns detectors, by channel names in any order", async () => {
    const found = await spillover({ $SPILLOVER: "2,FL2-A,FL1-A,1,0.2,0.05,1" });
    expect(found).toEqual({
      codes: [],
      spillover: {
        keyword: "$SPILLOVER",
        channels: [2, 1],
        matrix: [
          [1, 0.2],
          [0.05, 1],
        ],
        applied: false,
      },
    });
  });

  test("SPILL, channels by number (Navios, Apogee), by label, and decimal commas (Accuri)", async () => {
    expect((await spillover({ SPILL: "2,2,3,1,0,0,1" })).spillover).toMatchObject({
      keyword: "SPILL",
      channels: [1, 2],
    });
    const labelled = await spillover({ $P2S: "FITC", $SPILLOVER: "2,FITC,FL2-A,1,0,0,1" });
    expect(labelled.spillover!.channels).toEqual([1, 2]);
    const commas = await spillover({ $SPILLOVER: "2,FL1-A,FL2-A,1,0000,0,1203,0,0285,1,0000" });
    expect(commas.spillover!.matrix).toEqual([
      [1, 0.1203],
      [0.0285, 1],
    ]);
  });

  test.each([
    ["2,FL1-A,FL2-A", "fcs-spillover-unreadable"],
    ["2,FL1-A,FL2-A,1,0,0,x", "fcs-spillover-unreadable"],
    ["9,FL1-A,FL2-A,1,0,0,1", "fcs-spillover-unreadable"],
    ["99999999999", "fcs-spillover-unreadable"],
    ["2,FL1-A,xxxx,1,0,0,1", "fcs-spillover-unmatched"],
    ["2,FL1-A,FL1-A,1,0,0,1", "fcs-spillover-unmatched"],
    ["2,1,9,1,0,0,1", "fcs-spillover-unmatched"],
  ])("%s gives no spillover, with %s", async (words, code) => {
    expect(await spillover({ $SPILLOVER: words })).toEqual({ codes: [code], spillover: null });
  });

  test("$COMP (FCS 3.0): percent of the column subtracted from the row, applied already", async () => {
    const found = await spillover({ $COMP: "3,0,0,0,0,0,-5,0,-20,0" });
    expect(found.codes).toEqual(["fcs-compensated-already"]);
    expect(found.spillover).toEqual({
      keyword: "$COMP",
      channels: [0, 1, 2],
      matrix: [
        [1, 0, 0],
        [0, 1, 0.2],
        [0, 0.05, 1],
      ],
      applied: true,
    });
    expect((await spillover({ $COMP: "3,1,0,0,0,1,0,0,0,1" })).codes).toEqual(["fcs-spillover-unreadable"]);
    expect(await spillover({ $COMP: "3,0,0,0,0,0,0,0,0,0" })).toEqual({ codes: [], spillover: null });
  });

  test("$DFCmTOn (FCS 2.0): percent of detector m subtracted from detector n, applied already", async () => {
    const found = await spillover({ $DFC1TO2: "28.4", $DFC2TO1: "0.00" });
    expect(found.spillover).toEqual({
      keyword: "$DFCnTOm",
      channels: [1, 2],
      matrix: [
        [1, 0.284],
        [0, 1],
      ],
      applied: true,
    });
    expect((await spillover({ $DFC1TO5: "3" })).codes).toEqual([
      "fcs-compensated-already",
      "fcs-spillover-unmatched",
    ]);
    expect(await spillover({ $DFC1TO2: "0.00" })).toEqual({ codes: [], spillover: null });
  });
});

describe("what the file says of the acquisition", () => {
  test("$VOL is nL", async () => {
    expect((await read({ text: { $VOL: "17976.5" } })).set.volume).toEqual({
      microlitres: 17.9765,
      words: "17976.5",
    });
    expect((await read({ text: { $VOL: "0" } })).set.volume).toBeNull();
    expect(await read({ text: { $VOL: "5 uL" } })).toMatchObject({
      codes: ["fcs-volume-unusable"],
      set: { volume: null },
    });
  });

  test.each([
    ["13:16:01", "13:17:15", 74],
    ["23:59:50", "00:00:10", 20],
    ["21:28:25.56", "21:30:07.99", 102.43],
    ["17:29:39:51", "17:32:04:01", 145 - 50 / 60],
    ["09:42:05:509", "09:43:46:219", 100.71],
    ["2016-10-26 17:13:41", "2016-10-26 17:14:17", 36],
    ["9", "10", null],
  ])("the clock from %s to %s ran %s s", async ($BTIM, $ETIM, seconds) => {
    const found = await read({ text: { $BTIM, $ETIM } });
    if (seconds === null) expect(found.set.seconds).toBeNull();
    else expect(found.set.seconds).toBeCloseTo(seconds, 6);
  });

  test("the time channel says the duration, and the clock may not contradict it", async () => {
    const time = { $P1N: "Time", $TIMESTEP: "0.1" };
    const timed = { text: time, data: shorts(100, 0, 300, 0, 800, 0) };
    expect((await read(timed)).set.seconds).toBeCloseTo(70, 12);
    const clock = { $BTIM: "10:00:00", $ETIM: "10:01:11" };
    expect((await read({ ...timed, text: { ...time, ...clock } })).set.seconds).toBeCloseTo(70, 12);
    const late = await read({ ...timed, text: { ...time, ...clock, $ETIM: "10:09:00" } });
    expect(late).toMatchObject({ codes: ["fcs-time-disagrees"], set: { seconds: null } });
  });

  test.each([
    [{ $SMNO: "KC-A", "TUBE NAME": "x" }, "KC-A"],
    [{ $SMNO: "00002019", "@SAMPLEID1": "comp" }, "comp"],
    [{ $SMNO: "9" }, "9"],
    [{ "TUBE NAME": "Untitled", $SRC: "donor 3" }, "donor 3"],
    [{ "SAMPLE ID": "NA", $FIL: "a.fcs" }, "a.fcs"],
    [{ SAMPLE_NAME: "xxxxx" }, ""],
  ])("the sample of %j is “%s”", async (text, name) => {
    expect((await read({ text })).value!.sampleName).toBe(name);
  });

  test.each([
    [{ $CYT: "LSRII", CREATOR: "BD FACSDiva" }, "BD Biosciences", "LSRII", "BD FACSDiva"],
    [{ $CYT: "CytoFLEX", CYTEXPERTFIL: "True" }, "Beckman Coulter", "CytoFLEX", "CytExpert"],
    [{ $CYT: "MACSQuant", $SYS: "MACSQuantify,2.4" }, "Miltenyi Biotec", "MACSQuant", "MACSQuantify,2.4"],
    [{ $CYT: "Flow NanoAnalyzer" }, "NanoFCM", "Flow NanoAnalyzer", ""],
    [{ $CYT: "home built", $SYS: "Windows" }, "", "home built", ""],
  ])("the instrument of %j", async (text, vendor, model, software) => {
    expect((await read({ text })).value!.instrument).toEqual({ vendor, model, software });
  });

  test("lost and aborted events are the instrument's doubts; none of them is none", async () => {
    const { value } = await read({ text: { $ABRT: "38", $LOST: "0" } });
    expect(value!.instrumentWarnings).toEqual([{ key: "$ABRT", words: "38", severity: "caution", line: 0 }]);
  });

  test("settings are all keywords, and the capture's time is as written", async () => {
    const { value } = await read({ text: { $DATE: "01-JAN-2020", $BTIM: "10:00:00" } });
    expect(value!.capturedAt).toBe("01-JAN-2020 10:00:00");
    expect(value!.settings).toContainEqual({ section: "TEXT", key: "$P1N", values: ["FSC-A"], line: 0 });
  });
});
