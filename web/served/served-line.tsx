import { sheetFileName, studyFileName } from "@vesica/run/names";
import { useEffect, useRef } from "react";
import { followServed } from "../session/follow-served.ts";
import { decideConflict, openServed, putAsideBack, saveServed } from "../session/served.ts";
import { changesText } from "../session/served-changes.ts";
import { mergePapers, unsavedPapers } from "../session/served-papers.ts";
import { served, useServed } from "../session/served-state.ts";
import { useSession } from "../session/state.ts";
import type { PaperName } from "../sources/served.ts";
import { useLanguage, useSay } from "../words/language.tsx";
import { words } from "./words.ts";

let followed = false;

/** What stands between this page and the folder behind `vesica serve`: saved or not, conflicts, what changed on disk. */
export function ServedLine() {
  const say = useSay();
  const { language } = useLanguage();
  const { link, title, told } = useServed();
  const { place, stage } = useSession();
  const current = useRef(language);
  current.current = language;
  useEffect(() => {
    if (followed) return;
    followed = true;
    followServed(() => current.current);
  }, []);
  if (link === "none") return null;
  const elsewhere = place !== "served" && stage !== "none";
  return (
    <section className="served" aria-label={say(words.title)}>
      {link === "key" && (
        <p className="fail" role="alert">
          {say(words.key)}
        </p>
      )}
      {link === "lost" && (
        <p className="fail" role="alert">
          {say(words.lost)}
        </p>
      )}
      {link !== "key" &&
        (elsewhere ? (
          <button type="button" onClick={() => openServed(language)}>
            {say(words.other, { title })}
          </button>
        ) : (
          <ServedPapers />
        ))}
      <p role="status" className="told">
        {told && !elsewhere && say(changesText(told.changes, told.analysed))}
      </p>
    </section>
  );
}

const fileNames: Readonly<Record<PaperName, string>> = { study: studyFileName, sheet: sheetFileName };
const named = (names: readonly PaperName[]) => names.map((name) => fileNames[name]).join(", ");

/** Whether the papers of this page are those in the folder, and what to do where they are not. */
function ServedPapers() {
  const say = useSay();
  const { papers } = useSession();
  const { title, base, theirs, aside, saving } = useServed();
  if (!papers) return null;
  const unsaved = unsavedPapers(papers, base);
  const drafted = !base.study && !base.sheet;
  if (theirs) {
    const { conflicts } = mergePapers(papers, base, theirs);
    return (
      <div className="state doubt" role="alert">
        <p>{say(words.conflict, { files: named(conflicts) })}</p>
        <button type="button" onClick={() => decideConflict("disk")}>
          {say(words.takeDisk)}
        </button>
        <button type="button" onClick={() => decideConflict("mine")}>
          {say(words.keepMine)}
        </button>
      </div>
    );
  }
  return (
    <>
      <div className={unsaved.length > 0 ? "state doubt" : "state"}>
        <p>
          <strong>{title}</strong>{" "}
          {say(unsaved.length === 0 ? words.saved : drafted ? words.drafted : words.unsaved, {
            files: named(unsaved),
          })}
        </p>
        {unsaved.length > 0 && (
          <button type="button" className="main" disabled={saving} onClick={saveServed}>
            {say(saving ? words.saving : words.save)}
          </button>
        )}
      </div>
      {aside && (
        <div className="state">
          <p>{say(words.aside)}</p>
          <button type="button" onClick={putAsideBack}>
            {say(words.putBack)}
          </button>
          <button type="button" onClick={() => served.set({ aside: null })}>
            {say(words.forget)}
          </button>
        </div>
      )}
    </>
  );
}
