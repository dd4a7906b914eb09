import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Content, TableBlock } from "vesica/report";
import { TableView } from "../blocks/table.tsx";
import type { StudyResult } from "../session/result.ts";
import { WithResult } from "../shell/missing.tsx";
import { useSay } from "../words/language.tsx";
import { type DesignMap, designMap } from "./design-map.ts";
import { words } from "./words.ts";

/** Who was measured under what, and what that design cannot tell apart. */
export function Design() {
  return <WithResult>{(result) => <DesignOf result={result} />}</WithResult>;
}

function DesignOf({ result }: { readonly result: StudyResult }) {
  const say = useSay();
  const map = useMemo(() => designMap(result.document.study.samples), [result]);
  const told = [
    map.single.length > 0 && say(words.single, { list: map.single.join(", ") }),
    map.apart.length > 0 && say(words.apart, { list: map.apart.join(", ") }),
    map.open.length > 0 && say(words.open, { list: map.open.join(", ") }),
  ].filter((sentence) => sentence !== false);
  return (
    <section className="chapter">
      <h1>{say(words.title)}</h1>
      <p>{say(words.intro)}</p>
      {map.conditions.length > 1 && (
        <p className={map.paired.length > 0 ? "good" : ""}>
          {say(words.paired, { count: map.paired.length, all: map.donors.length })}
        </p>
      )}
      <ul className="entries">
        {told.map((sentence) => (
          <li key={sentence} className="doubtful">
            {sentence}
          </li>
        ))}
      </ul>
      {map.donors.length > 0 ? (
        <TableView table={mapTable(map)} />
      ) : (
        <p className="doubtful">{say(words.nothing)}</p>
      )}
      {map.others.length > 0 && <TableView table={othersTable(map)} />}
      <div className="actions">
        <Link to="/samples" className="button">
          {say(words.sheet)}
        </Link>
      </div>
    </section>
  );
}

function mapTable({ conditions, donors }: DesignMap): TableBlock {
  return {
    kind: "table",
    id: "design-map",
    caption: words.table,
    columns: [{ head: words.donor }, ...conditions.map((head) => ({ head }))],
    rows: donors.map(({ donor, cells }) => ({
      cells: [
        donor,
        ...cells.map((names): Content => (names.length === 0 ? ["– ", words.empty] : names.join(", "))),
      ],
    })),
  };
}

const roles = { blank: words.blank, calibrant: words.calibrant, control: words.control };

function othersTable({ others }: DesignMap): TableBlock {
  return {
    kind: "table",
    id: "design-others",
    caption: words.others,
    columns: [{ head: words.name }, { head: words.role }],
    rows: others.map(({ name, role }) => ({ cells: [name, roles[role as keyof typeof roles] ?? role] })),
  };
}
