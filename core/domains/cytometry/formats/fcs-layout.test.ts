import { describe, expect, test } from "vitest";
import { events, fcsBytes, joined, read, readBytes, shorts } from "./fcs.test-support.ts";

const clean = { codes: [], rows: events };

describe("the place of the events", () => {
  test("HEADER and TEXT agree: read without a warning", async () => {
    expect(await read()).toMatchObject(clean);
    expect(await read({ version: "FCS2.0" })).toMatchObject(clean);
    expect(await read({ gap: "   \n" })).toMatchObject(clean);
  });

  test("HEADER is 0, blank or 99999999: TEXT says it", async () => {
    for (const [begin, end] of [
      [0, 0],
      ["", ""],
      [99999999, 99999999],
    ] as const) {
      expect(await read({ header: { 2: begin, 3: end, 4: "", 5: "" } })).toMatchObject(clean);
    }
  });

  test("HEADER disagrees and does not fit: TEXT is used, with a warning that shows both", async () => {
    const found = await read({ header: { 3: 999 } });
    expect(found).toMatchObject({ codes: ["fcs-ends-disagree"], rows: events });
    const moved = await read({ header: { 2: 400, 3: 999 } });
    expect(moved).toMatchObject({ codes: ["fcs-offsets-disagree"], rows: events });
    expect(moved.issues[0]).toMatchObject({
      place: { byte: 26 },
      parameters: { header: "400–999", used: "TEXT" },
    });
  });

  test("TEXT disagrees and does not fit: HEADER is used", async () => {
    const found = await read({ shift: [5, 50] });
    expect(found).toMatchObject({ codes: ["fcs-offsets-disagree"], rows: events });
    expect(found.issues[0]!.parameters).toMatchObject({ used: "HEADER" });
  });

  test("both fit: the one is used that leaves only filler between TEXT and DATA; else refused", async () => {
    const tail = "0123456789";
    const found = await read({ shift: [4, 4], tail });
    expect(found).toMatchObject({ codes: ["fcs-offsets-by-filler"], rows: events });
    expect(found.issues[0]!.parameters).toMatchObject({ used: "HEADER" });
    const blank = await read({ shift: [-4, -4], gap: "        ", tail });
    expect(blank).toMatchObject({ value: null, codes: ["fcs-offsets-ambiguous"] });
  });

  test("neither fits: refused, with both places", async () => {
    const found = await read({ shift: [5, 50], header: { 3: 999 } });
    expect(found).toMatchObject({ value: null, codes: ["fcs-offsets-unclear"] });
    expect(found.issues[0]!.place).toEqual({ byte: 26, key: "$BEGINDATA" });
  });

  test("the end is written one byte too far", async () => {
    const end = fcsBytes().length;
    const found = await read({ shift: [0, 1], header: { 3: end } });
    expect(found).toMatchObject({ codes: ["fcs-end-exclusive"], rows: events });
    expect(await read({ shift: [0, 1] })).toMatchObject({ codes: ["fcs-ends-disagree"], rows: events });
  });

  test("the end is the begin (iQue) or 0: $TOT says how many events", async () => {
    const begin = fcsBytes().length - 12;
    const found = await read({ shift: [0, -11], header: { 3: begin } });
    expect(found).toMatchObject({ codes: ["fcs-end-missing"], rows: events });
    const zero = await read({ text: { $ENDDATA: "0" }, header: { 3: 0 } });
    expect(zero).toMatchObject({ codes: ["fcs-end-missing"] });
  });

  test("TEXT's offsets are missing or no numbers: the HEADER's are used, with a warning", async () => {
    const gone = await read({ text: { $BEGINDATA: null, $ENDDATA: null } });
    expect(gone).toMatchObject({ codes: ["fcs-offsets-from-header"], rows: events });
    const words = await read({ text: { $BEGINDATA: "-4000000", $ENDDATA: "9e99" } });
    expect(words).toMatchObject({
      codes: ["fcs-offset-unreadable", "fcs-offset-unreadable", "fcs-offsets-from-header"],
      rows: events,
    });
    expect(await read({ text: { $BEGINDATA: null, $ENDDATA: null }, header: { 2: 0, 3: 0 } })).toMatchObject({
      codes: ["fcs-data-missing"],
    });
  });

  test("$TOT is missing, smaller, larger or nonsense", async () => {
    expect(await read({ text: { $TOT: null } })).toMatchObject({
      codes: ["fcs-total-missing"],
      rows: events,
    });
    const rows = Array.from({ length: 7 }, (_, event) => [event, 2 * event]);
    const fewer = await read({ text: { $TOT: "5" }, data: shorts(...rows.flat()) });
    expect(fewer).toMatchObject({ codes: ["fcs-total-disagrees"], rows: rows.slice(0, 5) });
    const none = await read({ text: { $TOT: "0" } });
    expect(none).toMatchObject({ codes: ["fcs-total-disagrees"], rows: [] });
    const more = await read({ text: { $TOT: "5" } });
    expect(more).toMatchObject({ codes: ["fcs-total-disagrees"], rows: events });
    expect(more.issues[0]!.parameters).toEqual({ total: 5, room: 3, events: 3 });
    expect(await read({ text: { $TOT: "-3" } })).toMatchObject({ codes: ["fcs-total-missing"] });
    const uneven = { $TOT: null };
    expect(await read({ text: uneven, data: shorts(1, 2, 3) })).toMatchObject({
      codes: ["fcs-total-unclear"],
    });
  });

  test("a segment of events of another size is refused", async () => {
    const found = await read({ text: { $P2B: "32", $P2R: "1024" } });
    expect(found).toMatchObject({ value: null, codes: ["fcs-event-size-disagrees"] });
    expect(found.issues[0]!.parameters).toEqual({ stated: 4, bytes: 6 });
  });

  test("DATA in HEADER or TEXT, or beyond the file, is refused with its place", async () => {
    const inside = await read({ text: { $BEGINDATA: "60", $ENDDATA: "71" }, header: { 2: 60, 3: 71 } });
    expect(inside).toMatchObject({ value: null, codes: ["fcs-data-overlaps"] });
    const bytes = fcsBytes();
    const cut = await readBytes(bytes.slice(0, -1));
    expect(cut).toMatchObject({ value: null, codes: ["fcs-data-beyond-file"] });
    expect(cut.issues[0]!.place).toEqual({ byte: bytes.length - 1 });
  });

  test("no events: an empty data set, with a warning", async () => {
    const found = await read({ text: { $TOT: "0" }, data: new Uint8Array(0) });
    expect(found).toMatchObject({ codes: ["fcs-no-events"], rows: [] });
  });
});

