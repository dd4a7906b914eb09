import { readXml, type XmlElement, xmlAttribute, xmlChildren } from "../../../../containers/xml.ts";
import { accepted, type Issue, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import { gatesIssues } from "./issues.ts";

export interface WorkspacePopulation {
  /** Names from the outermost gate inwards, `/` between them. */
  readonly path: string;
  /** Events that FlowJo counted. */
  readonly count: number;
}

export interface WorkspaceSample {
  readonly name: string;
  readonly events: number;
  readonly populations: readonly WorkspacePopulation[];
}

/** Samples with the populations and counts that FlowJo wrote. */
export interface Workspace {
  /** `flowJoVersion`, empty where there is none. */
  readonly version: string;
  readonly samples: readonly WorkspaceSample[];
}

const nodes = new Set(["Population", "NotNode", "AndNode", "OrNode"]);

/** A whole number of events; null where it is absent, `-1` (not calculated) or anything else. */
function countOf(element: XmlElement): number | null {
  const text = xmlAttribute(element, "", "count") ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A name in a path: `/` and `\` of the name itself are written with a `\` before them. */
function pathPart(name: string): string {
  return name.replace(/[\\/]/g, (character) => `\\${character}`);
}

function populationsOf(
  element: XmlElement,
  sample: string,
  parent: { readonly path: string; readonly count: number },
  issues: Issue[],
): readonly WorkspacePopulation[] {
  const inside = xmlChildren(element, "", "Subpopulations").flatMap(({ children }) => children);
  return inside.flatMap((node) => {
    if (node.namespace !== "" || !nodes.has(node.name)) return [];
    const name = xmlAttribute(node, "", "name") ?? "";
    const count = countOf(node);
    const path = parent.path === "" ? pathPart(name) : `${parent.path}/${pathPart(name)}`;
    const wrong = name === "" ? "name" : count === null || count > parent.count ? "count" : null;
    if (wrong !== null || count === null) {
      const parameters = { path, sample, what: `${node.name}@${wrong}` };
      const place = { place: { line: node.line } };
      issues.push(gatesIssues.raise("cytometry-workspace-population", parameters, place));
      return [];
    }
    const population = { path, count };
    return [population, ...populationsOf(node, sample, population, issues)];
  });
}

/**
 * Names and counts of a FlowJo 10 workspace (.wsp). Known from written descriptions only, not from files of ours. The gates'
 * geometry is not read: FlowJo's depends on its display scale and resolution. A population without a count, or with more
 * events than its parent, is left out with all under it. Issues: those of `readXml`, `cytometry-workspace-not`, `-sample`,
 * `-population`, `-geometry`. Source: the shape that FlowKit 1.3 reads.
 */
export function readWorkspace(text: string): Result<Workspace> {
  const xml = readXml(text);
  if (isRefused(xml)) return xml;
  const root = xml.value;
  const lists = xmlChildren(root, "", "SampleList");
  if (root.name !== "Workspace" || lists.length === 0) {
    const place = { place: { line: root.line } };
    return refused(gatesIssues.raise("cytometry-workspace-not", { root: root.name }, place));
  }
  const issues: Issue[] = [];
  const samples = lists
    .flatMap((list) => xmlChildren(list, "", "Sample"))
    .flatMap((sample): WorkspaceSample[] => {
      const node = xmlChildren(sample, "", "SampleNode")[0];
      const name = node && xmlAttribute(node, "", "name");
      const events = node ? countOf(node) : null;
      if (node === undefined || name === undefined || name === "" || events === null) {
        const what = node === undefined ? "SampleNode" : name ? "SampleNode@count" : "SampleNode@name";
        const place = { place: { line: sample.line } };
        issues.push(gatesIssues.raise("cytometry-workspace-sample", { what }, place));
        return [];
      }
      const populations = populationsOf(node, name, { path: "", count: events }, issues);
      return [{ name, events, populations }];
    });
  if (samples.length === 0) {
    const what = "Sample";
    return refused(...issues, gatesIssues.raise("cytometry-workspace-sample", { what }));
  }
  const version = xmlAttribute(root, "", "flowJoVersion") ?? "";
  return accepted({ version, samples }, [...issues, gatesIssues.raise("cytometry-workspace-geometry")]);
}
