import { type Estimate, fillText, type Text } from "../../kernel/index.ts";
import {
  type Block,
  type Content,
  chip,
  type Inline,
  joined,
  paragraph,
  type Section,
  small,
} from "../blocks.ts";
import { isDetail, type ReportContext } from "../context.ts";
import { groupBy } from "../group.ts";
import { messages } from "../messages.ts";
import { roleText } from "../wording.ts";
import { captureBlocks } from "./captures.ts";
import { fileAverages, pairTable } from "./pair-table.ts";

/** For each sample its numbers, derived beside stated, and folded away those of its captures and files. */
export function samplesSection(context: ReportContext): Section | null {
  const { estimates } = context.document;
  if (estimates.length === 0) return null;
  const shared = estimates.filter(({ subject }) => subject.level === "study");
  const groups = groupBy(
    estimates.filter(({ subject }) => subject.level !== "group" && subject.level !== "study"),
    ({ subject }) => subject.sample,
  );
  const blocks: Block[] = [];
  if (context.large) {
    blocks.push(paragraph(messages.allInTables));
  }
  context.samples.forEach((sample, index) => {
    const own = groups.get(sample.name);
    if (own && context.detailed.has(sample.name))
      blocks.push(samplePart(`s${index + 1}`, sample, own, context));
  });
  const lost = groups.get(undefined);
  if (lost) blocks.push(part("s-none", messages.noSample, plainly(messages.noSample), lost, [], context));
  if (shared.length > 0) {
    blocks.push(part("s-study", messages.wholeStudy, plainly(messages.wholeStudy), shared, [], context));
  }
  return { id: "samples", title: messages.samples, blocks };
}

function samplePart(
  id: string,
  sample: ReportContext["samples"][number],
  estimates: readonly Estimate[],
  context: ReportContext,
): Block {
  const about: Inline[] = [];
  if (sample.role !== "sample") about.push(chip(roleText(sample.role)));
  if (sample.condition !== null) about.push(small(messages.condition, messages.colon, sample.condition));
  if (sample.donor !== null) about.push(small(messages.donor, messages.colon, sample.donor));
  const head = about.length > 0 ? [paragraph(...joined(about, " · "))] : [];
  const captions = {
    own: fillText(messages.sampleNumbers, { sample: sample.name }),
    detail: fillText(messages.captureNumbers, { sample: sample.name }),
  };
  return part(id, sample.name, captions, estimates, head, context);
}

function part(
  id: string,
  title: Content,
  captions: { readonly own: Text; readonly detail: Text },
  estimates: readonly Estimate[],
  head: readonly Block[],
  context: ReportContext,
): Block {
  const own = estimates.filter((estimate) => !isDetail(estimate));
  const detail = estimates.filter(isDetail);
  const blocks: Block[] = [...head];
  if (own.length > 0)
    blocks.push(pairTable(`${id}-numbers`, captions.own, own, fileAverages(detail), context));
  if (detail.length > 0) blocks.push(...captureBlocks(id, captions.detail, detail, context));
  return { kind: "part", id, title, blocks };
}

const plainly = (title: Text) => ({ own: title, detail: title });
