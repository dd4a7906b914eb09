import { formatBytes } from "vesica/report";
import { doTask } from "../engine/engine.ts";
import { analyseSession } from "../session/analyse.ts";
import type { StudyResult } from "../session/result.ts";
import { useSession } from "../session/state.ts";
import { WithResult } from "../shell/missing.tsx";
import { words as shell } from "../shell/words.ts";
import { samePapers } from "../sources/kept-format.ts";
import { useSay } from "../words/language.tsx";
import { saveFile } from "./save.ts";
import { words } from "./words.ts";

/** What can be taken away from a study. */
export function Report() {
  return <WithResult>{(result) => <ReportOf result={result} />}</WithResult>;
}

function ReportOf({ result: { files, document } }: { readonly result: StudyResult }) {
  const say = useSay();
  const { papers, analysed, stage } = useSession();
  const isEarlier = papers !== null && analysed !== null && !samePapers(papers, analysed);
  if (!files) return <p>{say(shell.composing)} …</p>;
  const file = (path: string) => files.find((each) => each.path === path)!;
  const tables = files.filter(({ path }) => path.startsWith("tables/"));
  const title = document.study.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "study";
  const all = async () => {
    const { study, sheet } = analysed ?? papers!;
    const own = [
      { name: "study.yaml", blob: new Blob([study as Uint8Array<ArrayBuffer>]) },
      { name: "samples.csv", blob: new Blob([sheet as Uint8Array<ArrayBuffer>]) },
    ];
    const parts = files.map(({ path, blob }) => ({ name: `results/${path}`, blob }));
    saveFile(`${title}.zip`, await doTask("pack-archive", [...own, ...parts]));
  };
  return (
    <section className="chapter">
      <h1>{say(words.title)}</h1>
      <p>{say(words.intro)}</p>
      {isEarlier && (
        <div className="notice earlier" role="status">
          <p>{say(words.earlier)}</p>
          <button type="button" disabled={stage === "running"} onClick={() => void analyseSession()}>
            {say(shell.again)}
          </button>
        </div>
      )}
      <div className="actions">
        <button type="button" className="main" onClick={all}>
          {say(words.everything)}
        </button>
        <button type="button" onClick={() => print()}>
          {say(words.print)}
        </button>
      </div>
      <h2>{say(words.report)}</h2>
      <p>{say(words.reportText)}</p>
      <SaveButton path="report.html" blob={file("report.html").blob} />
      <h2>{say(words.document)}</h2>
      <p>{say(words.documentText)}</p>
      <SaveButton path="result.json" blob={file("result.json").blob} />
      <h2>{say(words.tables)}</h2>
      {tables.map(({ path, blob }) => (
        <SaveButton key={path} path={path} blob={blob} />
      ))}
      <h2>{say(words.papers)}</h2>
      <p>{say(words.papersText)}</p>
      {papers && <SaveButton path="study.yaml" blob={new Blob([papers.study as Uint8Array<ArrayBuffer>])} />}
      {papers && <SaveButton path="samples.csv" blob={new Blob([papers.sheet as Uint8Array<ArrayBuffer>])} />}
    </section>
  );
}

function SaveButton({ path, blob }: { readonly path: string; readonly blob: Blob }) {
  const say = useSay();
  const name = path.split("/").at(-1)!;
  return (
    <p>
      <button type="button" onClick={() => saveFile(name, blob)}>
        {say(words.save, { name })}
      </button>{" "}
      <small>{formatBytes(blob.size)}</small>
    </p>
  );
}
