import { describe, expect, test } from "vitest";
import { isAccepted } from "../kernel/index.ts";
import { type DraftSource, draftSheet, draftSource } from "./draft.ts";
import { sheetText, studyText, withRowsAdded } from "./draft-text.ts";
import { fileStem, withoutExtensionOf } from "./names.ts";
import { parseSheet } from "./sheet.ts";

const source = (name: string, more: Partial<DraftSource> = {}): DraftSource => ({
  name,
  status: "read",
  sampleName: "",
  pack: "",
  format: "",
  captures: [],
  ...more,
});
const capture = (name: string, dilution: number | null = null) => ({ name, dilution });
const said = (sources: readonly DraftSource[]) =>
  draftSheet(sources)
    .unknown.map((text) => text.en)
    .join("\n");

describe("draftSheet", () => {
  test("takes the sample's name from the file, else from its pack, else from its name", () => {
    const rows = draftSheet([
      source("x/B 2021-11-02 16-09-42-ExperimentSummary.csv"),
      source("a.csv", { sampleName: "Plasma 1", pack: "p1" }),
      source("a_tracks.csv", { pack: "p1" }),
    ]).rows;
    expect(rows.map((row) => row.sample)).toEqual(["B", "Plasma 1", "Plasma 1"]);
  });

  test("gives captures that are samples of their own a row each, whatever number they end in", () => {
    const captures = ["P_1", "P_2"].map((name) => ({ ...capture(name), sample: name }));
    expect(draftSheet([source("proteins.csv", { captures })]).rows).toEqual([
      { file: "proteins.csv", capture: "P_1", sample: "P_1", dilution: null },
      { file: "proteins.csv", capture: "P_2", sample: "P_2", dilution: null },
    ]);
  });

  test("a file of no sample has no row", () => {
    expect(draftSheet([source("sets.gmt", { reference: true }), source("a.csv")]).rows).toHaveLength(1);
  });

  test("gives each group of captures of a combined file its own row", () => {
    const captures = ["yes_2_00", "yes_2_01", "no_2_00", "no_2_01"].map((name) =>
      capture(`std_10000_${name}`),
    );
    expect(draftSheet([source("beads.csv", { captures })]).rows).toEqual([
      { file: "beads.csv", capture: "std_10000_yes_2_*", sample: "std_10000_yes_2", dilution: null },
      { file: "beads.csv", capture: "std_10000_no_2_*", sample: "std_10000_no_2", dilution: null },
    ]);
  });

  test("names captures one by one where their groups' patterns would overlap", () => {
    const captures = ["s_00", "s_01", "s_1_00", "s_1_01"].map((name) => capture(name));
    expect(draftSheet([source("a.csv", { captures })]).rows.map((row) => row.capture)).toEqual([
      "s_00",
      "s_01",
      "s_1_00",
      "s_1_01",
    ]);
  });

  test("is one row for captures that differ by number or by moment", () => {
    const captures = ["A 2020-10-27 14-26-55", "A 2020-10-27 14-28-04"].map((name) => capture(name));
    expect(draftSheet([source("a.csv", { captures })]).rows).toHaveLength(1);
  });

  test("fills the dilution only where every capture records the same", () => {
    const dilutions = (first: number | null, second: number | null) =>
      draftSheet([source("a", { captures: [capture("v1", first), capture("v2", second)] })]).rows[0]!
        .dilution;
    expect([dilutions(500, 500), dilutions(500, 100), dilutions(500, null)]).toEqual([500, null, null]);
  });

  test("says what no file tells", () => {
    const notes = said([
      source("a.csv", { sampleName: "PBS", captures: [capture("v1")] }),
      source("x.csv", { sampleName: "S", pack: "p1", captures: [capture("v1", 10)] }),
      source("y.csv", { sampleName: "S", pack: "p2", captures: [capture("v1", 10)] }),
      source("video.avi", { status: "not recognised" }),
    ]);
    expect(notes).toContain("dilution is not recorded in 1 of 3 rows: a.csv");
    expect(notes).toContain("differs from the file's name; the one inside was taken: a.csv (PBS)");
    expect(notes).toContain("would count as one sample: S (2)");
    expect(notes).toContain("set role to blank if these are: PBS");
    expect(notes).toContain("no format could read it: video.avi");
  });

  test("asks for beads, blanks and controls by the file's name too", () => {
    const notes = said([
      source("tasbe_blank.fcs", { sampleName: "H12" }),
      source("rainbow.fcs", { sampleName: "H7" }),
      source("iso.fcs", { sampleName: "D1 isotype" }),
      source("isotropic.fcs"),
    ]);
    expect(notes).toContain("set role to blank if these are: H12 (tasbe_blank.fcs)");
    expect(notes).toContain("set role to calibrant if these are: H7 (rainbow.fcs)");
    expect(notes).toContain("set role to control if these are: D1 isotype");
    expect(notes).not.toContain("isotropic (isotropic.fcs)");
  });

  test("drafts the columns that only the files' rooms read, empty, and says what they hold", () => {
    const columns = { volume_uL: { names: ["volume ul"], words: { en: "Volume in uL", ja: "体積" } } };
    const draft = draftSheet([source("a.fcs", { captures: [capture("a", 5)] })], columns);
    expect(sheetText(draft.rows, draft.columns)).toBe(
      "file,capture,sample,role,volume_uL,donor,preparation,condition,replicate,dilution\na.fcs,,a,sample,,,,,,5\n",
    );
    expect(draft.unknown.at(-1)).toEqual({
      en: "column volume_uL: Volume in uL",
      ja: "列 volume_uL: 体積",
    });
  });

  test("says which files would count as one sample, whether the name is the file's or in it", () => {
    const notes = said([source("dynapro/test.csv"), source("zetasizer/test.zmes"), source("other.csv")]);
    expect(notes).toContain("would count as one sample: test (2)");
  });

  test("says which files are copies of one acquisition, not those that belong together", () => {
    const summary = {
      format: "summary",
      pack: "p1",
      sampleName: "S",
      captures: [capture("v1"), capture("v2")],
    };
    const files = [source("S.csv", summary), source("S copy.csv", summary)];
    expect(said(files)).toContain("set the role of the others to ignore: S.csv = S copy.csv");
    expect(said([files[0]!, source("S_tracks.csv", { ...summary, format: "tracks" })])).not.toContain(
      "copies",
    );
    expect(said([files[0]!, source("S2.csv", { ...summary, captures: [capture("v3")] })])).not.toContain(
      "copies",
    );
  });

  test("gives each well of a plate its own row, and repeats of one row of wells one", () => {
    const drafted = (...names: string[]) =>
      draftSheet([source("plate.xlsx", { captures: names.map((name) => capture(name)) })]).rows.map(
        ({ capture, sample }) => [capture, sample],
      );
    expect(drafted("blank_A3", "x_B3", "x_B4")).toEqual([
      ["blank_A3", "blank_A3"],
      ["x_B3", "x_B3"],
      ["x_B4", "x_B4"],
    ]);
    expect(drafted("x_A1", "x_A2")).toEqual([["", "plate"]]);
  });

  test("reads what it needs from a measurement of any domain", () => {
    const measurement = {
      format: "f",
      instrument: { vendor: "", model: "", software: "" },
      settings: [],
      instrumentWarnings: [],
      sampleName: "S\u0000\n1",
      captures: [{ name: "v1", dilution: { factor: 500 } }, { name: "v2" }],
    };
    const { captures, ...rest } = measurement;
    expect(draftSource("a", { ...rest, records: captures } as typeof rest).captures).toEqual([
      capture("v1", 500),
      capture("v2"),
    ]);
    expect(draftSource("a", measurement)).toEqual(
      source("a", { format: "f", sampleName: "S 1", captures: [capture("v1", 500), capture("v2")] }),
    );
  });
});

