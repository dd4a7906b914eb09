import { Link, useNavigate, useRouterState } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { OwnWorker } from "../engine/engine.ts";
import { useLooked } from "../files/looked.ts";
import { IssueList } from "../issues/issue-list.tsx";
import { useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import { BeadPeaks } from "./bead-peaks.tsx";
import { CloudDesk } from "./cloud-desk.tsx";
import { cloudFiles } from "./cloud-files.ts";
import { CloudHistogram } from "./cloud-histogram.tsx";
import { type OpenFile, useOpenFile, useOwnWorker } from "./use-opened.ts";
import { words } from "./words.ts";

/** Single events and particles of a file: looked at, gated, and bead peaks corrected by hand. */
export function Clouds() {
  const say = useSay();
  const { files, found, papers } = useSession();
  useLooked();
  const names = useMemo(() => cloudFiles(files, found), [files, found]);
  if (papers && found.size === 0)
    return (
      <section className="clouds">
        <h1>{say(words.title)}</h1>
        <p role="status">{say(words.looking)}</p>
      </section>
    );
  if (!papers || names.length === 0)
    return (
      <section className="empty">
        <h1>{say(words.title)}</h1>
        <p>{say(words.noStudy)}</p>
        <Link to="/" className="button">
          {say(words.toOpen)}
        </Link>
      </section>
    );
  return <CloudsOf names={names} />;
}

function CloudsOf({ names }: { readonly names: readonly string[] }) {
  const say = useSay();
  const navigate = useNavigate();
  const wanted = useRouterState({
    select: ({ location }) => (location.search as { readonly file?: unknown }).file,
  });
  const name = names.find((each) => each === String(wanted)) ?? names[0]!;
  const worker = useOwnWorker();
  const opening = useOpenFile(worker, name);
  const choose = (file: string) =>
    void navigate({ to: ".", search: { file } as never, replace: true, resetScroll: false });
  return (
    <section className="clouds">
      <h1>{say(words.title)}</h1>
      <div className="fields">
        <label>
          <span>{say(words.file)}</span>
          <select value={name} onChange={({ target }) => choose(target.value)}>
            {names.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      </div>
      {opening.state === "opening" && <p role="status">{say(words.opening)}</p>}
      {opening.state === "refused" && <IssueList issues={opening.issues} />}
      {opening.state === "failed" && (
        <p role="alert" className="error">
          {say(words.failed, { reason: opening.reason })}
        </p>
      )}
      {opening.state === "open" && worker && <OpenedFile key={name} worker={worker} file={opening.file} />}
    </section>
  );
}

function OpenedFile({ worker, file }: { readonly worker: OwnWorker; readonly file: OpenFile }) {
  const say = useSay();
  const [at, setAt] = useState(0);
  const { opened, issues } = file;
  if (!opened) return <p>{say(words.nothing)}</p>;
  const index = Math.min(at, opened.clouds.length - 1);
  const card = opened.clouds[index]!;
  const own = { worker, file, cloud: index };
  return (
    <>
      {opened.clouds.length > 1 && (
        <div className="fields">
          <label>
            <span>{say(words.dataSet)}</span>
            <select value={index} onChange={({ target }) => setAt(target.selectedIndex)}>
              {opened.clouds.map((cloud, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: clouds in their order have no other name
                <option key={place} value={place}>
                  {cloud.name || place + 1}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {card.suggested.y === null ? (
        <CloudHistogram key={index} {...own} />
      ) : (
        <CloudDesk key={index} {...own} />
      )}
      {card.hasPeaks && <BeadPeaks key={`beads ${index}`} {...own} />}
      {issues.length > 0 && <IssueList issues={issues} placeless />}
    </>
  );
}
