import { useSay } from "../words/language.tsx";
import type { FormatWords } from "../worker/list-formats.ts";
import type { Formats } from "./formats.ts";
import { words } from "./words.ts";

interface FormatChoiceProps {
  readonly formats: Formats;
  readonly format: string;
  onFormat(format: string): void;
}

/** Which format a file is read as: tables to be mapped first, then those of instruments. */
export function FormatChoice({ formats, format, onFormat }: FormatChoiceProps) {
  const say = useSay();
  const all = [...formats.values()];
  const known = formats.get(format);
  const option = ({ id, title, roomTitle }: FormatWords) => (
    <option key={id} value={id}>
      {`${say(title)} · ${say(roomTitle)}`}
    </option>
  );
  return (
    <label className="field">
      <span>{say(words.format)}</span>
      <select value={format} onChange={(event) => onFormat(event.target.value)}>
        <optgroup label={say(words.tables)}>{all.filter(({ mapping }) => mapping).map(option)}</optgroup>
        <optgroup label={say(words.others)}>{all.filter(({ mapping }) => !mapping).map(option)}</optgroup>
      </select>
      {known && (
        <small>
          {say(words[known.checked])}
          <br />
          {say(known.checkedNote)}
        </small>
      )}
    </label>
  );
}
