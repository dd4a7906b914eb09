import { exampleFiles, exampleParts } from "vesica/domains";
import type { ExamplePart } from "vesica/kernel";

/** The rooms that the example has parts of. */
export async function exampleRooms(_: null): Promise<readonly string[]> {
  return Object.keys(exampleParts);
}

/** One room's part of the example study, as the command makes it. */
export async function makeExamplePart({ room, seed }: { room: string; seed: number }): Promise<ExamplePart> {
  return exampleParts[room]!(seed);
}

/** The files of the example study from its parts by room. */
export async function joinExample(
  parts: Readonly<Record<string, ExamplePart>>,
): Promise<readonly { name: string; blob: Blob }[]> {
  return exampleFiles(parts).map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) }));
}
