import { domains } from "../core/domains/index.ts";
import type { AnyOperation, Domain } from "../core/kernel/index.ts";
import { commandName, parameterOptions } from "../core/study/index.ts";
import { code, page, type ReferenceFile, table } from "./reference-markdown.ts";
import { fieldTable, schemaFields } from "./reference-schema.ts";

/** Every operation with its command, its input and its parameters. */
export function operationsPage(): ReferenceFile {
  return page(
    "operations.md",
    { en: "Operations", ja: "演算" },
    {
      en: "Each operation is a pure function: a library function, a command and a provenance record from one description. The command reads its input as JSON from a file, or from standard input with `--input -`. Units are UCUM codes; 1 means without unit. A nested field that is required is so where its parent is given.",
      ja: "各演算は純粋関数で、一つの記述がライブラリー関数・コマンド・来歴の記録になります。コマンドは入力を JSON ファイル、または `--input -` で標準入力から読みます。単位は UCUM コードで、1 は無次元です。入れ子の項目の「必須」は、親の項目を書いた場合に必須という意味です。",
    },
    domains.flatMap((domain) => [
      `## ${domain.title.en} / ${domain.title.ja}`,
      ...domain.operations.map((operation) => operationText(domain.id, operation)),
      ...analysisSteps(domain),
    ]),
  );
}

/** Steps that only the analysis of a study takes: without a command, but named in the evidence of numbers. */
function analysisSteps({ analysisSteps = {}, operations }: Domain): string[] {
  const rows = Object.entries(analysisSteps)
    .filter(([id]) => !operations.some((operation) => operation.id === id))
    .map(([id, { en, ja }]) => [code(id), en, ja]);
  if (rows.length === 0) return [];
  return [
    "### Steps of the analysis / 解析の手順",
    "Named in the evidence of numbers; they have no command of their own.\n\n数値の根拠に現れますが、単独のコマンドはありません。",
    table(["id", "what it does", "内容"], rows),
  ];
}

function operationText(domain: string, operation: AnyOperation): string {
  const { id, version, title, summary } = operation;
  const flags = new Map(parameterOptions(operation).map(({ name, flag }) => [name, `--${flag}`]));
  const input = schemaFields(operation.input);
  const parameters = schemaFields(operation.parameters);
  return [
    `### ${code(id)}`,
    `**${title.en} / ${title.ja}** (version / 版 ${version})`,
    summary.en,
    summary.ja,
    `\`\`\`sh\nvesica ${domain} ${commandName(id)} --input input.json\n\`\`\``,
    fieldTable(input, "input / 入力"),
    ...(parameters.length > 0
      ? [fieldTable(parameters, "parameter / パラメーター", (name) => flags.get(name) ?? "")]
      : ["No parameters. / パラメーターはありません。"]),
  ].join("\n\n");
}
