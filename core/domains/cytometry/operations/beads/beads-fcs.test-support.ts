import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { isAccepted } from "../../../../kernel/index.ts";
import { readFcs } from "../../formats/fcs.ts";
import { readColumns } from "../../formats/fcs-events.ts";

const folder = join(process.env.VESICA_DATA ?? "../shared/data", "flow-cytometry");

/** For tests: a group that reads a real file; where the file is not there, one skipped test that says so. */
export function describeFile(name: string, title: string, body: () => Promise<void>): void {
  if (existsSync(join(folder, name))) describe(title, body);
  else test.skip(`${title}: not run, ${name} is not in the data folder`, () => {});
}

export interface Events {
  readonly n: number;
  /** Linear values of the channel `$PnN`. */
  column(name: string): Float64Array;
}

/** For tests: the events of the first data set of a file in the data folder. */
export async function readEvents(name: string): Promise<Events> {
  const read = await readFcs(new Blob([new Uint8Array(readFileSync(join(folder, name)))]), { name });
  if (!isAccepted(read)) throw new Error(read.issues[0]!.code);
  const { channels, data } = read.value.captures[0]!;
  const columns = await readColumns(data);
  const column = (wanted: string) => {
    const at = channels.findIndex((channel) => channel.name === wanted);
    if (at < 0) throw new Error(`no channel ${wanted}`);
    return columns[at]!;
  };
  return { n: data.events, column };
}
