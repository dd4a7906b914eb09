import { type Estimate, fillText, type Text } from "../../kernel/index.ts";
import { type Block, type Content, chip, type Inline, lines, small, withoutEmptyColumns } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { formatEstimate } from "../format.ts";
import { groupBy } from "../group.ts";
import { messages } from "../messages.ts";
import { type Pair, pairStated } from "../pairs.ts";
import { flagChips, intervalText, numberOf, qualifierTexts, replicateText } from "../wording.ts";

/** What the instrument states of the one file that a sample has; of several files none is the sample's. */
export function fileAverages(detail: readonly Estimate[]): readonly Estimate[] {
  const files = new Set(detail.map(({ subject }) => subject.file));
  return files.size === 1
    ? detail.filter(({ basis, subject }) => basis === "stated" && subject.level === "file")
    : [];
}

/** A row for each quantity of a subject: derived beside stated, headline quantities first. */
export function pairTable(
  id: string,
  caption: Text,
  estimates: readonly Estimate[],
  averages: readonly Estimate[],
  context: ReportContext,
): Block {
  const bySubject = groupBy(estimates, ({ subject }) => JSON.stringify([subject.level, subject.group ?? ""]));
  const pairs = [...bySubject.values()]
    .flatMap((own) => pairStated(own[0]!.subject.level === "sample" ? [...own, ...averages] : own))
    .filter(({ derived, stated }) => derived !== null || stated?.subject.level !== "file")
    .sort((a, b) => headlineRank(a, context) - headlineRank(b, context));
  const [usual = null] = intervalsByUse(pairs, context);
  const ofFile = pairs.find(({ stated }) => stated?.subject.level === "file")?.stated?.subject.file;
  return withoutEmptyColumns({
    kind: "table",
    id,
    caption,
    columns: [
      { head: messages.quantity },
      { head: messages.ownNumber, numeric: true },
      { head: usual === null ? messages.interval : [lines([messages.interval], [small(usual)])] },
      {
        head:
          ofFile === undefined ? messages.statedNumber : [lines([messages.statedNumber], [small(ofFile)])],
        numeric: true,
      },
      { head: messages.replicates },
      { head: messages.assumes },
      { head: messages.doubts },
    ],
    rows: pairs.map((pair) => ({ cells: pairCells(pair, usual, context) })),
  });
}

function headlineRank({ derived, stated }: Pair, context: ReportContext): number {
  const rank = [...context.headline].indexOf((derived ?? stated!).id);
  return rank < 0 ? context.headline.size : rank;
}

/** The wordings of the intervals in the table, the most frequent first; it is told in the head. */
function intervalsByUse(pairs: readonly Pair[], context: ReportContext): readonly Text[] {
  const texts = pairs.flatMap(({ derived }) =>
    derived?.interval ? [intervalText(derived.interval, context)] : [],
  );
  return [...groupBy(texts, ({ en }) => en).values()]
    .sort((a, b) => b.length - a.length)
    .map((group) => group[0]!);
}

function pairCells(
  { derived, stated }: Pair,
  usual: Text | null,
  context: ReportContext,
): readonly Content[] {
  const main = derived ?? stated!;
  const chips = qualifierTexts(main.qualifiers, context).map((text) => chip(text));
  const name: Inline[] = [context.term(main.id)];
  if (main.subject.group !== undefined) name.push(" ", small(main.subject.group));
  const flags = [...new Set([...(derived?.flags ?? []), ...(stated?.flags ?? [])])];
  return [
    chips.length > 0 ? [lines(name, chips)] : name,
    derived ? derivedNumber(derived, context) : "",
    derived?.interval ? intervalCell(derived, usual, context) : "",
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
  if (printed === undefined || Number(printed) === value) return number;
  return [lines([number], [small(fillText(messages.printed, { printed }))])];
}

function intervalCell(estimate: Estimate, usual: Text | null, context: ReportContext): Content {
  const { interval } = formatEstimate(estimate);
  if (interval === null) return "";
  const digits: Inline = { kind: "number", digits: interval };
  const how = intervalText(estimate.interval!, context);
  return how.en === usual?.en ? [digits] : [lines([digits], [small(how)])];
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
