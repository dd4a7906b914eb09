import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSay } from "../words/language.tsx";
import { searched, useCatalogue } from "./catalogue.ts";
import { words } from "./words.ts";

/** Every calculator, by room. */
export function Tools() {
  const say = useSay();
  const rooms = useCatalogue();
  const [text, setText] = useState("");
  const found = rooms ? searched(rooms, text) : [];
  const count = found.reduce((sum, { operations }) => sum + operations.length, 0);
  return (
    <section className="tools">
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      <div className="search">
        <label>
          {say(words.search)}
          <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <output aria-live="polite">
          {rooms && (count > 0 ? say(words.found, { n: count }) : say(words.none, { text }))}
        </output>
      </div>
      {found.map((room) => (
        <section key={room.id} aria-labelledby={`room-${room.id}`}>
          <h2 id={`room-${room.id}`}>{say(room.title)}</h2>
          <ul className="calculators">
            {room.operations.map((operation) => (
              <li key={operation.id}>
                <Link to="/tools/$operation" params={{ operation: operation.id }}>
                  {say(operation.title)}
                </Link>
                <p>{say(operation.summary)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
