import { useEffect, useId, useState } from "react";
import { useSay } from "../words/language.tsx";
import { type Encoding, type Written, writtenHow } from "./encoding.ts";
import { placeOf } from "./hex.ts";
import { HexView } from "./hex-view.tsx";
import { words } from "./raw-words.ts";
import { type Target, TextView } from "./text-view.tsx";

interface RawContentProps {
  readonly name: string;
  readonly blob: Blob;
  /** The place that the link names. */
  readonly target: Target | null;
  onTarget(target: Target): void;
}

const headBytes = 65_536;
const encodings: readonly Encoding[] = ["utf-8", "shift_jis", "windows-1252", "utf-16le", "utf-16be"];

/** A file's own bytes, as text or as numbers. */
export function RawContent({ name, blob, target, onTarget }: RawContentProps) {
  const say = useSay();
  const [written, setWritten] = useState<Written | null>(null);
  const [mode, setMode] = useState<"text" | "hex" | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    let gone = false;
    setUnreadable(false);
    blob
      .slice(0, headBytes)
      .arrayBuffer()
      .then(
        (head) => gone || setWritten(writtenHow(new Uint8Array(head))),
        () => gone || setUnreadable(true),
      );
    return () => {
      gone = true;
    };
  }, [blob]);
  const byByte = target !== null && "byte" in target;
  const shown = mode ?? (written?.binary || byByte ? "hex" : "text");
  if (unreadable)
    return (
      <p className="fail" role="alert">
        {say(words.unreadable)}
      </p>
    );
  if (!written) return null;
  if (blob.size === 0) return <p>{say(words.empty)}</p>;
  const fault = () => setUnreadable(true);
  return (
    <>
      <div className="toolbar">
        <fieldset className="toggle">
          <legend className="hidden">{say(words.view)}</legend>
          {(["text", "hex"] as const).map((each) => (
            <button key={each} type="button" aria-pressed={shown === each} onClick={() => setMode(each)}>
              {say(words[each])}
            </button>
          ))}
        </fieldset>
        {shown === "text" && (
          <label>
            <span>{say(words.encoding)}</span>
            <select
              value={written.encoding}
              onChange={(event) => setWritten({ ...written, encoding: event.target.value as Encoding })}
            >
              {encodings.map((encoding) => (
                <option key={encoding} value={encoding}>
                  {encoding}
                </option>
              ))}
            </select>
          </label>
        )}
        {shown === "text" && (
          <GoTo label={say(words.goLine)} least={1} most={blob.size} onPlace={(line) => onTarget({ line })} />
        )}
        <GoTo
          label={say(words.goByte)}
          help={say(words.byteHelp)}
          least={0}
          most={blob.size - 1}
          onPlace={(byte) => {
            setMode(shown);
            onTarget({ byte });
          }}
        />
      </div>
      {shown === "text" ? (
        <TextView name={name} blob={blob} written={written} target={target} onFault={fault} />
      ) : (
        <HexView
          name={name}
          blob={blob}
          target={target && "byte" in target ? target : null}
          onFault={fault}
        />
      )}
    </>
  );
}

interface GoToProps {
  readonly label: string;
  readonly help?: string;
  readonly least: number;
  readonly most: number;
  onPlace(place: number): void;
}

function GoTo({ label, help, least, most, onPlace }: GoToProps) {
  const say = useSay();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="go"
      onSubmit={(event) => {
        event.preventDefault();
        const place = placeOf(typed, least, most);
        setWrong(place === null);
        if (place !== null) onPlace(place);
      }}
    >
      <label>
        <span>{label}</span>
        <input
          value={typed}
          inputMode="numeric"
          size={10}
          title={help}
          aria-invalid={wrong}
          aria-describedby={id}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit">{say(words.go)}</button>
      <span id={id} role="alert" className="fail">
        {wrong && say(words.goWrong)}
      </span>
    </form>
  );
}
