import { session, useSession } from "../session/state.ts";
import { markSafe } from "../sources/keeping.ts";
import { words } from "../sources/words.ts";
import { useSay } from "../words/language.tsx";
import { downloadPapers } from "./download.ts";

/** Downloads study.yaml and samples.csv. */
export function DownloadStudy() {
  const say = useSay();
  const { papers, title } = useSession();
  if (!papers) return null;
  return (
    <button
      type="button"
      title={say(words.downloadHelp)}
      onClick={async () => {
        const given = session.get().papers;
        if (!given) return;
        await downloadPapers(title, given);
        markSafe(given);
      }}
    >
      {say(words.download)}
    </button>
  );
}
