import { useRouter } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import type { Issue } from "vesica/kernel";
import { formatBytes, formatCount } from "vesica/report";
import { Modal } from "../files/modal.tsx";
import { IssueList } from "../issues/issue-list.tsx";
import { chosenFiles } from "../sources/dropped.ts";
import { openKeptSession, useKeeping } from "../sources/keeping.ts";
import { deleteKept, type KeptStudy, listKept, openKeptWith } from "../sources/kept.ts";
import { listingOf } from "../sources/listing.ts";
import { words } from "../sources/words.ts";
import { useLanguage, useSay } from "../words/language.tsx";

/** The studies that this browser keeps; nothing where there is none. `onOpened` is called when one was opened; without it the files are shown. */
export function KeptStudies({ onOpened }: { readonly onOpened?: () => void }) {
  const say = useSay();
  const router = useRouter();
  const { language } = useLanguage();
  const { issues, id: current } = useKeeping();
  const [studies, setStudies] = useState<readonly KeptStudy[]>([]);
  const [leaving, setLeaving] = useState<KeptStudy | null>(null);
  const [refusedIssues, setRefused] = useState<readonly Issue[]>([]);
  const refresh = useCallback(() => {
    listKept().then(
      (kept) => setStudies(kept ?? []),
      () => setStudies([]),
    );
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is others when a study was kept or let go
  useEffect(() => {
    refresh();
    addEventListener("focus", refresh);
    return () => removeEventListener("focus", refresh);
  }, [refresh, current]);
  const opened = (done: boolean) => {
    refresh();
    if (!done) return;
    if (onOpened) onOpened();
    else if (router.state.location.pathname === "/") void router.navigate({ to: "/files" });
  };
  if (studies.length === 0) return null;
  return (
    <section className="kept-studies" aria-labelledby="kept-studies">
      <h2 id="kept-studies">{say(words.keptStudies)}</h2>
      <ul className="entries">
        {studies.map((study) => (
          <li key={study.id}>
            <KeptLine
              study={study}
              onOpen={async () => opened(await openKeptSession(study.id, language))}
              onFolder={async (files) => {
                const { title, files: given } = chosenFiles(files);
                const listing = listingOf(title, given).then((listed) =>
                  "value" in listed ? openKeptWith(study.id, listed.value) : listed,
                );
                opened(await openKeptSession(study.id, language, listing));
              }}
              onDelete={() => setLeaving(study)}
            />
          </li>
        ))}
      </ul>
      <IssueList issues={[...issues, ...refusedIssues]} />
      {leaving && (
        <Modal
          title={say(words.removeNamed, { title: titleOf(leaving, say) })}
          onClose={() => setLeaving(null)}
        >
          <p>{say(words.removeAsk, { size: formatBytes(leaving.size) })}</p>
          <p className="buttons">
            <button type="button" onClick={() => setLeaving(null)}>
              {say(words.removeNo)}
            </button>
            <button
              type="button"
              className="danger"
              onClick={async () => {
                setRefused(await deleteKept(leaving.id));
                setLeaving(null);
                refresh();
              }}
            >
              {say(words.removeYes)}
            </button>
          </p>
        </Modal>
      )}
    </section>
  );
}

interface KeptLineProps {
  readonly study: KeptStudy;
  onOpen(): void;
  onFolder(files: FileList): void;
  onDelete(): void;
}

function KeptLine({ study, onOpen, onFolder, onDelete }: KeptLineProps) {
  const say = useSay();
  const { language } = useLanguage();
  const { state, files, size, since, missing, busy } = study;
  const title = titleOf(study, say);
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(since);
  return (
    <div className="kept-study">
      <div>
        <strong>
          <bdi>{title}</bdi>
        </strong>{" "}
        {state === "papers" && <span className="chip">{say(words.papersOnly)}</span>}
        {state === "half" && <span className="chip doubtful">{say(words.half)}</span>}
        {busy && <span className="chip">{say(words.busy)}</span>}
        <br />
        {since > 0 && (
          <small>{say(words.sizes, { files: formatCount(files), size: formatBytes(size), date })}</small>
        )}
        {state === "half" && <p>{say(words.halfHelp, { missing, total: files })}</p>}
      </div>
      <div className="buttons">
        {state === "whole" && (
          <button type="button" onClick={onOpen} aria-label={say(words.openNamed, { title })}>
            {say(words.openOne)}
          </button>
        )}
        {state === "papers" && (
          <label className="button">
            {say(words.openWith)}
            <input
              type="file"
              className="hidden"
              multiple
              aria-label={say(words.openWithNamed, { title })}
              ref={(input) => {
                if (input) input.webkitdirectory = true;
              }}
              onChange={(event) => event.target.files && onFolder(event.target.files)}
            />
          </label>
        )}
        <button
          type="button"
          disabled={busy}
          onClick={onDelete}
          aria-label={say(words.removeNamed, { title })}
        >
          {say(words.remove)}
        </button>
      </div>
    </div>
  );
}

function titleOf({ title, state }: KeptStudy, say: ReturnType<typeof useSay>): string {
  if (title !== "") return title;
  return say(state === "half" ? words.unknownTitle : words.untitled);
}
