import type { Finding, FindingStatus, Text } from "../../kernel/index.ts";
import { fillText } from "../../kernel/index.ts";
import {
  type Block,
  chip,
  type Inline,
  type ListItem,
  lines,
  paragraph,
  small,
  strong,
  type Tone,
  withoutEmptyColumns,
} from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { groupBy } from "../group.ts";
import { messages } from "../messages.ts";
import { firstOf, numberOf, subjectInline, toneOf } from "../wording.ts";

/** With more cases than this a rule shows its first one and folds the others away. */
const manyCases = 3;
const mostCases = 200;
/** Numbers that a finding rests on, beyond which they are counted. */
const mostNumbers = 12;

const order = { fail: 0, caution: 1, note: 2 } as const;

/** What is not met or doubtful, worst first, one entry for each rule; then, folded, the rest. */
export function findingBlocks(context: ReportContext): readonly Block[] {
  const { findings } = context.document;
  const open = findings.filter(({ status }) => status === "not met" || status === "doubtful");
  const blocks: Block[] = [];
  if (open.length > 0) {
    const groups = [...groupBy(open, ({ rule }) => rule).values()].sort(
      (a, b) => order[worst(a)] - order[worst(b)],
    );
    blocks.push({
      kind: "part",
      id: "attention",
      title: messages.attention,
      blocks: [{ kind: "list", items: groups.map((group, index) => ruleItem(group, index, context)) }],
    });
  }
  blocks.push(
    ...folded("not reported", messages.notReported, context),
    ...folded("met", messages.met, context),
    ...folded("not applicable", messages.notApplicableTitle, context),
  );
  return blocks;
}

function worst(group: readonly Finding[]): Finding["severity"] {
  return [...group].sort((a, b) => order[a.severity] - order[b.severity])[0]!.severity;
}

const hasWords = ({ en }: Text): boolean => en !== "";

function ruleItem(group: readonly Finding[], index: number, context: ReportContext): ListItem {
  const severity = worst(group);
  const first = group.find((finding) => finding.severity === severity)!;
  const tone: Tone = toneOf[severity];
  const head: Inline[] = [chip(messages[severity], tone), " ", strong(first.message)];
  if (group.length === 1) head.push(" ", small(...subjectInline(first.subject)));
  else head.push(" ", chip(fillText(messages.cases, { count: group.length })));
  const content: Inline[] = [lines(head, ...explanation(first, group.length === 1, context))];
  if (group.length === 1) return { tone, content };
  const table = caseTable(`rule-${index + 1}`, group, context);
  return group.length <= manyCases
    ? { tone, content, blocks: [table] }
    : { tone, content, blocks: [fold(fillText(messages.allCases, { count: group.length }), group, [table])] };
}

function explanation(finding: Finding, withNumbers: boolean, context: ReportContext): readonly Inline[][] {
  const found: Inline[][] = [];
  if (hasWords(finding.remedy)) found.push([small(messages.instruction, messages.colon), finding.remedy]);
  const numbers = withNumbers ? restingOn(finding, context) : [];
  if (numbers.length > 0) found.push([small(messages.restsOn, messages.colon), ...numbers]);
  found.push([
    small(messages.clause, messages.colon, finding.clause, " · ", { kind: "code", code: finding.rule }),
  ]);
  return found;
}

function restingOn(finding: Finding, context: ReportContext): readonly Inline[] {
  const numbers = finding.estimates.flatMap((key) => {
    const estimate = context.shown.get(key);
    return estimate === undefined ? [] : [[context.term(estimate.id), " ", numberOf(estimate, context)]];
  });
  return firstOf(
    numbers.map((parts) => small(...parts)),
    mostNumbers,
  );
}

function caseTable(id: string, group: readonly Finding[], context: ReportContext): Block {
  return withoutEmptyColumns({
    kind: "table",
    id,
    caption: fillText(messages.allCases, { count: group.length }),
    columns: [{ head: messages.subject }, { head: messages.finding }, { head: messages.restsOn }],
    rows: group.slice(0, mostCases).map((finding) => ({
      cells: [subjectInline(finding.subject), finding.message, restingOn(finding, context)],
    })),
  });
}

function fold(summary: Text, group: readonly Finding[], blocks: readonly Block[]): Block {
  const rest =
    group.length > mostCases
      ? [
          paragraph(
            small(
              fillText(messages.firstCases, { shown: mostCases, count: group.length, table: "findings" }),
            ),
          ),
        ]
      : [];
  return { kind: "details", summary, blocks: [...blocks, ...rest] };
}

function folded(status: FindingStatus, title: Text, context: ReportContext): readonly Block[] {
  const group = context.document.findings.filter((finding) => finding.status === status);
  if (group.length === 0) return [];
  const id = `findings-${status.replaceAll(" ", "-")}`;
  const summary = { en: `${title.en} (${group.length})`, ja: `${title.ja}（${group.length}）` };
  return [fold(summary, group, [caseTable(id, group, context)])];
}
