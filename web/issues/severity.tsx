import type { Severity } from "vesica/kernel";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

/** Each severity has a shape of its own: an octagon, a triangle, a circle. */
const shapes: Readonly<Record<Severity, string>> = {
  error: "M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Z",
  warning: "M8 1.2 15.6 14.8H.4Z",
  note: "M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 1 1 8 .8Z",
};

const signs: Readonly<Record<Severity, string>> = {
  error: "M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6",
  warning: "M8 5.8v4.4M8 12.1v.9",
  note: "M8 4.2v.9M8 7.2v5",
};

/** How severe something is, by shape and word. */
export function SeverityMark({ severity, wordless = false }: MarkProps) {
  const say = useSay();
  return (
    <span className={`severity ${severity}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={shapes[severity]} className="shape" />
        <path d={signs[severity]} className="sign" />
      </svg>
      <span className={wordless ? "hidden" : undefined}>{say(words[severity])}</span>
    </span>
  );
}

interface MarkProps {
  readonly severity: Severity;
  /** The word is there for screen readers only. */
  readonly wordless?: boolean;
}
