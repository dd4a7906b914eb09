import type { FileContext, Json, PointCloud, SheetRow } from "../../../../kernel/index.ts";
import { cytometry } from "../../index.ts";
import { measured, type TestFile } from "../studies.test-support.ts";

export interface TestCloud {
  readonly rows?: readonly Partial<SheetRow>[];
  readonly parameters?: Json;
}

/** The clouds of a file as a person's browser gets them. */
export async function cloudsOf(
  bytes: TestFile["bytes"],
  { rows = [{}], parameters = {} }: TestCloud = {},
): Promise<readonly PointCloud[]> {
  const context: FileContext = {
    file: "a.fcs",
    rows: rows.map((row, i) => ({
      line: i + 2,
      file: "a.fcs",
      sample: "S",
      role: "sample",
      extra: {},
      ...row,
    })),
    design: { title: "", question: "", parameters: { cytometry: parameters }, seed: 1 },
  };
  return cytometry.clouds!.of(await measured(bytes), context);
}

export async function cloudOf(...given: Parameters<typeof cloudsOf>): Promise<PointCloud> {
  return (await cloudsOf(...given))[0]!;
}
