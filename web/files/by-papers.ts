import { useEffect, useState } from "react";
import { doTask } from "../engine/engine.ts";
import { useSession } from "../session/state.ts";
import type { FilesByPapers } from "../worker/files-by-papers.ts";

/** What the papers say of the study's files; null until it is known. */
export function useFilesByPapers(): FilesByPapers | null {
  const { papers, files } = useSession();
  const [known, setKnown] = useState<FilesByPapers | null>(null);
  useEffect(() => {
    if (!papers) return setKnown(null);
    let gone = false;
    const names = files.map(({ name }) => name);
    doTask("files-by-papers", { papers, names }).then(
      (said) => gone || setKnown(said),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [papers, files]);
  return known;
}
