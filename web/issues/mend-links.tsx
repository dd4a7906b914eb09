import { Link } from "@tanstack/react-router";
import { sheetFileName, studyFileName } from "@vesica/run/names";
import type { Issue } from "vesica/kernel";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

/** Where errors of the study's papers are mended; nothing where there are none. */
export function MendLinks({ issues }: { readonly issues: readonly Issue[] }) {
  const say = useSay();
  const isWrong = (name: string) =>
    issues.some(({ file, severity }) => severity === "error" && file === name);
  return (
    <>
      {isWrong(studyFileName) && (
        <Link to="/parameters" className="button main">
          {say(words.mend, { name: studyFileName })}
        </Link>
      )}
      {isWrong(sheetFileName) && (
        <Link to="/samples" className="button main">
          {say(words.mend, { name: sheetFileName })}
        </Link>
      )}
    </>
  );
}
