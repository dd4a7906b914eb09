import { BlocksView } from "../blocks/blocks.tsx";
import { ReportBlocks } from "../blocks/report-blocks.tsx";
import { WithResult } from "../shell/missing.tsx";
import { words as shell } from "../shell/words.ts";
import { useSay } from "../words/language.tsx";
import { StandardsGlance } from "./standards-glance.tsx";
import { words } from "./words.ts";

/** The field's reporting checklists, filled in as far as they could be. */
export function Standards() {
  const say = useSay();
  return (
    <WithResult>
      {({ document, drawings }) => (
        <ReportBlocks document={document} drawings={drawings}>
          {(section) => {
            const chapter = section("checklists");
            return (
              <section id="checklists" className="chapter">
                <h1>{say(shell.standards)}</h1>
                <StandardsGlance checklists={document.checklists} />
                {chapter ? <BlocksView blocks={chapter.blocks} /> : <p>{say(words.noStandards)}</p>}
              </section>
            );
          }}
        </ReportBlocks>
      )}
    </WithResult>
  );
}
