import type { ContrastSummary } from "./contrast-answer.ts";
import type { GuardedCovariate } from "./guard.ts";

/** A covariate that alone finds this share of what the contrast finds is no smaller an explanation. */
const comparable = 0.5;

/** Whether a contrast cannot be told from a covariate: by the design, or because the covariate alone finds as much. */
export function isInseparable(
  { nuisances, significant }: ContrastSummary,
  { covariate, relation }: GuardedCovariate,
): boolean {
  if (relation === "fully-aliased" || relation === "nearly-aliased") return true;
  const alone = nuisances.find((one) => one.covariate === covariate)?.significant ?? 0;
  return relation === "partly-confounded" && alone > 0 && alone >= comparable * significant;
}
