import { useEffect, useRef, useState } from "react";
import { IssueList } from "../issues/issue-list.tsx";
import { openFiles } from "../session/open.ts";
import { useSession } from "../session/state.ts";
import { Logo } from "../shell/logo.tsx";
import { chosenFiles, droppedFiles, type Given } from "../sources/dropped.ts";
import { useLanguage, useSay } from "../words/language.tsx";
import { mayClose } from "./may-close.ts";
import { words } from "./words.ts";

interface DropZoneProps {
  readonly busy: boolean;
  /** Where a study is open already. */
  readonly small: boolean;
}

/** Where a folder or files are dropped or chosen; a drop anywhere on the page counts. */
export function DropZone({ busy, small }: DropZoneProps) {
  const say = useSay();
  const { language } = useLanguage();
  const { stage, issues } = useSession();
  const [over, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const open = async (given: Promise<Given>) => {
      const { title, files: own } = await given;
      if (mayClose(say(words.closeAsk))) await openFiles(title, own, language);
    };
    const enter = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer) void open(droppedFiles(event.dataTransfer));
    };
    addEventListener("dragover", enter);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", enter);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, [language, say]);
  const choose = (input: HTMLInputElement) => {
    const { title, files: own } = chosenFiles(input.files ?? []);
    input.value = "";
    if (mayClose(say(words.closeAsk))) void openFiles(title, own, language);
  };
  return (
    <>
      <div className={`drop${over ? " over" : ""}${small ? " small" : ""}`} aria-busy={busy}>
        {!small && <Logo />}
        <p className="what">{say(words.drop)}</p>
        <p>
          <small>{say(words.formats)}</small>
        </p>
        <div className="actions">
          <button type="button" onClick={() => folder.current?.click()}>
            {say(words.folder)}
          </button>
          <button type="button" onClick={() => files.current?.click()}>
            {say(words.files)}
          </button>
        </div>
        <input
          ref={folder}
          type="file"
          data-choice="folder"
          hidden
          multiple
          webkitdirectory=""
          onChange={(event) => choose(event.target)}
        />
        <input
          ref={files}
          type="file"
          data-choice="files"
          hidden
          multiple
          onChange={(event) => choose(event.target)}
        />
      </div>
      {stage === "refused" && (
        <div role="alert">
          <p className="error">{say(words.refused)}</p>
          <IssueList issues={issues} />
        </div>
      )}
    </>
  );
}
