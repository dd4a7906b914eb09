import { checkedWords } from "../app/messages/formats.ts";
import { domains } from "../core/domains/index.ts";
import { code, page, type ReferenceFile, table } from "./reference-markdown.ts";

/** Every format that is read, and how well it was checked. */
export function formatsPage(): ReferenceFile {
  return page(
    "formats.md",
    { en: "Formats", ja: "読める形式" },
    {
      en: "What is read, as `vesica formats` prints it. Files are recognised by their content; a table that no format knows is read with a column mapping under `imports` in study.yaml ([parameters.md](parameters.md)).",
      ja: "`vesica formats` が示す、読める形式の一覧です。ファイルは内容で識別されます。どの形式にも当てはまらない表は、study.yaml の `imports` に列の対応を書くと読めます（[parameters.md](parameters.md)）。",
    },
    domains.flatMap((domain) => [
      `## ${domain.title.en} / ${domain.title.ja}`,
      ...domain.formats.map(({ id, version, title, extensions, checked, checkedNote }) =>
        [
          `### ${code(id)}`,
          table(
            ["what it is", "内容", "files / 拡張子", "checked against / 検証状況", "version / 版"],
            [
              [
                title.en,
                title.ja,
                extensions.map((extension) => code(`.${extension.replace(/^\./, "")}`)).join(" "),
                `${checkedWords[checked].en} / ${checkedWords[checked].ja}`,
                version,
              ],
            ],
          ),
          ...(checkedNote.en === "" ? [] : [checkedNote.en, checkedNote.ja]),
        ].join("\n\n"),
      ),
    ]),
  );
}
