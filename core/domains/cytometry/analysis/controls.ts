import type { Issue } from "../../../kernel/index.ts";
import type { ControlKind } from "../operations/vesicles/controls.ts";
import { analysisIssues } from "./issues.ts";
import { type PlacedDataSet, settingsOf } from "./placed.ts";

/** How closely a control belongs to a sample: by sample, donor and condition, donor, condition, or to the whole study; 0: it is of another. */
function closeness({ row }: PlacedDataSet, of: PlacedDataSet): number {
  if (row.sample === of.row.sample) return 5;
  if (row.donor !== null && row.donor !== of.row.donor) return 0;
  if (row.condition !== null && row.condition !== of.row.condition) return 0;
  return 1 + (row.donor === null ? 0 : 2) + (row.condition === null ? 0 : 1);
}

/**
 * The controls of a kind that are for a sample's data set, on the same instrument: those that name the sample itself,
 * else its donor and condition, else its donor, else its condition, else none of them (a control of the whole study).
 */
export function controlsFor(
  of: PlacedDataSet,
  kind: ControlKind,
  dataSets: readonly PlacedDataSet[],
): readonly PlacedDataSet[] {
  const kinds = dataSets.filter(
    ({ row, instrument }) => row.control === kind && instrument === of.instrument,
  );
  const ranked = kinds.map((control) => ({ control, rank: closeness(control, of) }));
  const best = Math.max(0, ...ranked.map(({ rank }) => rank));
  return best === 0 ? [] : ranked.filter(({ rank }) => rank === best).map(({ control }) => control);
}

/** As `controlsFor`; where none is for the sample, those of other samples on the instrument: how bright nothing is. */
export function controlsOfKind(
  of: PlacedDataSet,
  kind: ControlKind,
  dataSets: readonly PlacedDataSet[],
): { readonly controls: readonly PlacedDataSet[]; readonly borrowed: boolean } {
  const own = controlsFor(of, kind, dataSets);
  if (own.length > 0) return { controls: own, borrowed: false };
  const others = dataSets.filter(
    ({ row, instrument }) => row.control === kind && instrument === of.instrument,
  );
  return { controls: others, borrowed: others.length > 0 };
}

/** All but the fluorescence-minus-one controls that do not lack the dye of this channel. */
export function withoutOtherFmo(
  channel: string,
  dataSets: readonly PlacedDataSet[],
): readonly PlacedDataSet[] {
  return dataSets.filter((one) => one.row.control !== "fmo" || lackedChannels(one).includes(channel));
}

/** The channels of the dye that a fluorescence-minus-one control lacks, found by name or label; none where the file has no such channel. */
export function lackedChannels({ row, channels }: PlacedDataSet): readonly string[] {
  const lacking = row.lacking?.trim().toLowerCase();
  return channels
    .filter((one) => [one.name, one.label].some((words) => words.trim().toLowerCase() === lacking))
    .map(({ name }) => name);
}

/** Issue for each fluorescence-minus-one control that lacks no channel of its own: `cytometry-fmo-channel`. */
export function unknownFmo(dataSets: readonly PlacedDataSet[]): readonly Issue[] {
  return dataSets
    .filter((one) => one.row.lacking !== null && lackedChannels(one).length === 0)
    .map(({ file, row, channels }) => {
      const told = { lacking: row.lacking!, channels: channels.map(({ name }) => name).join(", ") };
      return analysisIssues.raise("cytometry-fmo-channel", told, { file });
    });
}

/** Controls that can be set against a sample, and those that cannot for how they were recorded. */
export interface ComparableControls {
  readonly controls: readonly PlacedDataSet[];
  readonly issues: readonly Issue[];
}

/** The data sets whose values in a channel compare with those of `of`: recorded with the same settings. */
export function recordedAs(
  of: PlacedDataSet,
  channel: string,
  dataSets: readonly PlacedDataSet[],
): readonly PlacedDataSet[] {
  const settings = settingsOf(of, channel);
  return dataSets.filter((one) => settingsOf(one, channel) === settings);
}

/** As `controlsFor`, for counts: only controls with the same trigger at the same settings. Issue: `cytometry-control-trigger`. */
export function countedControls(
  of: PlacedDataSet,
  kind: ControlKind,
  dataSets: readonly PlacedDataSet[],
): ComparableControls {
  const trigger = triggerOf(of);
  const controls = controlsFor(
    of,
    kind,
    dataSets.filter((one) => triggerOf(one) === trigger),
  );
  const [lost] = controls.length > 0 ? [] : controlsFor(of, kind, dataSets);
  if (!lost) return { controls, issues: [] };
  const told = { kind, file: lost.file, own: triggerOf(lost) || "–", other: trigger || "–" };
  return { controls, issues: [analysisIssues.raise("cytometry-control-trigger", told, { file: of.file })] };
}

function triggerOf(dataSet: PlacedDataSet): string {
  const channel = dataSet.trigger.split(",")[0]!.trim();
  const settings = settingsOf(dataSet, channel);
  return settings === "" ? dataSet.trigger : `${dataSet.trigger} (${settings})`;
}
