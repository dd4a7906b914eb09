import { type Estimate, fillText, type Text } from "../../kernel/index.ts";
import {
  type Block,
  type Content,
  chip,
  type Inline,
  joined,
  lines,
  paragraph,
  type Section,
  small,
  withoutEmptyColumns,
} from "../blocks.ts";
import { isDetail, type ReportContext } from "../context.ts";
import { formatEstimate } from "../format.ts";
import { groupBy } from "../group.ts";
import { messages } from "../messages.ts";
import { type Pair, pairStated } from "../pairs.ts";
import { flagChips, intervalText, numberOf, qualifierTexts, replicateText, roleText } from "../wording.ts";
import { captureBlocks } from "./captures.ts";

/** For each sample its numbers, derived beside stated, and folded away those of its captures and files. */
export function samplesSection(context: ReportContext): Section | null {
  const { estimates } = context.document;
  if (estimates.length === 0) return null;
  const isShared = ({ subject }: Estimate): boolean => subject.level === "group" || subject.level === "study";
  const shared = estimates.filter(isShared);
  const groups = groupBy(
    estimates.filter((estimate) => !isShared(estimate)),
    ({ subject }) => subject.sample,
  );
  const blocks: Block[] = [];
  if (context.large) {
    blocks.push(paragraph(fillText(messages.allInTables, { count: estimates.length })));
  }
  context.samples.forEach((sample, index) => {
    const own = groups.get(sample.name);
    if (own) blocks.push(samplePart(`s${index + 1}`, sample, own, context));
  });
  const lost = groups.get(undefined);
  if (lost) blocks.push(part("s-none", messages.noSample, plainly(messages.noSample), lost, [], context));
  if (shared.length > 0) {
    blocks.push(
      part("s-study", messages.groupsAndStudy, plainly(messages.groupsAndStudy), shared, [], context),
    );
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

/** What the instrument states of the one file that a sample has; of several files none is the sample's. */
function fileAverages(detail: readonly Estimate[]): readonly Estimate[] {
  const files = new Set(detail.map(({ subject }) => subject.file));
  return files.size === 1
    ? detail.filter(({ basis, subject }) => basis === "stated" && subject.level === "file")
    : [];
}

function pairTable(
  id: string,
  caption: Text,
  estimates: readonly Estimate[],
  averages: readonly Estimate[],
  context: ReportContext,
): Block {
  const bySubject = groupBy(estimates, ({ subject }) => JSON.stringify([subject.level, subject.group ?? ""]));
  const pairs = [...bySubject.values()]
    .flatMap((own) => pairStated(own[0]!.subject.level === "sample" ? [...own, ...averages] : own))
    .filter(({ derived, stated }) => derived !== null || stated?.subject.level !== "file");
  return withoutEmptyColumns({
    kind: "table",
    id,
    caption,
    columns: [
      { head: messages.quantity },
      { head: messages.ownNumber, numeric: true },
      { head: messages.interval },
      { head: messages.statedNumber, numeric: true },
      { head: messages.replicates },
      { head: messages.assumes },
      { head: messages.doubts },
    ],
    rows: pairs.map((pair) => ({ cells: pairCells(pair, context) })),
  });
}

function pairCells({ derived, stated }: Pair, context: ReportContext): readonly Content[] {
  const main = derived ?? stated!;
  const chips = qualifierTexts(main.qualifiers, context).map((text) => chip(text));
  const name: Inline[] = [context.term(main.id)];
  if (main.subject.group !== undefined) name.push(" ", small(main.subject.group));
  const flags = [...new Set([...(derived?.flags ?? []), ...(stated?.flags ?? [])])];
  return [
    chips.length > 0 ? [lines(name, chips)] : name,
    derived ? derivedNumber(derived, context) : "",
    derived?.interval ? intervalCell(derived, context) : "",
    stated ? statedNumber(stated, context) : "",
    main.n.technical === null && main.n.biological === null ? "" : small(replicateText(main.n)),
    assumptionLinks(main, context),
    flagChips(flags, context),
  ];
}

function derivedNumber(estimate: Estimate, context: ReportContext): Content {
  const number = numberOf(estimate, context);
  if (estimate.basis === "inferred" || estimate.basis === "assumed") {
    return [lines([number], [chip(messages[estimate.basis])])];
  }
  return number;
}

function statedNumber(estimate: Estimate, context: ReportContext): Content {
  const number = numberOf(estimate, context);
  const { printed, value } = estimate;
  const ofFile: Content[] = estimate.subject.level === "file" ? [[small(estimate.subject.file ?? "")]] : [];
  if (printed === undefined || Number(printed) === value) return [lines([number], ...ofFile)];
  return [lines([number], [small(fillText(messages.printed, { printed }))], ...ofFile)];
}

function intervalCell(estimate: Estimate, context: ReportContext): Content {
  const { interval } = formatEstimate(estimate);
  if (interval === null) return "";
  return [lines([{ kind: "number", digits: interval }], [small(intervalText(estimate.interval!, context))])];
}

function assumptionLinks({ assumptions }: Estimate, context: ReportContext): Content {
  return assumptions.flatMap((assumed, index): Inline[] => {
    const anchor = context.assumptions.get(assumed)!;
    const label = anchor.toUpperCase();
    return index === 0
      ? [{ kind: "link", target: anchor, label }]
      : [", ", { kind: "link", target: anchor, label }];
  });
}
