import { accepted, type Result, refused } from "../../../../kernel/index.ts";
import type { Gate } from "./gate.ts";
import { gatesIssues } from "./issues.ts";

/** Ids of the gates that have to be known before this one: its parent, then its operands. */
export function gateDependencies(gate: Gate): readonly string[] {
  const operands = gate.kind === "boolean" ? gate.operands.map((operand) => operand.gate) : [];
  return gate.parent === null ? operands : [gate.parent, ...operands];
}

/**
 * The gates in an order in which each comes after its parent and its operands, otherwise as given. Issues:
 * `cytometry-gate-duplicate`, `cytometry-gate-unknown`, `cytometry-gate-cycle`.
 */
export function orderGates(gates: readonly Gate[]): Result<readonly Gate[]> {
  const byId = new Map<string, Gate>();
  for (const gate of gates) {
    if (byId.has(gate.id)) return refused(gatesIssues.raise("cytometry-gate-duplicate", { gate: gate.id }));
    byId.set(gate.id, gate);
  }
  for (const gate of gates) {
    const unknown = gateDependencies(gate).find((id) => !byId.has(id));
    if (unknown !== undefined) {
      return refused(gatesIssues.raise("cytometry-gate-unknown", { gate: gate.id, unknown }));
    }
  }
  const state = new Map<string, "open" | "done">();
  const ordered: Gate[] = [];
  for (const start of gates) {
    const path: { gate: Gate; waiting: string[] }[] = [];
    const enter = (gate: Gate) => {
      state.set(gate.id, "open");
      path.push({ gate, waiting: [...gateDependencies(gate)].reverse() });
    };
    if (!state.has(start.id)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.waiting.pop();
      if (next === undefined) {
        state.set(top.gate.id, "done");
        ordered.push(top.gate);
        path.pop();
      } else if (state.get(next) === "open") {
        const circle = path.map(({ gate }) => gate.id).slice(path.findIndex(({ gate }) => gate.id === next));
        return refused(gatesIssues.raise("cytometry-gate-cycle", { gates: [...circle, next].join(" > ") }));
      } else if (!state.has(next)) enter(byId.get(next)!);
    }
  }
  return accepted(ordered);
}
