import { type Issue, isAccepted } from "../../../kernel/index.ts";
import { type ControlThreshold, controlThreshold } from "../operations/gates/control-threshold.ts";
import { gridIndex, gridLower } from "../operations/gates/grid.ts";
import type { ControlKind } from "../operations/vesicles/controls.ts";
import { controlsOfKind } from "./controls.ts";
import { analysisIssues } from "./issues.ts";
import type { CytometryParameters } from "./parameters.ts";
import { type PlacedDataSet, settingsOf } from "./placed.ts";
import { asHistogram, eventsOf, pooledSpectrum } from "./spectra.ts";
import type { Spectrum } from "./summary.ts";

/** Controls that decide what is positive, the best first; of those in one rank the one with the higher threshold. */
const ranks = [["fmo", "isotype"], ["unstained"], ["reagent"], ["buffer"]] as const;
type Deciding = (typeof ranks)[number][number];
const deciding: readonly Deciding[] = ranks.flat();

/** Whether a control holds the sample's particles, so that its positive share is what the sample's would be by chance. */
export function holdsParticles(kind: ControlKind | null): boolean {
  return kind === "fmo" || kind === "isotype" || kind === "unstained";
}

/** What decides the positives of a sample in one channel. */
export interface Decision {
  readonly threshold: number;
  readonly from: string;
  /** Kind of the controls; null without. */
  readonly kind: Deciding | null;
  readonly controls: readonly PlacedDataSet[];
  /** The controls are of other samples. */
  readonly borrowed: boolean;
  /** How the threshold came from the control; null where study.yaml gives it. */
  readonly found: ControlThreshold | null;
}

/** The spectrum of a channel; null where the data set has not the channel. */
export function spectrumOf({ channels }: PlacedDataSet, channel: string): Spectrum | null {
  return channels.find(({ name }) => name === channel)?.spectrum ?? null;
}

/** The spectra of a channel in several data sets as one. */
export function pooledOf(dataSets: readonly PlacedDataSet[], channel: string): Spectrum {
  return pooledSpectrum(dataSets.flatMap((one) => spectrumOf(one, channel) ?? []));
}

/** The study's own threshold, moved up to the next line of the grid, else that of the best control. Issues: `cytometry-threshold-off-scale`, `cytometry-control-missing`, those of `controlThreshold`. */
export function decisionOf(
  of: PlacedDataSet,
  channel: string,
  all: readonly PlacedDataSet[],
  { thresholds, positiveShare, level }: CytometryParameters,
): { readonly value: Decision | null; readonly issues: readonly Issue[] } {
  const given = Object.hasOwn(thresholds, channel) ? thresholds[channel]! : null;
  const candidates =
    ranks
      .map((rank) =>
        rank
          .map((kind) => ({ kind, ...controlsOfKind(of, kind, all) }))
          .filter(({ controls }) => eventsOf(pooledOf(controls, channel)) > 0),
      )
      .find((rank) => rank.length > 0) ?? [];
  const [best] = candidates;
  if (given !== null) {
    const line = gridLower(gridIndex(given));
    const threshold = line < Math.fround(given) ? gridLower(gridIndex(given) + 1) : line;
    if (!Number.isFinite(threshold)) {
      const told = { channel, threshold: String(given) };
      return { value: null, issues: [analysisIssues.raise("cytometry-threshold-off-scale", told)] };
    }
    return {
      value: {
        threshold,
        from: "study.yaml",
        kind: best?.kind ?? null,
        controls: best?.controls ?? [],
        borrowed: best?.borrowed ?? false,
        found: null,
      },
      issues: [],
    };
  }
  if (!best) return { value: null, issues: [analysisIssues.raise("cytometry-control-missing", { channel })] };
  const tried = candidates.map((candidate) => ({
    candidate,
    found: controlThreshold(asHistogram(pooledOf(candidate.controls, channel)), positiveShare, level),
  }));
  const decisions = tried.flatMap(({ candidate, found }) =>
    isAccepted(found)
      ? [
          {
            threshold: found.value.threshold,
            from: candidate.kind,
            ...candidate,
            found: found.value,
          },
        ]
      : [],
  );
  return {
    value: decisions.sort((a, b) => b.threshold - a.threshold)[0] ?? null,
    issues: tried.flatMap(({ found }) => (isAccepted(found) ? found.warnings : found.issues)),
  };
}

/** Of the control that would decide but for its settings. Issue: `cytometry-control-settings`. */
export function unlikeControls(
  of: PlacedDataSet,
  channel: string,
  all: readonly PlacedDataSet[],
  decided: Decision | null,
): readonly Issue[] {
  const better =
    decided === null ? deciding : deciding.slice(0, Math.max(0, deciding.indexOf(decided.kind!)));
  const settings = settingsOf(of, channel);
  const lost = better.flatMap((kind) =>
    controlsOfKind(of, kind, all)
      .controls.filter((one) => spectrumOf(one, channel) !== null && settingsOf(one, channel) !== settings)
      .map((one) => ({ kind, one })),
  )[0];
  if (!lost) return [];
  const { kind, one } = lost;
  const told = {
    channel,
    kind,
    file: one.file,
    own: settingsOf(one, channel) || "–",
    other: settings || "–",
  };
  return [analysisIssues.raise("cytometry-control-settings", told, { file: of.file })];
}
