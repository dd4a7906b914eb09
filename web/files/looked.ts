import { useEffect } from "react";
import { lookAtFiles } from "../session/look.ts";
import { session, useSession } from "../session/state.ts";
import type { SourceFile } from "../sources/source.ts";

let looking: readonly SourceFile[] | null = null;

/** Has the study's files looked at where that was not needed before. */
export function useLooked(): void {
  const { files, found, stage } = useSession();
  useEffect(() => {
    if (files.length === 0 || found.size > 0 || stage === "looking" || looking === files) return;
    looking = files;
    lookAtFiles()
      .catch((error: unknown) => session.set({ fault: String(error) }))
      .finally(() => {
        looking = null;
      });
  }, [files, found, stage]);
}
