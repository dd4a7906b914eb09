import { exampleStudy } from "vesica/domains";

/** The files of the example study, as the command makes them. */
export async function makeExample(seed: number): Promise<readonly { name: string; blob: Blob }[]> {
  return exampleStudy(seed).map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) }));
}
