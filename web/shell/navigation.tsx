import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

/** The pages that there are for what is open. */
export function Navigation() {
  const say = useSay();
  const { papers, result, title, stage } = useSession();
  const [open, setOpen] = useState(false);
  const document = result?.document;
  return (
    <nav aria-label={say(words.navigation)} className={open ? "pages open" : "pages"}>
      <button type="button" className="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(words.menu)}
      </button>
      {stage !== "none" && title !== "" && <p className="study-title">{title}</p>}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: closes the menu after a link in it was followed, by key too */}
      <ul onClick={() => setOpen(false)}>
        <Page to="/" text={say(words.open)} />
        {document && (
          <>
            <Page to="/study" text={say(words.verdict)} />
            {document.domains.map((room) => (
              <li key={room} className="inner">
                <Link to="/rooms/$room" params={{ room }} activeProps={{ "aria-current": "page" }}>
                  {say(document.terms[room] ?? { en: room, ja: room })}
                </Link>
              </li>
            ))}
            <Page to="/standards" text={say(words.standards)} />
            <Page to="/design" text={say(words.design)} />
            <Page to="/compare" text={say(words.compare)} />
            <Page to="/clouds" text={say(words.clouds)} />
          </>
        )}
        {papers && (
          <>
            <li className="heading" aria-hidden="true">
              {say(words.study)}
            </li>
            {!document && <Page to="/clouds" text={say(words.clouds)} />}
            <Page to="/files" text={say(words.files)} />
            <Page to="/samples" text={say(words.samples)} />
            <Page to="/parameters" text={say(words.parameters)} />
          </>
        )}
        {document && <Page to="/report" text={say(words.report)} />}
        <li className="heading" aria-hidden="true">
          {say(words.withoutStudy)}
        </li>
        <Page to="/tools" text={say(words.tools)} />
      </ul>
    </nav>
  );
}

interface PageLink {
  readonly to:
    | "/"
    | "/study"
    | "/standards"
    | "/design"
    | "/compare"
    | "/clouds"
    | "/files"
    | "/samples"
    | "/parameters"
    | "/report"
    | "/tools";
  readonly text: string;
}

function Page({ to, text }: PageLink) {
  return (
    <li>
      <Link to={to} activeOptions={{ exact: to === "/" }} activeProps={{ "aria-current": "page" }}>
        {text}
      </Link>
    </li>
  );
}
