import { type FeatureTable, fillText } from "../../kernel/index.ts";
import { type Block, type Content, code, paragraph, type Section, small } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { featureHead, featureText } from "../feature-columns.ts";
import { featureFileNames, rowCount } from "../feature-files.ts";
import { messages } from "../messages.ts";
import { flagChips } from "../wording.ts";

/** Rows of a table that the report shows. */
const mostRows = 25;

/** The first rows of every table of features, and where the whole table is. */
export function featuresSection(context: ReportContext): Section | null {
  const { tables } = context.document;
  if (tables.length === 0) return null;
  const names = featureFileNames(tables);
  const blocks = tables.map((table, index) => tablePart(table, index, names[index]!, context));
  return { id: "features", title: messages.features, blocks };
}

function tablePart(table: FeatureTable, index: number, file: string, context: ReportContext): Block {
  const id = `features-${index + 1}`;
  const columns = table.columns.filter(({ brief }) => brief);
  const count = rowCount(table);
  const shown = Math.min(count, mostRows);
  const texts = columns.map(featureText);
  const why = context.anchors.get(table.evidence);
  const rows = Array.from({ length: shown }, (_, row) => ({
    cells: columns.map(({ kind }, at): Content => {
      const text = texts[at]!(row);
      if (text === "") return [];
      return [at === 0 || kind === "text" ? text : { kind: "number", digits: text, why }];
    }),
  }));
  const told = fillText(messages.featuresShown, { shown, count });
  return {
    kind: "part",
    id,
    title: table.name === "" ? [table.title] : [table.title, messages.colon, table.name],
    blocks: [
      paragraph(table.description, ...flagChips(table.flags, context).flatMap((chip) => [" ", chip])),
      {
        kind: "table",
        id: `${id}-rows`,
        caption: [told, " ", small(messages.wholeTable, code(`results/tables/${file}`))],
        columns: columns.map((column) => ({ head: featureHead(column), numeric: column.kind === "number" })),
        rows,
      },
    ],
  };
}
