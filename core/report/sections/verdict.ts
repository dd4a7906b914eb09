import type { Finding } from "../../kernel/index.ts";
import type { Block, Section } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { messages } from "../messages.ts";
import { findingBlocks } from "./findings.ts";
import { groupBlocks } from "./groups.ts";
import { headlineBlocks } from "./headline.ts";
import { issueBlocks } from "./issues.ts";

const isFailing = ({ status, severity }: Finding): boolean => status === "not met" && severity === "fail";
const isDoubtful = (finding: Finding): boolean =>
  finding.status === "doubtful" || (finding.status === "not met" && !isFailing(finding));

/** What a reader in a hurry has to see: the numbers, what is doubtful about them, and which files were not used. */
export function verdictSection(context: ReportContext): Section {
  const findings = findingBlocks(context);
  const samples = headlineBlocks(context);
  const failing = context.document.findings.some(isFailing);
  const many = context.samples.length > fewSamples;
  return {
    id: "verdict",
    title: messages.verdict,
    blocks: [
      ...tally(context),
      ...groupBlocks(context),
      ...(failing && many ? [...findings, ...samples] : [...samples, ...findings]),
      ...issueBlocks(context),
    ],
  };
}

/** With more samples than this, what fails is told before their numbers. */
const fewSamples = 12;

function tally({ document }: ReportContext): readonly Block[] {
  const { findings, files } = document;
  const count = (test: (finding: Finding) => boolean): number => findings.filter(test).length;
  const failing = count(isFailing);
  const doubtful = count(isDoubtful);
  const unread = files.filter(({ status }) => status === "refused" || status === "not recognised").length;
  const counts = [
    { count: failing, label: messages.failing, tone: "fail" },
    { count: doubtful, label: messages.doubtful, tone: "doubtful" },
    { count: unread, label: messages.unreadFiles, tone: "doubtful" },
    {
      count: count(({ status }) => status === "not reported"),
      label: messages.notReported,
      tone: "plain",
    },
    { count: count(({ status }) => status === "met"), label: messages.met, tone: "good" },
  ] as const;
  const blocks: Block[] = [];
  if (findings.length === 0) blocks.push({ kind: "paragraph", content: messages.noChecks });
  else if (failing + doubtful === 0) {
    blocks.push({ kind: "paragraph", content: messages.allClear, tone: "good" });
  }
  const some = counts.filter((entry) => entry.count > 0);
  return some.length === 0 ? blocks : [{ kind: "tally", counts: some }, ...blocks];
}
