import type { CloudAxis, Issue, Subject } from "../../../../kernel/index.ts";
import type { FcsDataSet } from "../../measurement.ts";
import type { AppliedCompensation } from "../compensation.ts";
import type { CytometryParameters } from "../parameters.ts";
import type { CytometryRow } from "../sheet.ts";

/** One data set as its sheet's row and the study's parameters have it. */
export interface CloudSource {
  readonly dataSet: FcsDataSet;
  readonly row: CytometryRow | null;
  readonly parameters: CytometryParameters;
  readonly subject: Subject;
  readonly axes: readonly CloudAxis[];
  /** What reading the parameters told. */
  readonly issues: readonly Issue[];
}

/** The axes of a data set: each of its channels. */
export function cloudAxes(
  { channels, data }: FcsDataSet,
  { value, channels: held }: Pick<AppliedCompensation, "value" | "channels">,
): readonly CloudAxis[] {
  return channels.map(({ name, label, role }, i) => {
    const title = label === "" || label === name ? name : `${name} (${label})`;
    return {
      id: name,
      label,
      title: { en: title, ja: title },
      unit: role === "time" && data.fields[i]!.factor !== 1 ? "s" : "{arbitrary_units}",
      compensated: value !== null && held.includes(i),
    };
  });
}

/** Index of the channel of an axis that is there. */
export function channelOf({ dataSet }: CloudSource, axis: string): number {
  return dataSet.channels.findIndex(({ name }) => name === axis);
}
