import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useSay } from "../words/language.tsx";
import { Calculator } from "./calculator.tsx";
import { callOf } from "./call-link.ts";
import { operationOf, useCatalogue } from "./catalogue.ts";
import { words } from "./words.ts";

/** One calculator. */
export function Tool() {
  const say = useSay();
  const rooms = useCatalogue();
  const { operation: id = "" } = useParams({ strict: false }) as { readonly operation?: string };
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const found = rooms && operationOf(rooms, id);
  return (
    <section className="tool">
      <p>
        <Link to="/tools">← {say(words.back)}</Link>
      </p>
      {rooms && !found && <h1>{say(words.unknown)}</h1>}
      {found && <Calculator key={id} room={found.room} operation={found.operation} given={callOf(search)} />}
    </section>
  );
}
