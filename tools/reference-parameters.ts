import { domains } from "../core/domains/index.ts";
import { tableMapping } from "../core/domains/particles/formats/mapped-mapping.ts";
import type { Text } from "../core/kernel/index.ts";
import { roles, sheetColumns, studySchema } from "../core/study/index.ts";
import { code, page, type ReferenceFile, table } from "./reference-markdown.ts";
import { fieldTable, type SchemaField, schemaFields } from "./reference-schema.ts";
import { mappingWords, particlesWords, sheetWords, studyWords } from "./reference-words.ts";

/** What study.yaml and samples.csv may hold. */
export function parametersPage(): ReferenceFile {
  return page(
    "parameters.md",
    { en: "study.yaml and samples.csv", ja: "study.yaml と samples.csv" },
    {
      en: "Every key that may be set, with unit and default. A key that is not listed is refused, with the nearest known one named. A nested key that is required is so where its parent is given.",
      ja: "設定できるすべての項目と、その単位・既定値です。ここにない項目は拒否され、最も近い項目名が示されます。入れ子の項目の「必須」は、親の項目を書いた場合に必須という意味です。",
    },
    [
      "## study.yaml",
      fieldTable(withWords(schemaFields(studySchema), studyWords), "key / キー"),
      ...domains.flatMap((domain) =>
        domain.parameters
          ? [
              `### ${code(`parameters: ${domain.id}:`)}`,
              fieldTable(schemaFields(domain.parameters).map(withJapanese), "key / キー"),
            ]
          : [],
      ),
      `### ${code("imports: columns:")}`,
      "For `format: particles.mapped-table`. Columns are named as the table's header writes them.\n\n`format: particles.mapped-table` のときに書きます。列名は表の見出しどおりに書いてください。",
      fieldTable(withWords(schemaFields(tableMapping), mappingWords), "field / 項目"),
      "## samples.csv",
      "A header is understood in any letter case and width, with `_`, `-` or `.` for a space. Other columns are kept and not interpreted.\n\n見出しは大文字小文字・全角半角を問わず、空白の代わりに `_`・`-`・`.` も使えます。ほかの列は保持されますが、解釈されません。",
      table(
        ["column / 列", "headers that are understood / 使える見出し", "what it is", "内容"],
        Object.entries(sheetColumns).map(([column, names]) => {
          const { en, ja } = wordsOf(sheetWords, column);
          return [code(column), names.map(code).join(", "), en, ja];
        }),
      ),
      `Roles / 役割: ${roles.map(code).join(", ")}.`,
    ],
  );
}

function withWords(fields: readonly SchemaField[], words: Readonly<Record<string, Text>>): SchemaField[] {
  return fields.map((field) => ({ ...field, ...wordsOf(words, field.name) }));
}

function withJapanese(field: SchemaField): SchemaField {
  const ja = field.ja || particlesWords[field.name];
  if (ja === undefined || field.en === "")
    throw new Error(`tools/reference-words.ts has no word for ${field.name}`);
  return { ...field, ja };
}

function wordsOf(words: Readonly<Record<string, Text>>, name: string): Text {
  const found = words[name];
  if (found === undefined) throw new Error(`tools/reference-words.ts has no word for ${name}`);
  return found;
}
