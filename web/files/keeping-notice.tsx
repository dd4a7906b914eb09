import { session, useSession } from "../session/state.ts";
import { choosePapers, takeOver, useKeeping } from "../sources/keeping.ts";
import { words } from "../sources/words.ts";
import { useSay } from "../words/language.tsx";
import { downloadPapers } from "./download.ts";
import { DownloadStudy } from "./download-study.tsx";

/** Tells on every page when another tab has the study, and what can be done. */
export function KeepingNotice() {
  const say = useSay();
  const { title } = useSession();
  const { hold, other } = useKeeping();
  if (other)
    return (
      <div className="notice" role="alert">
        <p>{say(words.conflict)}</p>
        <p className="buttons">
          <button type="button" onClick={() => choosePapers("mine")}>
            {say(words.mine)}
          </button>
          <button type="button" onClick={() => choosePapers("theirs")}>
            {say(words.theirs)}
          </button>
          <button type="button" onClick={() => downloadPapers(`${title} (2)`, other)}>
            {say(words.downloadTheirs)}
          </button>
          <button
            type="button"
            onClick={() => {
              const { papers } = session.get();
              if (papers) void downloadPapers(title, papers);
            }}
          >
            {say(words.downloadMine)}
          </button>
        </p>
      </div>
    );
  if (hold !== "elsewhere" && hold !== "lost") return null;
  return (
    <div className="notice" role="alert">
      <p>{say(words[hold])}</p>
      <p className="buttons">
        <button type="button" onClick={() => takeOver()}>
          {say(hold === "lost" ? words.takeBack : words.takeOver)}
        </button>
        <DownloadStudy />
      </p>
    </div>
  );
}
