import type { Estimate } from "../../kernel/index.ts";
import { type Content, chip, type Inline, lines, small } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { unitText } from "../units.ts";
import { flagChips, qualifierTexts } from "../wording.ts";

/** What all numbers of a headline column share, told once in its head. */
export interface HeadlineColumn {
  readonly id: string;
  /** Null where the units differ. */
  readonly unit: string | null;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
}

export function headlineColumn(id: string, estimates: readonly Estimate[]): HeadlineColumn {
  const first = estimates[0]!;
  const unit = estimates.every((estimate) => estimate.unit === first.unit) ? first.unit : null;
  const qualifiers = Object.fromEntries(
    Object.entries(first.qualifiers).filter(([name, value]) =>
      estimates.every((estimate) => estimate.qualifiers[name] === value),
    ),
  );
  const shared = first.flags.filter((flag) => estimates.every(({ flags }) => flags.includes(flag)));
  return { id, unit, qualifiers, flags: estimates.length > 1 ? shared : [] };
}

export function headlineColumnHead(column: HeadlineColumn, context: ReportContext): Content {
  const { id, unit, qualifiers, flags } = column;
  const below: Inline[] = [
    ...qualifierTexts(qualifiers, context).map((text) => chip(text)),
    ...flagChips(flags, context),
  ];
  const unitName = unit === null ? { en: "", ja: "" } : unitText(unit);
  const name: Inline[] = [context.term(id)];
  if (unitName.en !== "") name.push(small({ en: ` ${unitName.en}`, ja: ` ${unitName.ja}` }));
  return below.length === 0 ? name : [lines(name, below)];
}
