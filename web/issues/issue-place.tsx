import { Link } from "@tanstack/react-router";
import { sheetFileName, studyFileName } from "@vesica/run/names";
import type { Issue, Place } from "vesica/kernel";
import { useSession } from "../session/state.ts";
import { type Say, useSay } from "../words/language.tsx";
import { words } from "./words.ts";

/** Where an issue is, with a link to it: the sheet, the study's parameters, or the file's own bytes. */
export function IssuePlace({ file, place }: Pick<Issue, "file" | "place">) {
  const say = useSay();
  const known = useSession().files.some(({ name }) => name === file);
  const where = placeWords(say, place);
  if (file === undefined) return where === "" ? null : <span className="place">{where}</span>;
  const label = (
    <>
      <bdi>{file}</bdi>
      {where !== "" && ` · ${where}`}
    </>
  );
  if (file === sheetFileName) return <Link to="/samples">{label}</Link>;
  if (file === studyFileName) return <Link to="/parameters">{label}</Link>;
  if (!known) return <span className="place">{label}</span>;
  const { line, byte } = place ?? {};
  const search = line !== undefined ? { line } : byte !== undefined ? { byte } : {};
  return (
    <Link to="/files/$name" params={{ name: file }} search={search}>
      {label}
    </Link>
  );
}

function placeWords(say: Say, place: Place = {}): string {
  const { line, column, byte, key } = place;
  if (line !== undefined)
    return column === undefined ? say(words.line, { line }) : say(words.lineColumn, { line, column });
  if (byte !== undefined) return say(words.byte, { byte });
  return key ?? "";
}
