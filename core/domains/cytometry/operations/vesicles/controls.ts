import { accepted, type Interval, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import { type Counted, eventsPerMillilitre, usable } from "./exposure.ts";
import { type Limited, poissonRatio, ratio } from "./intervals.ts";
import { vesicleIssues } from "./issues.ts";

/** What a control file is of; the words of the column `control` in the sample sheet. */
export const controlKinds = [
  "buffer",
  "reagent",
  "unstained",
  "isotype",
  "fmo",
  "single-stain",
  "detergent",
  "procedural",
] as const;
export type ControlKind = (typeof controlKinds)[number];

export interface BufferShare {
  /** Buffer rate over sample rate; an upper limit where `bound` says so. */
  readonly value: number;
  readonly interval: Interval;
  readonly bound: "below" | null;
  /** Against the limit: `within` where the whole interval is, `over` where none of it is. */
  readonly verdict: "within" | "over" | "undecided";
  readonly flags: readonly string[];
}

function shareOf(buffer: Counted, sample: Counted, level: number): Limited | null {
  const [a, b] = [buffer.exposure, sample.exposure];
  if (a.kind === "volume" && b.kind === "volume") {
    return poissonRatio(buffer.events, a.microlitres, sample.events, b.microlitres, level);
  }
  return ratio(eventsPerMillilitre(buffer, level), eventsPerMillilitre(sample, level));
}

/**
 * Share of the sample's event rate that the buffer-only control has in the same gate, both as measured, with its
 * counting interval. `limit`: agreed share, 0.1. A buffer without events gives an upper limit. Flags:
 * `buffer_over_limit` (over), `buffer_share_undecided`. Issues: `cytometry-value-invalid`,
 * `cytometry-no-counting-beads`, `cytometry-no-events`.
 */
export function bufferShare(
  sample: Counted,
  buffer: Counted,
  limit = 0.1,
  level = 0.95,
): Result<BufferShare> {
  for (const check of [usable(sample), usable(buffer)]) if (isRefused(check)) return check;
  const share = sample.events === 0 ? null : shareOf(buffer, sample, level);
  if (share === null) return refused(vesicleIssues.raise("cytometry-no-events"));
  const none = buffer.events === 0;
  const verdict = share.upper <= limit ? "within" : share.lower > limit ? "over" : "undecided";
  const exact = sample.exposure.kind === "volume" && buffer.exposure.kind === "volume";
  const lower = Math.max(0, share.lower);
  return accepted({
    value: none ? share.upper : share.value,
    interval: {
      kind: "confidence",
      level,
      lower,
      upper: share.upper,
      method: exact ? "poisson-ratio-exact" : "poisson-ratio-mover",
    },
    bound: none ? "below" : null,
    verdict,
    flags: [
      ...(verdict === "over" ? ["buffer_over_limit"] : []),
      ...(verdict === "undecided" ? ["buffer_share_undecided"] : []),
    ],
  });
}
