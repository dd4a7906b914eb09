import { domains } from "../core/domains/index.ts";
import { tableMapping } from "../core/domains/particles/formats/mapped-mapping.ts";
import type { Text } from "../core/kernel/index.ts";
import { roles, sheetColumns, studySchema } from "../core/study/index.ts";
import { code, page, type ReferenceFile, table } from "./reference-markdown.ts";
import { fieldTable, type SchemaField, schemaFields } from "./reference-schema.ts";
import { sheetWords, studyWords } from "./reference-words.ts";

/** What study.yaml and samples.csv may hold. */
export function parametersPage(): ReferenceFile {
  return page(
    "parameters.md",
    { en: "study.yaml and samples.csv", ja: "study.yaml と samples.csv" },
    {
      en: "Every key that may be set, with unit and default. A key that is not listed is refused, with the nearest known one named. A nested key that is required is so where its parent is given; `[]` stands for each entry of a list, `<name>` for a name of your own, and a word before a colon for the kind of entry that alone has the key.",
      ja: "設定できるすべての項目と、その単位・既定値です。ここにない項目は拒否され、最も近い項目名が示されます。入れ子の項目の「必須」は、親の項目を書いた場合に必須という意味です。`[]` はリストの各要素、`<name>` は任意の名前、コロンの前の語はその項目を持つ要素の種類を示します。",
    },
    [
      "## study.yaml",
      fieldTable(withWords(schemaFields(studySchema), studyWords), "key / キー"),
      ...domains.flatMap((domain) =>
        domain.parameters
          ? [
              `### ${code(`parameters: ${domain.id}:`)}`,
              fieldTable(schemaFields(domain.parameters).map(named), "key / キー"),
            ]
          : [],
      ),
      `### ${code("imports: columns:")}`,
      "For `format: particles.mapped-table`. Columns are named as the table's header writes them.\n\n`format: particles.mapped-table` のときに書きます。列名は表の見出しどおりに書いてください。",
      fieldTable(schemaFields(tableMapping).map(named), "field / 項目"),
      "## samples.csv",
      "A header is understood in any letter case and width, with `_`, `-` or `.` for a space. Other columns are kept and not interpreted.\n\n見出しは大文字小文字・全角半角を問わず、空白の代わりに `_`・`-`・`.` も使えます。ほかの列は保持されますが、解釈されません。",
      table(
        columnHead,
        Object.entries(sheetColumns).map(([column, names]) => {
          const { en, ja } = wordsOf(sheetWords, column);
          return [code(column), names.map(code).join(", "), en, ja];
        }),
      ),
      `Roles / 役割: ${roles.map(code).join(", ")}.`,
      ...domains.flatMap(({ id, title, columns }) =>
        columns
          ? [
              `### ${code(id)}`,
              `Read for ${title.en.toLowerCase()} alone.\n\n${title.ja}でのみ使う列です。`,
              table(
                columnHead,
                Object.entries(columns).map(([column, { names, words }]) => [
                  code(column),
                  names.map(code).join(", "),
                  words.en,
                  words.ja,
                ]),
              ),
            ]
          : [],
      ),
    ],
  );
}

const columnHead = ["column / 列", "headers that are understood / 使える見出し", "what it is", "内容"];

function withWords(fields: readonly SchemaField[], words: Readonly<Record<string, Text>>): SchemaField[] {
  return fields.map((field) => ({ ...field, ...wordsOf(words, field.name) }));
}

function named(field: SchemaField): SchemaField {
  if (field.en === "" || field.ja === "") throw new Error(`the schema has no words for ${field.name}`);
  return field;
}

function wordsOf(words: Readonly<Record<string, Text>>, name: string): Text {
  const found = words[name];
  if (found === undefined) throw new Error(`tools/reference-words.ts has no word for ${name}`);
  return found;
}