describe("several data sets", () => {
  const second = fcsBytes({ data: shorts(7, 8, 9, 10, 11, 12), text: { $P1N: "SSC-A" } });
  const chained = (next: (length: number) => number | string, version = "FCS3.1") => {
    const textOf = (words: string) => fcsBytes({ version, text: { $NEXTDATA: words.padStart(8, "0") } });
    return textOf(String(next(textOf("0").length)));
  };

  test("are found by $NEXTDATA, counted from each data set", async () => {
    const found = await readBytes(
      joined(
        chained((length) => length),
        second,
      ),
    );
    expect(found.codes).toEqual([]);
    expect(found.value!.captures.map(({ name, channels }) => [name, channels[0]!.name])).toEqual([
      ["data set 1", "FSC-A"],
      ["data set 2", "SSC-A"],
    ]);
    expect(found.value!.settings.some(({ section }) => section === "TEXT, data set 2")).toBe(true);
  });

  test("FCS 2.0 then 3.x with as many events are told as one acquisition (LMD)", async () => {
    const found = await readBytes(
      joined(
        chained((length) => length, "FCS2.0"),
        second,
      ),
    );
    expect(found.codes).toEqual(["fcs-same-events"]);
  });

  test("a chain that does not go forward is refused; one that leads nowhere is warned of", async () => {
    expect(await read({ text: { $NEXTDATA: "-58" } })).toMatchObject({
      value: null,
      codes: ["fcs-next-backwards"],
    });
    expect(await read({ text: { $NEXTDATA: "70" } })).toMatchObject({
      codes: ["fcs-next-missing"],
      rows: events,
    });
    expect(await read({ text: { $NEXTDATA: "4000000000000" } })).toMatchObject({
      codes: ["fcs-next-missing"],
    });
  });

  test("a later data set that cannot be read is left out, with its issue", async () => {
    const ascii = fcsBytes({ text: { $DATATYPE: "A" } });
    const found = await readBytes(
      joined(
        chained((length) => length),
        ascii,
      ),
    );
    expect(found.value!.captures).toHaveLength(1);
    expect(found.codes).toEqual(["fcs-type-not-read"]);
  });
});
