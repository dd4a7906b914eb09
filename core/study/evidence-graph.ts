import {
  type Estimate,
  type Evidence,
  evidenceNode,
  type FeatureTable,
  type Json,
  type Step,
} from "../kernel/index.ts";

/** What steps gave, with its evidence. */
interface Given {
  readonly estimates: readonly Estimate[];
  readonly tables: readonly FeatureTable[];
}

/** The evidence nodes of a run as they come; the same node is held once. */
export class EvidenceGraph {
  readonly #nodes = new Map<string, Evidence>();

  /** Adds the node of `content` and gives its id. */
  add(content: Parameters<typeof evidenceNode>[0]): string {
    const node = evidenceNode(content);
    this.#nodes.set(node.id, node as Evidence);
    return node.id;
  }

  /**
   * Adds the nodes of steps in their order, each resting on steps before it or on what is `known` by key, and gives
   * their estimates and tables with their evidence. `known` takes up the keys of the steps.
   */
  addSteps(steps: readonly Step[], known: Map<string, string>): Given {
    const estimates: Estimate[] = [];
    const tables: FeatureTable[] = [];
    for (const step of steps) {
      const evidence = this.#addStep(step, known);
      known.set(step.key, evidence);
      for (const draft of step.estimates) estimates.push({ ...draft, evidence });
      for (const draft of step.tables ?? []) tables.push({ ...draft, evidence });
    }
    return { estimates, tables };
  }

  #addStep(step: Step, known: ReadonlyMap<string, string>): string {
    const inputs = step.inputs.map((key) => {
      const id = known.get(key);
      if (id === undefined) throw new Error(`step ${step.key} rests on ${key}, which no step before it made`);
      return id;
    });
    if (!isEmpty(step.parameters)) inputs.push(this.add({ kind: "parameters", parameters: step.parameters }));
    const { id: operation, version } = step.operation;
    return this.add({ kind: "operation", operation, version, inputs });
  }

  nodes(): Evidence[] {
    return [...this.#nodes.values()];
  }
}

function isEmpty(parameters: Json): boolean {
  return parameters === null || (typeof parameters === "object" && Object.keys(parameters).length === 0);
}
