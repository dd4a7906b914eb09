import { Link } from "@tanstack/react-router";
import type { Checklist, ChecklistStatus } from "vesica/kernel";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

/** How far each checklist is filled in, under a title and what that means. */
export function StandardsGlance({ checklists }: { readonly checklists: readonly Checklist[] }) {
  const say = useSay();
  if (checklists.length === 0) return null;
  return (
    <>
      <p>{say(words.standardsIntro)}</p>
      <StandardCards checklists={checklists} />
    </>
  );
}

/** How far each checklist is filled in, as bars with their counts in words. */
export function StandardCards({ checklists }: { readonly checklists: readonly Checklist[] }) {
  const say = useSay();
  if (checklists.length === 0) return null;
  return (
    <ul className="glance">
      {checklists.map(({ id, title, items }) => {
        const count = (status: ChecklistStatus) => items.filter((item) => item.status === status).length;
        const [met, doubtful, blank] = [count("met"), count("doubtful"), count("not reported")];
        const share = (part: number) => ({
          width: `${(100 * part) / Math.max(1, met + doubtful + blank)}%`,
        });
        return (
          <li key={id}>
            <h2>
              <Link to="/standards">{say(title)}</Link>
            </h2>
            <div className="meter" aria-hidden="true">
              <span className="met" style={share(met)} />
              <span className="doubtful" style={share(doubtful)} />
            </div>
            <small>
              {say(words.met, { count: met })} · {say(words.doubtful, { count: doubtful })} ·{" "}
              {say(words.blank, { count: blank })}
              {count("not applicable") > 0 && ` · ${say(words.not, { count: count("not applicable") })}`}
            </small>
          </li>
        );
      })}
    </ul>
  );
}
