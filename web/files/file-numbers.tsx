import { useMemo } from "react";
import { type Estimate, estimateKey } from "vesica/kernel";
import { formatEstimate, type TableBlock, unitText } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { TableView } from "../blocks/table.tsx";
import type { StudyResult } from "../session/result.ts";
import { useSay } from "../words/language.tsx";
import { words } from "./raw-words.ts";

interface FileNumbersProps {
  readonly name: string;
  readonly result: StudyResult | null;
}

/** The estimates of a file and its captures; each opens why it is what it is. */
export function FileNumbers({ name, result }: FileNumbersProps) {
  const say = useSay();
  const table = useMemo(() => result && numbersTable(result.document, name), [result, name]);
  const document = result?.document;
  const isRead = document?.files.some((file) => file.name === name && file.status === "read") ?? false;
  const anyOfFiles = document?.estimates.some(isOfFiles) ?? false;
  return (
    <>
      <h2>{say(words.numbers)}</h2>
      {!result ? (
        <p>{say(words.notAnalysed)}</p>
      ) : table ? (
        <TableView table={table} />
      ) : (
        <p>{say(isRead && !anyOfFiles ? words.leftOut : words.noNumbers)}</p>
      )}
    </>
  );
}

const isOfFiles = ({ subject }: Estimate) => subject.level === "file" || subject.level === "capture";

/** The table of a file's estimates, capture after capture; null where there is none. */
function numbersTable(document: ResultDocument, name: string): TableBlock | null {
  const own = document.estimates.filter((estimate) => isOfFiles(estimate) && estimate.subject.file === name);
  if (own.length === 0) return null;
  const term = (code: string) =>
    Object.hasOwn(document.terms, code) ? document.terms[code]! : { en: code, ja: code };
  const captures = [...new Set(own.map(({ subject }) => subject.capture ?? ""))];
  const rows = captures.flatMap((capture) =>
    own
      .filter(({ subject }) => (subject.capture ?? "") === capture)
      .map((estimate, at) => {
        const { value, interval } = formatEstimate(estimate);
        const { id, unit, qualifiers, flags } = estimate;
        const said = Object.entries(qualifiers).map(([key, word]) =>
          Object.hasOwn(document.terms, `${key}=${word}`) ? term(`${key}=${word}`) : term(word),
        );
        const number = {
          kind: "number",
          digits: value,
          unit: unitText(unit),
          estimate: estimateKey(estimate),
        } as const;
        const small = said.flatMap((word) => [" ", { kind: "small", content: word } as const]);
        const doubts = flags.map((flag) => ({ kind: "chip", label: term(flag), tone: "doubtful" }) as const);
        return {
          ...(at === 0 && capture !== "" ? { band: capture } : {}),
          cells: [[term(id), ...small], number, interval ?? "", doubts],
        };
      }),
  );
  return {
    kind: "table",
    id: "file-numbers",
    caption: words.numbers,
    columns: [
      { head: words.quantity },
      { head: words.value, numeric: true },
      { head: words.interval, numeric: true },
      { head: words.doubts },
    ],
    rows,
  };
}
