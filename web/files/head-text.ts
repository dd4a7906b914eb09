import { useEffect, useState } from "react";
import { decoded, writtenHow } from "./encoding.ts";

const headBytes = 65_536;

/** The beginning of a file as text; null until it is read and where it is no text. */
export function useHeadText(blob: Blob | undefined): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return;
    let gone = false;
    blob
      .slice(0, headBytes)
      .arrayBuffer()
      .then(
        (buffer) => {
          const bytes = new Uint8Array(buffer);
          const { encoding, binary } = writtenHow(bytes);
          if (!gone) setText(binary ? null : decoded(bytes, encoding));
        },
        () => {},
      );
    return () => {
      gone = true;
    };
  }, [blob]);
  return text;
}
