import type { FeatureTable } from "vesica/kernel";
import { featureFileNames, formatCount, rowCount } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { subjectName, termOf } from "../study/terms.ts";
import { useSay } from "../words/language.tsx";
import { CheckList, CodeList, Fact } from "./why-parts.tsx";
import { words } from "./words.ts";

interface Props {
  readonly table: FeatureTable;
  readonly document: ResultDocument;
}

/** Everything that is known of a table of features, but for its rows. */
export function WhyTable({ table, document }: Props) {
  const say = useSay();
  const { id, name, subject, title, description, columns, flags, assumptions } = table;
  const term = (code: string) => say(termOf(document, code));
  const file = featureFileNames(document.tables)[document.tables.indexOf(table)]!;
  const { group } = subject;
  const checks = document.findings.filter(
    (finding) => group !== undefined && finding.subject.group === group,
  );
  const own = subjectName(subject);
  return (
    <>
      <h3>
        {say(title)}
        {name !== "" && (
          <>
            {" "}
            · <bdi>{name}</bdi>
          </>
        )}
      </h3>
      <p>{say(description)}</p>
      <dl className="facts">
        {own !== "" && <Fact name={say(words.about)} value={own} />}
        <Fact name={say(words.rows)} value={formatCount(rowCount(table))} />
        <Fact name={say(words.columns)} value={columns.map((column) => say(column.title)).join(" · ")} />
        <Fact name={say(words.file)} value={`results/tables/${file}`} />
        <dt>{say(words.code)}</dt>
        <dd>
          <code>{id}</code>
        </dd>
      </dl>
      <CodeList title={say(words.doubts)} codes={flags} tone="doubtful" term={term} />
      <CodeList title={say(words.assumptions)} codes={assumptions} tone="plain" term={term} />
      <CheckList title={say(words.tableChecks)} findings={checks} />
    </>
  );
}
