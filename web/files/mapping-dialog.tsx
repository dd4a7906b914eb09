import { useEffect, useMemo, useState } from "react";
import type { ColumnMapping, Issue } from "vesica/kernel";
import { pathMatches } from "vesica/study";
import { IssueList } from "../issues/issue-list.tsx";
import { editFiles } from "../session/edit-files.ts";
import { useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import { useFilesByPapers } from "./by-papers.ts";
import { FormatChoice } from "./format-choice.tsx";
import { useFormats } from "./formats.ts";
import { useHeadText } from "./head-text.ts";
import { mappingFields, typedColumns } from "./mapping-fields.ts";
import { MappingForm } from "./mapping-form.tsx";
import { Modal } from "./modal.tsx";
import { patternChoices } from "./patterns.ts";
import { headerLine, previewTable } from "./preview.ts";
import { PreviewTable } from "./preview-table.tsx";
import { useTrial } from "./trial.ts";
import { TrialView } from "./trial-view.tsx";
import { WhichFiles } from "./which-files.tsx";
import { words } from "./words.ts";

interface MappingDialogProps {
  readonly name: string;
  onClose(): void;
}

type Typed = Readonly<Record<string, string>>;

/** Asks what a file is: its format, and of a table what its columns are. */
export function MappingDialog({ name, onClose }: MappingDialogProps) {
  const say = useSay();
  const { files, found } = useSession();
  const blob = files.find((file) => file.name === name)?.blob;
  const before = useFilesByPapers()?.mapped[name];
  const formats = useFormats();
  const names = useMemo(() => files.map((file) => file.name), [files]);
  const choices = useMemo(() => patternChoices(name, names), [name, names]);
  const [pattern, setPattern] = useState(choices[0]!.pattern);
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  useEffect(() => {
    if (!before) return;
    const { format, ...columns } = before.mapping;
    setChosen(String(format));
    setTyped(Object.fromEntries(Object.entries(columns).map(([key, value]) => [key, String(value)])));
    setPattern(before.match);
  }, [before]);
  const format = chosen ?? [...formats.values()].find(({ mapping }) => mapping !== null)?.id ?? "";
  const schema = formats.get(format)?.mapping ?? null;
  const fields = useMemo(() => (schema ? mappingFields(schema) : []), [schema]);
  const text = useHeadText(blob);
  const preview = useMemo(
    () => (text === null ? null : previewTable(text, typed.delimiter)),
    [text, typed.delimiter],
  );
  const line = Number(typed.headerLine) || (preview ? headerLine(preview) : 1);
  const header = preview?.lines[line - 1] ?? [];
  const columns = typedColumns(fields, schema ? { ...typed, headerLine: String(line) } : {}, header);
  const complete = fields.every((field) => !field.required || columns[field.name] !== undefined);
  const mapping: ColumnMapping | null = complete && format !== "" ? { ...columns, format } : null;
  const trial = useTrial(name, blob, mapping);
  const recognised = (match: string) =>
    [...found.values()].filter(
      ({ source }) => source.status === "read" && source.name !== name && pathMatches(match, source.name),
    ).length;
  const known = choices.some((choice) => choice.pattern === pattern)
    ? choices
    : [
        { kind: "kind" as const, pattern, count: names.filter((each) => pathMatches(pattern, each)).length },
        ...choices,
      ];
  const save = async (edit: Parameters<typeof editFiles>[0]) => {
    const refused = await editFiles(edit);
    if (refused.length === 0) onClose();
    else setIssues(refused);
  };
  return (
    <Modal title={say(words.nameFile, { file: name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save({ kind: "map", entry: { match: pattern, format, columns } });
        }}
      >
        <FormatChoice formats={formats} format={format} onFormat={setChosen} />
        {schema && preview && (
          <PreviewTable
            preview={preview}
            header={line}
            onHeader={(chosenLine) => setTyped({ ...typed, headerLine: String(chosenLine) })}
          />
        )}
        {schema && text === null && <p className="doubtful">{say(words.notATable)}</p>}
        {schema && (
          <MappingForm
            fields={fields}
            typed={{ ...typed, headerLine: String(line) }}
            header={header}
            onTyped={(field, value) => setTyped({ ...typed, [field]: value })}
          />
        )}
        <WhichFiles choices={known} pattern={pattern} recognised={recognised} onPattern={setPattern} />
        <TrialView mapping={mapping} trial={trial} />
        <IssueList issues={issues} />
        <p className="buttons">
          <button type="submit" className="main">
            {say(words.save)}
          </button>
          {before && (
            <button type="button" onClick={() => save({ kind: "unmap", match: before.match })}>
              {say(words.remove)}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {say(words.cancel)}
          </button>
        </p>
      </form>
    </Modal>
  );
}
