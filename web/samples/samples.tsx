import { useEffect, useMemo } from "react";
import { session, useSession } from "../session/state.ts";
import { useStore } from "../session/store.ts";
import { useSay } from "../words/language.tsx";
import { gapPlaces } from "./gaps.ts";
import { Notices } from "./notices.tsx";
import { SheetAsText } from "./sheet-as-text.tsx";
import { SheetGrid } from "./sheet-grid.tsx";
import { sheet, syncSheet } from "./sheet-store.ts";
import { Toolbar } from "./toolbar.tsx";
import { recordedDilutions, useSources } from "./use-sources.ts";
import { words } from "./words.ts";

/** The sample sheet as a grid that is edited like a spreadsheet. */
export function Samples() {
  const say = useSay();
  const { papers, found, result } = useSession();
  const { history, bytes, fault, asText, check, told } = useStore(sheet);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store looks at the papers itself
  useEffect(syncSheet, [papers, result?.document]);
  const recorded = useMemo(() => recordedDilutions(found), [found]);
  const grid = fault ? null : (history?.present.grid ?? null);
  const places = useMemo(() => (grid ? gapPlaces(grid, recorded) : null), [grid, recorded]);
  const { sources, ownColumns } = useSources();
  if (!papers) return <h1>{say(words.none)}</h1>;
  if (bytes === null || (bytes !== papers.sheet && session.get().papers === papers)) return null;
  const isText = asText || fault !== null;
  return (
    <section className="samples">
      <h1>{say(words.title)}</h1>
      <p className="quiet">
        {say(words.about)}{" "}
        {grid && say(words.counts, { rows: grid.rows.length, columns: grid.columns.length })}
      </p>
      <Notices recorded={recorded} />
      <p className="hidden" aria-live="polite">
        {told && say(told)}
      </p>
      {isText || !history || !places ? (
        <SheetAsText />
      ) : (
        <>
          <Toolbar ownColumns={ownColumns} />
          <SheetGrid
            history={history}
            places={places}
            marks={check?.ofRow ?? null}
            sources={sources}
            ownColumns={ownColumns}
          />
        </>
      )}
    </section>
  );
}
