import { useRouter } from "@tanstack/react-router";
import { analyseSession } from "../session/analyse.ts";
import { openExample } from "../session/open.ts";
import { session, useSession } from "../session/state.ts";
import { useLanguage, useSay } from "../words/language.tsx";
import { DropZone } from "./drop-zone.tsx";
import { Found } from "./found.tsx";
import { KeptStudies } from "./kept-studies.tsx";
import { mayClose } from "./may-close.ts";
import { words } from "./words.ts";

const promises = [
  [words.private, words.privateText],
  [words.doubt, words.doubtText],
  [words.same, words.sameText],
] as const;

/** The first screen: a folder, or the example, one step from numbers. */
export function Home() {
  const say = useSay();
  const { language } = useLanguage();
  const { stage, papers } = useSession();
  const router = useRouter();
  const toResults = async (work: Promise<unknown>) => {
    void router.preloadRoute({ to: "/study" });
    await work;
    const isStillHere = router.state.location.pathname === "/";
    if (session.get().result && isStillHere) await router.navigate({ to: "/study" });
  };
  return (
    <section className="home">
      {!papers && (
        <>
          <h1>{say(words.promise)}</h1>
          <p className="lead">{say(words.lead)}</p>
        </>
      )}
      {papers && <Found analyse={() => toResults(analyseSession())} />}
      {papers && <h2>{say(words.another)}</h2>}
      <DropZone busy={stage === "looking"} small={papers !== null} />
      <div className="actions">
        <button
          type="button"
          className={papers ? "" : "main"}
          onClick={() => {
            if (mayClose(say(words.closeAsk))) void toResults(openExample(language));
          }}
        >
          {say(words.example)}
        </button>
        <small>{say(words.exampleHelp)}</small>
      </div>
      <KeptStudies />
      {!papers && (
        <ul className="three">
          {promises.map(([title, text]) => (
            <li key={title.en}>
              <h2>{say(title)}</h2>
              <p>{say(text)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
