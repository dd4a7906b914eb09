import { domains } from "../core/domains/index.ts";
import type { FeatureTable } from "../core/kernel/index.ts";
import { featureFileNames } from "../core/report/index.ts";
import { code, page, type ReferenceFile, table } from "./reference-markdown.ts";
import type { ReferenceStudy } from "./reference-studies.ts";

/** Every kind of table of features, with its file and, where the runs gave one, its columns. */
export function tablesPage(studies: readonly ReferenceStudy[]): ReferenceFile {
  const given = studies.flatMap(({ document }) => document.tables);
  return page(
    "tables.md",
    { en: "Tables of features", ja: "特徴量の表" },
    {
      en: "Answers for thousands of proteins, RNAs or lipids are no estimates of their own but rows of a table: `tables` of `result.json`, and a CSV file each, numbered where there are several of a kind. In CSV the first column is the table's name. The columns are those that the runs of this reference gave; a column without any answer is left out, and a dash stands where no run gave the table.",
      ja: "多数のタンパク質・RNA・脂質に対する結果は、個々の推定値ではなく表の行になります。`result.json` の `tables` にあり、表ごとに CSV ファイルも書き出します（同じ種類が複数あれば番号が付きます）。CSV の先頭の列は表の名前です。列はこの資料のもとになった解析で得られたもので、値が一つもない列は省かれます。どの解析からも得られなかった表には「–」を付けています。",
    },
    domains.flatMap(({ id: domain, terms }) => {
      const listed = Object.entries(terms.tables ?? {});
      if (listed.length === 0) return [];
      const rows = listed.map(([id, { en, ja }]) => {
        const [file = ""] = featureFileNames([{ id } as FeatureTable]);
        const columns = columnsOf(given.filter((one) => one.id === id));
        return [code(id), en, ja, code(`results/tables/${file}`), columns];
      });
      const head = ["id", "what a row is", "行の内容", "file / ファイル", "columns / 列"];
      return [`## ${domain}`, table(head, rows)];
    }),
  );
}

/** Names of columns in their order, each with its unit. */
function columnsOf(tables: readonly FeatureTable[]): string {
  const heads = tables.flatMap(({ columns }) =>
    columns.map((column) =>
      column.kind === "number" && column.unit !== "1"
        ? `${code(column.name)} (${column.unit})`
        : code(column.name),
    ),
  );
  return [...new Set(heads)].join(", ");
}
