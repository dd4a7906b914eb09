import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Section, SectionId } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { BlocksView, SectionView } from "../blocks/blocks.tsx";
import { Later } from "../blocks/later.tsx";
import { ReportBlocks } from "../blocks/report-blocks.tsx";
import { Features } from "../features/features.tsx";
import type { StudyResult } from "../session/result.ts";
import { WithResult } from "../shell/missing.tsx";
import { useSay } from "../words/language.tsx";
import { roomDocument } from "./room-document.ts";
import { termOf } from "./terms.ts";
import { words } from "./words.ts";

const chapters = ["samples", "assumptions", "methods"] as const;

/** One room of the study: its numbers, what is doubtful, its figures, every sample, how it was done. */
export function Room() {
  const { room } = useParams({ strict: false }) as { room: string };
  return <WithResult>{(result) => <RoomOf key={room} room={room} result={result} />}</WithResult>;
}

interface ChaptersProps {
  readonly section: (id: SectionId) => Section | null;
  readonly document: ResultDocument;
}

function Chapters({ section, document }: ChaptersProps) {
  const figures = section("figures");
  const features = section("features");
  return (
    <>
      {figures && <SectionView section={figures} />}
      {features && <Features section={features} tables={document.tables} />}
      {chapters.map((id) => {
        const chapter = section(id);
        return chapter && <SectionView key={id} section={chapter} />;
      })}
    </>
  );
}

function RoomOf({ room, result }: { readonly room: string; readonly result: StudyResult }) {
  const say = useSay();
  const document = useMemo(() => roomDocument(result.document, room), [result, room]);
  if (document.domains.length === 0) return <h1>{say(words.noRoom)}</h1>;
  return (
    <ReportBlocks document={document} drawings={result.drawings}>
      {(section) => (
        <>
          <section id="verdict" className="chapter">
            <h1>{say(termOf(document, room))}</h1>
            <BlocksView blocks={section("verdict")!.blocks} />
          </section>
          <Later>
            <Chapters section={section} document={document} />
          </Later>
        </>
      )}
    </ReportBlocks>
  );
}
