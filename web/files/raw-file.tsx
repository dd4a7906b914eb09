import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { formatBytes, formatCount } from "vesica/report";
import { IssueList } from "../issues/issue-list.tsx";
import { useSession } from "../session/state.ts";
import type { SourceFile } from "../sources/source.ts";
import { useSay } from "../words/language.tsx";
import { useFilesByPapers } from "./by-papers.ts";
import { FileActions } from "./file-actions.tsx";
import { type Asked, FileDialog } from "./file-dialog.tsx";
import { FileNumbers } from "./file-numbers.tsx";
import { useFormats } from "./formats.ts";
import { Hash } from "./hash.tsx";
import { useLooked } from "./looked.ts";
import { RawContent } from "./raw-content.tsx";
import { words } from "./raw-words.ts";
import { fileRows, surenessOf } from "./rows.ts";
import { SheetRows } from "./sheet-rows.tsx";
import { targetOf } from "./target.ts";
import { words as listWords } from "./words.ts";

/** One file: what it is, what was made of it, what is wrong with it, and its bytes. */
export function RawFile() {
  const say = useSay();
  const { name } = useParams({ from: "/files/$name" });
  const file = useSession().files.find((each) => each.name === name);
  if (file) return <FileOf key={name} file={file} />;
  return (
    <section className="empty">
      <h1>{say(words.missing, { file: name })}</h1>
      <Link to="/files" className="button">
        {say(words.toFiles)}
      </Link>
    </section>
  );
}

function FileOf({ file }: { readonly file: SourceFile }) {
  const say = useSay();
  const navigate = useNavigate();
  useLooked();
  const { found, result, issues } = useSession();
  const papers = useFilesByPapers();
  const formats = useFormats();
  const [asked, setAsked] = useState<Asked | null>(null);
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const target = useMemo(() => targetOf(search), [search]);
  const { name, size, blob } = file;
  const content = useRef<HTMLHeadingElement>(null);
  const arrived = useRef(target !== null);
  useEffect(() => {
    if (!arrived.current) return;
    arrived.current = false;
    requestAnimationFrame(() => content.current?.scrollIntoView());
  });
  const document = result?.document ?? null;
  const [row] = useMemo(
    () => fileRows({ files: [file], found, papers, document, issues }),
    [file, found, papers, document, issues],
  );
  if (!row) return null;
  const format = row.format === null ? undefined : formats.get(row.format);
  const sureness = surenessOf(row);
  return (
    <section className="raw-file">
      <p>
        <Link to="/files">← {say(words.toFiles)}</Link>
      </p>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <dl className="raw-meta">
        <dt>{say(words.format)}</dt>
        <dd>
          {row.format === null ? say(listWords.unknownFormat) : format ? say(format.title) : row.format}
          {format && ` · ${say(format.roomTitle)}`}
          {row.format !== null && ` · ${say(listWords[sureness])}`}
          {row.confidence > 0 && !row.said && ` (${Math.round(row.confidence * 100)} %)`}
          {format && (
            <>
              <br />
              <small>
                {say(listWords[format.checked])}
                <br />
                {say(format.checkedNote)}
              </small>
            </>
          )}
        </dd>
        <dt>{say(words.status)}</dt>
        <dd>{say(listWords[row.status])}</dd>
        <dt>{say(words.size)}</dt>
        <dd>
          {formatBytes(size)} ({say(words.bytes, { bytes: formatCount(size) })})
        </dd>
        <dt>{say(words.sha)}</dt>
        <dd>
          <Hash blob={blob} known={document?.files.find((each) => each.name === name)?.sha256} />
        </dd>
      </dl>
      <p className="buttons">
        <FileActions row={row} pattern={papers?.ignored[name]} onAsk={(what) => setAsked({ what, name })} />
      </p>
      <FileDialog asked={asked} onClose={() => setAsked(null)} />
      <h2>{say(words.issues)}</h2>
      {row.issues.length === 0 ? <p>{say(words.noIssues)}</p> : <IssueList issues={row.issues} />}
      <h2 ref={content}>{say(words.content)}</h2>
      <RawContent
        name={name}
        blob={blob}
        target={target}
        onTarget={(place) =>
          navigate({
            to: "/files/$name",
            params: { name },
            search: place,
            replace: true,
            resetScroll: false,
          })
        }
      />
      <SheetRows name={name} rows={papers?.rows ?? []} />
      <FileNumbers name={name} result={result} />
    </section>
  );
}
