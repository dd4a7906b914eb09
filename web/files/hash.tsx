import { useEffect, useState } from "react";
import { doTask } from "../engine/engine.ts";
import { useSay } from "../words/language.tsx";
import { words } from "./raw-words.ts";

/** Files up to this size are hashed by themselves. */
const atOnce = 67_108_864;

/** The SHA-256 of a file: from the results, else computed in a worker. */
export function Hash({ blob, known }: { readonly blob: Blob; readonly known: string | undefined }) {
  const say = useSay();
  const [asked, setAsked] = useState(blob.size <= atOnce);
  const [made, setMade] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const there = known !== undefined && known !== "";
  useEffect(() => {
    if (!asked || there) return;
    const end = new AbortController();
    doTask("hash-file", blob, end.signal).then(
      (digest) => end.signal.aborted || setMade(digest ?? "–"),
      () => {},
    );
    return () => end.abort();
  }, [asked, there, blob]);
  const digest = there ? known : made;
  if (digest === null)
    return asked ? (
      say(words.shaBusy)
    ) : (
      <button type="button" onClick={() => setAsked(true)}>
        {say(words.shaAsk)}
      </button>
    );
  return (
    <>
      <code>{digest}</code>{" "}
      <button
        type="button"
        onClick={() => navigator.clipboard?.writeText(digest).then(() => setCopied(true))}
      >
        <span aria-live="polite">{say(copied ? words.copied : words.copy)}</span>
      </button>
    </>
  );
}
