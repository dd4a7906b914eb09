import type { ProteomeTwin } from "./truth.ts";

/** The lines of samples.csv for a file of the twin: a run each, with condition, donor and batch. */
export function proteomeRows(twin: ProteomeTwin, file: string): Readonly<Record<string, string>>[] {
  return twin.samples.flatMap(({ name, condition, donor, batch, runs }) =>
    runs.map((capture) => ({
      ...{ file, capture, sample: name, role: "sample", donor, condition },
      ...(batch === "" ? {} : { batch }),
    })),
  );
}
