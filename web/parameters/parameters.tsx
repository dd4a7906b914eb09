import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { doTask } from "../engine/engine.ts";
import { IssueList } from "../issues/issue-list.tsx";
import { useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import type { RoomParameters } from "../worker/operations.ts";
import { ChangesView } from "./changes-view.tsx";
import { RoomForm } from "./room-form.tsx";
import { StudyFields } from "./study-fields.tsx";
import { useStudyWords } from "./use-study-words.ts";
import { words } from "./words.ts";
import { YamlEditor } from "./yaml-editor.tsx";

/** What the study sets, as forms and as text, and what a change did to the headline numbers. */
export function Parameters() {
  const say = useSay();
  const { papers } = useSession();
  if (papers) return <StudyParameters />;
  return (
    <section className="empty">
      <h1>{say(words.noStudy)}</h1>
      <Link to="/" className="button">
        {say(words.toOpen)}
      </Link>
    </section>
  );
}

function StudyParameters() {
  const say = useSay();
  const { issues, result } = useSession();
  const read = useStudyWords();
  const rooms = useRooms();
  const there = result?.document.domains;
  const shown = there ? rooms.filter(({ id }) => there.includes(id) || read?.words?.parameters[id]) : rooms;
  const errors = issues.filter(({ severity }) => severity === "error");
  return (
    <>
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      {read?.words && <IssueList issues={errors} label={say(words.studyIssues)} />}
      <div className="parameters">
        <div>
          {read && !read.words && <p className="doubtful">{say(words.unreadable)}</p>}
          {read?.words && <StudyFields study={read.words} />}
          {read?.words &&
            shown.map((room) => (
              <RoomForm key={room.id} room={room} value={read.words!.parameters[room.id]} />
            ))}
          <YamlEditor wrong={read && !read.words ? read.issues : []} />
        </div>
        <ChangesView />
      </div>
    </>
  );
}

/** What may be set for each room; nothing until the worker has told. */
function useRooms(): readonly RoomParameters[] {
  const [rooms, setRooms] = useState<readonly RoomParameters[]>([]);
  useEffect(() => {
    doTask("room-parameters", undefined as never).then(setRooms, () => {});
  }, []);
  return rooms;
}
