import { z } from "zod";
import { accepted, field, type Interval, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import { confidenceLevel } from "../../../../statistics/confidence-level.ts";
import { defineFinite } from "../define-finite.ts";
import { type Counted, countingMethod, eventsPerMillilitre, usable } from "./exposure.ts";
import { difference, type Limited, poissonRatio, ratio } from "./intervals.ts";
import { vesicleIssues } from "./issues.ts";
import { counted, countedFrom, countedIfGiven, dilution, together } from "./schemas.ts";

export interface TreatedCounted extends Counted {
  readonly dilution: number;
}

export interface DetergentAnswer {
  /** Share of the sample's particles that are gone; a lower limit where `bound` says so. */
  readonly removed: number;
  readonly interval: Interval;
  /** `above`: none were left to count: more than this was removed. */
  readonly bound: "above" | null;
  /** Against the agreed share: `sensitive` where the whole interval is over it, `resistant` where it is under. */
  readonly verdict: "sensitive" | "resistant" | "undecided";
  readonly flags: readonly string[];
}

export interface DetergentOptions {
  /** Share of events that the laboratory agreed detergent has to remove. */
  readonly agreed?: number;
  /** Buffer-only control of the untreated sample and of the treated one (buffer with detergent). */
  readonly buffer?: Counted | undefined;
  readonly detergentBuffer?: Counted | undefined;
  readonly level?: number;
}

/** Events per mL of the original sample less the buffer's of the acquired tube. */
function netRate(of: TreatedCounted, buffer: Counted | undefined, level: number): Limited {
  const gross = eventsPerMillilitre(of, level);
  const net = buffer ? difference(gross, eventsPerMillilitre(buffer, level)) : gross;
  const factor = of.dilution;
  return { value: net.value * factor, lower: net.lower * factor, upper: net.upper * factor };
}

/** Treated over untreated: exact for two volumes without buffers, by MOVER otherwise. */
function remaining(
  untreated: TreatedCounted,
  treated: TreatedCounted,
  options: DetergentOptions,
  level: number,
): Limited | null {
  const [a, b] = [treated.exposure, untreated.exposure];
  if (options.buffer || options.detergentBuffer || a.kind === "beads" || b.kind === "beads") {
    const left = netRate(treated, options.detergentBuffer ?? options.buffer, level);
    return ratio({ ...left, value: Math.max(0, left.value) }, netRate(untreated, options.buffer, level));
  }
  const exposures = [a.microlitres / treated.dilution, b.microlitres / untreated.dilution] as const;
  return poissonRatio(treated.events, exposures[0], untreated.events, exposures[1], level);
}

/**
 * Share of the events that detergent removes, 1 - treated / untreated, each per mL of the original sample. Nothing left
 * gives the lower limit with `bound: above`, never 100 %. Flags: `detergent_leaves_events` (resistant),
 * `detergent_undecided`, `detergent_adds_events`. Issues: `cytometry-value-invalid`, `cytometry-no-counting-beads`,
 * `cytometry-no-events` (the sample is not above its buffer).
 */
export function judgeDetergent(
  untreated: TreatedCounted,
  treated: TreatedCounted,
  options: DetergentOptions = {},
): Result<DetergentAnswer> {
  const { agreed = 0.8, level = 0.95, buffer, detergentBuffer } = options;
  for (const one of [untreated, treated, buffer, detergentBuffer]) {
    const check = one && usable(one);
    if (check && isRefused(check)) return check;
  }
  for (const { dilution: value } of [untreated, treated]) {
    if (!(value >= 1 && Number.isFinite(value)))
      return refused(vesicleIssues.raise("cytometry-value-invalid", { name: "dilution", value }));
  }
  if (untreated.events === 0) return refused(vesicleIssues.raise("cytometry-no-events"));
  const left = remaining(untreated, treated, options, level);
  if (left === null) return refused(vesicleIssues.raise("cytometry-no-events"));
  const [lower, upper] = [1 - left.upper, 1 - Math.max(0, left.lower)];
  const none = !(left.lower > 0);
  const verdict = lower >= agreed ? "sensitive" : upper < agreed ? "resistant" : "undecided";
  const plain = !(buffer || detergentBuffer);
  const byVolume =
    countingMethod(untreated.exposure) === "poisson-exact" && treated.exposure.kind === "volume";
  return accepted({
    removed: none ? lower : 1 - left.value,
    interval: {
      kind: "confidence",
      level,
      lower,
      upper,
      method: plain && byVolume ? "poisson-ratio-exact" : "poisson-ratio-mover",
    },
    bound: none ? "above" : null,
    verdict,
    flags: [
      ...(verdict === "resistant" ? ["detergent_leaves_events"] : []),
      ...(verdict === "undecided" ? ["detergent_undecided"] : []),
      ...(upper < 0 ? ["detergent_adds_events"] : []),
    ],
  });
}

export const detergentControl = defineFinite({
  id: "cytometry.detergentControl",
  version: "1",
  title: { en: "Detergent control", ja: "界面活性剤対照" },
  summary: {
    en: "Share of the events that detergent removes, with its counting interval, against the share agreed beforehand.",
    ja: "界面活性剤処理で消失したイベントの割合を計数の信頼区間とともに求め、事前に定めた割合と比べます。",
  },
  input: z.object({
    untreated: counted.extend({ dilution }),
    treated: counted.extend({ dilution }),
    buffer: counted.optional(),
    detergentBuffer: counted.optional(),
  }),
  parameters: z.object({
    agreed: field(
      z.number().gt(0).lt(1).default(0.8),
      "1",
      "Share of events that detergent has to remove",
      "界面活性剤で消失すべきイベントの割合",
    ),
    level: confidenceLevel,
  }),
  example: {
    input: {
      untreated: { events: 18_400, volume: 30 },
      treated: { events: 1250, volume: 30 },
      buffer: { events: 310, volume: 30 },
      detergentBuffer: { events: 360, volume: 30 },
    },
  },
  run({ untreated, treated, buffer, detergentBuffer }, parameters) {
    const given = together(
      countedFrom(untreated),
      countedFrom(treated),
      countedIfGiven(buffer),
      countedIfGiven(detergentBuffer),
    );
    if (isRefused(given)) return given;
    const [before, after, plain, withDetergent] = given.value;
    return judgeDetergent(
      { ...before, dilution: untreated.dilution },
      { ...after, dilution: treated.dilution },
      { ...parameters, buffer: plain, detergentBuffer: withDetergent },
    );
  },
});
