import { useNavigate } from "@tanstack/react-router";
import { openExample } from "../session/open.ts";
import { useLanguage, useSay } from "../words/language.tsx";
import { KeptStudies } from "./kept-studies.tsx";
import { words } from "./words.ts";

/** The first screen. */
export function Home() {
  const say = useSay();
  const { language } = useLanguage();
  const navigate = useNavigate();
  return (
    <section className="home">
      <h1>{say(words.promise)}</h1>
      <button
        type="button"
        onClick={async () => {
          await openExample(language);
          await navigate({ to: "/study" });
        }}
      >
        {say(words.example)}
      </button>
      <KeptStudies />
    </section>
  );
}
