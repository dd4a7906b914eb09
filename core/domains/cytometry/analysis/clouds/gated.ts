import { z } from "zod";
import {
  accepted,
  type GateTally,
  type Issue,
  isRefused,
  type Json,
  type Result,
  refused,
} from "../../../../kernel/index.ts";
import { gateCounts, gateEstimates } from "../../operations/gates/counts.ts";
import { evaluateGates } from "../../operations/gates/evaluate.ts";
import type { Gate } from "../../operations/gates/gate.ts";
import { studiedChannels } from "../event-pass.ts";
import { type EventPlan, type EventTally, emptyPlan } from "../events/index.ts";
import { gate } from "../gate-parameters.ts";
import type { CytometryParameters } from "../parameters.ts";
import { questionOf } from "../question.ts";
import { studyGates } from "../study-gates.ts";
import { cloudIssues } from "./issues.ts";
import type { CloudSource } from "./source.ts";

/** Compensation and gates of a request, ready for the events. */
export interface GatedPlan {
  readonly base: EventPlan;
  readonly gates: readonly Gate[];
  /** Index of the gate that is looked into; -1: all events. */
  readonly within: number;
  readonly warnings: readonly Issue[];
}

const noEvents = new Float32Array();
const gateList = z.array(gate).max(200);

/** The parameters with other gates. Issue: `cytometry-cloud-gates-invalid`. */
function withGates(parameters: CytometryParameters, gates: Json): Result<CytometryParameters> {
  const parsed = gateList.safeParse(gates ?? []);
  if (parsed.success) return accepted({ ...parameters, gates: parsed.data });
  const [first] = parsed.error.issues;
  const key = ["gates", ...(first?.path ?? [])].join(".");
  return refused(cloudIssues.raise("cytometry-cloud-gates-invalid", { key, reason: first?.message ?? "" }));
}

/**
 * The gates of a request beside those that the study has from elsewhere, as the study applies them. The plan looks at every
 * value that the study looks at, so that the same events are counted. Issues: `cytometry-cloud-gates-invalid`,
 * `cytometry-cloud-gate-unknown`, those of `evaluateGates` and `questionOf`.
 */
export function gatedPlan(source: CloudSource, gates: Json, within: string | null): Result<GatedPlan> {
  const parameters = withGates(source.parameters, gates);
  if (isRefused(parameters)) return parameters;
  const sound = evaluateGates(studyGates(parameters.value).gates, () => noEvents, 0);
  if (isRefused(sound)) return sound;
  const question = questionOf(source.dataSet, source.row, parameters.value);
  const { asked } = question;
  const warnings = [...source.issues, ...question.issues];
  const applied = question.gates.gates;
  const index = within === null ? -1 : applied.findIndex(({ id }) => id === within);
  if (within !== null && index < 0) {
    const known = applied.map(({ id }) => id).join(", ");
    const issue = cloudIssues.raise("cytometry-cloud-gate-unknown", { gate: within, gates: known });
    return refused(issue, ...warnings);
  }
  const looked = question.uncounted ? [] : studiedChannels(asked);
  const base: EventPlan = {
    ...emptyPlan,
    compensation: asked.compensation,
    gates: asked.gates,
    sample: { rows: 0, channels: looked.map((channel) => ({ channel, compensated: true })) },
  };
  return accepted({ base, gates: applied, within: index, warnings });
}

/** Events of the gate, of all, and of every gate with their intervals. Issues: those of `gateCounts`. */
export function gatedCounts(
  { gates, within }: GatedPlan,
  { events, usable, gates: counted }: EventTally,
  { subject, parameters }: CloudSource,
): Result<{
  readonly within: number;
  readonly total: number;
  readonly unusable: number;
  readonly gates: readonly GateTally[];
}> {
  const counts = new Map(gates.map(({ id }, i) => [id, counted[i]!]));
  const made = gateCounts(gates, counts, usable, parameters.level);
  if (isRefused(made)) return made;
  return accepted({
    within: within < 0 ? usable : counted[within]!,
    total: usable,
    unusable: events - usable,
    gates: made.value.map((one) => ({
      gate: one.gate,
      parent: one.parent,
      events: one.events,
      estimates: gateEstimates([one], subject),
    })),
  });
}
