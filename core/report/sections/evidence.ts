import {
  canonicalJson,
  type Evidence,
  type FileEvidence,
  fillText,
  type OperationEvidence,
  type ParametersEvidence,
  type Text,
} from "../../kernel/index.ts";
import {
  type Block,
  code,
  type Inline,
  joined,
  type ListItem,
  lines,
  link,
  paragraph,
  type Section,
  small,
  strong,
} from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { formatBytes } from "../format.ts";
import { messages } from "../messages.ts";
import { subjectInline } from "../wording.ts";

/** Of more subjects than this an operation names the first ones and their number. */
const mostSubjects = 3;
/** Parameters longer than this are shown once, in their own list. */
const shortParameters = 160;

/** The graph under the numbers that the report shows: operations, their parameters and the raw files, each once. */
export function evidenceSection(context: ReportContext): Section | null {
  const nodes = context.document.evidence.filter(({ id }) => context.anchors.has(id));
  if (nodes.length === 0) return null;
  const operations = nodes.filter((node) => node.kind === "operation");
  const files = nodes.filter((node) => node.kind === "file");
  const sets = nodes.filter(
    (node) => node.kind === "parameters" && parametersOf(node).length > shortParameters,
  );
  const groups: Block[] = [group(messages.operations, operations, context)];
  if (sets.length > 0) groups.push(group(messages.parameterSets, sets, context));
  if (files.length > 0) groups.push(group(messages.evidenceFiles, files, context));
  return { id: "evidence", title: messages.evidence, blocks: [paragraph(messages.evidenceIntro), ...groups] };
}

const parametersOf = (node: ParametersEvidence): string => canonicalJson(node.parameters);

function group(title: Text, nodes: readonly Evidence[], context: ReportContext): Block {
  const items = nodes.map(
    (node): ListItem => ({ id: context.anchors.get(node.id)!, content: entry(node, context) }),
  );
  const summary = fillText(title, { count: nodes.length });
  return { kind: "details", summary, blocks: [{ kind: "list", items }], folded: context.large };
}

function entry(node: Evidence, context: ReportContext): Inline {
  if (node.kind === "file") return fileEntry(node);
  if (node.kind === "parameters") return parametersInline(node);
  return operationEntry(node, context);
}

function fileEntry({ name, size, sha256 }: FileEvidence): Inline {
  return lines([strong(name), " ", small(formatBytes(size))], [small("SHA-256 ", code(sha256))]);
}

function operationEntry(node: OperationEvidence, context: ReportContext): Inline {
  const { operation, version, inputs, id } = node;
  const parameters: Inline[] = [];
  const others: Inline[] = [];
  for (const input of inputs) {
    const target = context.evidence.get(input);
    if (target?.kind === "parameters") parameters.push(parametersLink(target, context));
    else others.push(inputLink(input, target, context));
  }
  const told: Inline[][] = [
    [strong(context.term(operation)), ...aboutInline(id, context)],
    [small(code(`${operation} ${version}`), " · ", code(id))],
  ];
  if (parameters.length > 0)
    told.push([small(messages.parameters, messages.colon), ...joined(parameters, ", ")]);
  if (others.length > 0) told.push([small(messages.inputs, messages.colon), ...joined(others, ", ")]);
  return lines(...told);
}

function parametersLink(node: ParametersEvidence, context: ReportContext): Inline {
  const text = parametersOf(node);
  const anchor = context.anchors.get(node.id);
  if (text.length <= shortParameters) return parametersInline(node);
  const beginning = code(`${text.slice(0, 60)}…`);
  return anchor === undefined ? beginning : link(anchor, beginning);
}

function inputLink(input: string, target: Evidence | undefined, context: ReportContext): Inline {
  const anchor = context.anchors.get(input);
  if (target === undefined) return fillText(messages.missingEvidence, { id: input });
  if (anchor === undefined) return small(target.kind === "file" ? target.name : code(target.id));
  if (target.kind === "file") {
    return small(
      link(anchor, target.name),
      ` (${formatBytes(target.size)}, SHA-256 ${target.sha256.slice(0, 12)}…)`,
    );
  }
  if (target.kind === "parameters") return link(anchor, code(target.id));
  return small(link(anchor, context.term(target.operation)), ...aboutInline(target.id, context));
}

/** ` (EV-01 · video 1)`: which subjects an operation gave numbers of, the first few. */
function aboutInline(id: string, context: ReportContext): readonly Inline[] {
  const subjects = context.subjects.get(id) ?? [];
  if (subjects.length === 0) return [" ", small(code(id.slice(0, 11)))];
  const shown = subjects
    .slice(0, mostSubjects)
    .flatMap((subject, index) => [...(index === 0 ? [] : [", "]), ...subjectInline(subject)]);
  return [small(" (", ...shown, subjects.length > mostSubjects ? `, … ${subjects.length})` : ")")];
}

function parametersInline({ parameters }: ParametersEvidence): Inline {
  if (typeof parameters !== "object" || parameters === null || Array.isArray(parameters)) {
    return code(canonicalJson(parameters));
  }
  const entries = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return code(
    entries
      .map(([name, value]) => `${name} = ${typeof value === "string" ? value : canonicalJson(value)}`)
      .join(", "),
  );
}
