import { z } from "zod";
import { resultSchema } from "../core/study/index.ts";
import { estimatesPage } from "./reference-estimates.ts";
import { findingsPage } from "./reference-findings.ts";
import { formatsPage } from "./reference-formats.ts";
import { issuesPage } from "./reference-issues.ts";
import { page, type ReferenceFile, table } from "./reference-markdown.ts";
import { operationsPage } from "./reference-operations.ts";
import { parametersPage } from "./reference-parameters.ts";
import type { ReferenceStudy } from "./reference-studies.ts";
import { tablesPage } from "./reference-tables.ts";
import { termsPage } from "./reference-terms.ts";

/** Every file of `docs/reference`, from the sources and from studies that were run; the same each time. */
export function reference(studies: readonly ReferenceStudy[]): readonly ReferenceFile[] {
  const schema = z.toJSONSchema(resultSchema);
  return [
    index(),
    { path: "result.schema.json", text: `${JSON.stringify(schema, null, 2)}\n` },
    estimatesPage(studies),
    tablesPage(studies),
    termsPage(studies),
    findingsPage(studies),
    issuesPage(),
    formatsPage(),
    operationsPage(),
    parametersPage(),
  ];
}

function index(): ReferenceFile {
  const row = (path: string, en: string, ja: string) => [`[${path}](${path})`, en, ja];
  return page(
    "README.md",
    { en: "Reference", ja: "リファレンス" },
    {
      en: "Made from the sources and from real runs; a test fails when a page is stale.",
      ja: "ソースと実際の解析から作成しています。内容が古くなるとテストが失敗します。",
    },
    [
      table(
        ["page / ページ", "what it holds", "内容"],
        [
          row("estimates.md", "Every number of a result document, by id", "結果ドキュメントの数値と ID"),
          row("tables.md", "Every kind of table of features, with its file", "特徴量の表の種類とファイル"),
          row(
            "terms.md",
            "Flags, assumptions, interval methods, qualifiers",
            "フラグ・仮定・区間の求め方・限定",
          ),
          row("findings.md", "Every rule with its limit and clause", "規則とその限度・根拠"),
          row("issues.md", "Every issue code with what to do", "問題のコードと対処"),
          row("formats.md", "What is read, and how well it was checked", "読める形式と検証状況"),
          row(
            "operations.md",
            "Every operation: command, input, parameters",
            "演算：コマンド・入力・パラメーター",
          ),
          row(
            "parameters.md",
            "What study.yaml and samples.csv may hold",
            "study.yaml と samples.csv の項目",
          ),
          row(
            "result.schema.json",
            "JSON Schema of results/result.json",
            "results/result.json の JSON Schema",
          ),
        ],
      ),
    ],
  );
}