test("the drafted sheet is a sheet that parseSheet accepts, whatever the names", () => {
  const names = ['a,"b".csv', "=x.csv", "-y.csv", "血漿.csv", "WT.csv", "wt.txt", "x/wt.csv", "@z.csv"];
  const draft = draftSheet(names.map((name) => source(name)));
  const parsed = parseSheet(new TextEncoder().encode(sheetText(draft.rows)), { name: "s", files: names });
  if (!isAccepted(parsed)) throw new Error(JSON.stringify(parsed.issues));
  expect(parsed.value.map((row) => row.file)).toEqual(names);
});

describe("withRowsAdded", () => {
  const rows = [{ file: "b.csv", capture: "", sample: "T", dilution: 10 }];
  const added = (text: string) => {
    const bytes = withRowsAdded(new TextEncoder().encode(text), rows);
    return bytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  };
  test("keeps every byte, the separator, the order of columns and the line ends", () => {
    expect(added("\ufeff試料;note;File;希釈倍率\r\nS;x;a.csv;5")).toBe(
      "\ufeff試料;note;File;希釈倍率\r\nS;x;a.csv;5\r\nT;;b.csv;10\r\n",
    );
  });
  test("is null where the sheet has no place for them", () => {
    expect(added("a;b\n1;2\n")).toBeNull();
    expect(
      withRowsAdded(
        new Uint8Array([0x66, 0x69, 0x6c, 0x65, 0x2c, 0x73, 0x61, 0x6d, 0x70, 0x6c, 0x65, 0x0a, 0xb5]),
        [{ file: "血.csv", capture: "", sample: "T", dilution: null }],
      ),
    ).toBeNull();
  });
});

test("studyText keeps comments comments, whatever the names in them", () => {
  const text = studyText('a: "b"', [{ en: "evil\nseed: 99", ja: "x" }], "en");
  expect(text.split("\n").filter((line) => line !== "" && !line.startsWith("#"))).toEqual([
    'title: "a: \\"b\\""',
    'question: ""',
    'source: ""',
    'protocol: ""',
    "seed: 1",
  ]);
});

test.each([
  ["raw/AD45_F3 2021-11-02 16-09-42-ExperimentSummary.csv", "AD45_F3"],
  ["S1_AllTracks.csv", "S1"],
  [".csv", ".csv"],
])("fileStem(%s) is %s", (path, stem) => {
  expect(fileStem(path)).toBe(stem);
});

test("draftSheet leaves the time of day out of a sample's name", () => {
  const captures = [capture("carbonic anhydrase A1 12:02:17"), capture("carbonic anhydrase A2 12:05:51")];
  const { rows } = draftSheet([source("curves.csv", { captures })]);
  expect(rows.map(({ sample }) => sample)).toEqual(["carbonic anhydrase A1", "carbonic anhydrase A2"]);
});

test.each([
  ["a/x.fcs", "Rainbow beads.FCS", "Rainbow beads"],
  ["a/x.fcs", "v1.csv", "v1.csv"],
  ["a/x.fcs", ".fcs", ".fcs"],
  ["a.b/x", "name.b/x", "name.b/x"],
])("withoutExtensionOf(%s, %s) is %s", (path, name, expected) => {
  expect(withoutExtensionOf(path, name)).toBe(expected);
});
