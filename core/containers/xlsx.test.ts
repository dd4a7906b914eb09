import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { isAccepted, isRefused } from "../kernel/index.ts";
import { plainWorkbook, workbookParts } from "./plain-workbook.ts";
import { readWorkbook, type SheetCell } from "./xlsx.ts";
import { unpackEntry } from "./zip-directory.ts";
import { writeZip, type ZipPart } from "./zip-writer.ts";

const rows: readonly (readonly SheetCell[])[] = [
  ["Sample name", "Z Ave. Dia\n(nm)", null, "真"],
  [],
  ["a & <b>", 13.87, -1e-5, 3],
];

function packed(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  return writeZip(
    parts.map((part) => ({ ...part, deflated: new Uint8Array(deflateRawSync(part.content, { level: 9 })) })),
  );
}

async function codes(bytes: Uint8Array<ArrayBuffer>): Promise<readonly string[]> {
  const result = await readWorkbook(new Blob([bytes]));
  return isRefused(result) ? result.issues.map((issue) => issue.code) : [];
}

function withPart(name: string, content: string): Uint8Array<ArrayBuffer> {
  const parts = workbookParts("Report", rows);
  return packed(
    parts.map((part) => (part.name === name ? { name, content: new TextEncoder().encode(content) } : part)),
  );
}

describe("a workbook's cells come back by row and column", () => {
  test.each([
    ["stored", plainWorkbook("Report", rows)],
    ["deflated", packed(workbookParts("Report", rows))],
  ])("%s", async (_, bytes) => {
    const result = await readWorkbook(new Blob([bytes]));
    if (isRefused(result)) throw new Error(result.issues[0]!.message.en);
    expect(result.value.map((sheet) => sheet.name)).toEqual(["Report"]);
    expect(result.value[0]!.rows).toEqual([
      ["Sample name", "Z Ave. Dia\n(nm)", null, "真"],
      [null, null, null, null],
      ["a & <b>", 13.87, -1e-5, 3],
    ]);
  });
});

test("a part that unpacks far over its packed size is refused before it is unpacked", async () => {
  const bytes = withPart("xl/worksheets/sheet1.xml", "0".repeat(3_000_000));
  expect(await codes(bytes)).toEqual(["xlsx-too-large"]);
});

test("a part that lies about its size is stopped at the size it states", async () => {
  const deflated = new Uint8Array(deflateRawSync(new Uint8Array(5_000_000)));
  const entry = { name: "a.xml", method: 8, crc: 0, size: 1000, compressed: deflated };
  expect(await unpackEntry(entry)).toBe("longer than stated");
});

test("a cell far out is refused rather than made into an empty table of billions", async () => {
  const sheet =
    '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
  expect(await codes(withPart("xl/worksheets/sheet1.xml", sheet))).toEqual(["xlsx-too-large"]);
});

test("a changed byte inside a part is told by its checksum", async () => {
  const bytes = plainWorkbook("Report", rows);
  const at = Buffer.from(bytes).indexOf("13.87");
  bytes[at] = "2".charCodeAt(0);
  expect(await codes(bytes)).toEqual(["xlsx-damaged"]);
});

test("password-protected and old workbooks are compound files, which is told", async () => {
  expect(await codes(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]))).toEqual(["xlsx-encrypted"]);
});

test("every cut is refused", async () => {
  const bytes = packed(workbookParts("Report", rows));
  for (let length = 0; length < bytes.length; length++) {
    expect(isRefused(await readWorkbook(new Blob([bytes.slice(0, length)])))).toBe(true);
  }
});

test("10,000 seeded mutations are refused or give the same cells", async () => {
  const whole = packed(workbookParts("Report", rows));
  const expected = await readWorkbook(new Blob([whole]));
  let state = 7;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let round = 0; round < 10_000; round++) {
    const bytes = whole.slice();
    const changes = 1 + random(3);
    for (let i = 0; i < changes; i++) bytes[random(bytes.length)] = random(256);
    const result = await readWorkbook(new Blob([bytes]));
    if (isAccepted(result)) expect(result, `round ${round}`).toEqual(expected);
  }
});

test("a tag of 300,000 attributes took the parser minutes", async () => {
  const attributes = Array.from({ length: 300_000 }, (_, i) => `a${i}="1"`).join(" ");
  const bytes = withPart("xl/worksheets/sheet1.xml", `<worksheet><sheetData><row ${attributes}/>`);
  expect(await codes(bytes)).toEqual(["xlsx-damaged"]);
});

test("a part beside the sheets that unpacks to more than it states was unpacked whole by the parser", async () => {
  const bytes = packed([
    ...workbookParts("Report", rows),
    { name: "xl/media/image1.png", content: new Uint8Array(3_000_000) },
  ]);
  const view = new DataView(bytes.buffer);
  const name = new TextEncoder().encode("xl/media/image1.png");
  const at = Buffer.from(bytes).lastIndexOf(name) - 46;
  view.setUint32(at + 24, 10, true);
  const result = await readWorkbook(new Blob([bytes]));
  expect(isRefused(result) && result.issues[0]!.parameters.reason).toBe("longer than stated");
});
