import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useRef } from "react";
import { estimateKey, featureTableKey } from "vesica/kernel";
import { useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import { EvidenceChain } from "./evidence-chain.tsx";
import { WhyNumber } from "./why-number.tsx";
import { WhyTable } from "./why-table.tsx";
import { words } from "./words.ts";

/** What the link of every page may carry: a number, a table of features, or a step of their making, that the drawer shows. */
export interface WhySearch {
  readonly why?: string;
  readonly table?: string;
  readonly step?: string;
}

/** Opens the drawer on a number by `estimateKey`, on a table by `featureTableKey`, or on a step by the id of its evidence. */
export function useWhy(): (search: WhySearch) => void {
  const navigate = useNavigate();
  return (search) =>
    void navigate({
      to: ".",
      resetScroll: false,
      search: (now: object) => ({ ...now, why: undefined, table: undefined, step: undefined, ...search }),
    } as never);
}

/** The drawer beside the page: from a number back to the bytes. Escape closes it. */
export function WhyDrawer() {
  const say = useSay();
  const { why, table: key, step } = useSearch({ strict: false }) as WhySearch;
  const { result, before } = useSession();
  const show = useWhy();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = result !== null && (why ?? key ?? step) !== undefined;
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  const estimate = useMemo(
    () => (why === undefined ? null : result?.document.estimates.find((each) => estimateKey(each) === why)),
    [why, result],
  );
  const earlier = useMemo(
    () => (why === undefined ? undefined : before?.estimates.find((each) => estimateKey(each) === why)),
    [why, before],
  );
  const document = result?.document;
  const table =
    key === undefined ? undefined : document?.tables.find((each) => featureTableKey(each) === key);
  const node = step ?? table?.evidence ?? estimate?.evidence;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className="drawer why"
      aria-labelledby="why-title"
      onClose={() => (open ? show({}) : undefined)}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <header>
        <h2 id="why-title">{say(key === undefined ? words.title : words.tableTitle)}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {say(words.close)}
        </button>
      </header>
      {open && document && (
        <>
          {why !== undefined && !estimate && <p>{say(words.gone)}</p>}
          {estimate && <WhyNumber estimate={estimate} earlier={earlier ?? null} document={document} />}
          {key !== undefined && !table && <p>{say(words.tableGone)}</p>}
          {table && <WhyTable table={table} document={document} />}
          {node !== undefined && (
            <EvidenceChain
              id={node}
              document={document}
              said={say(table ? words.tableMadeText : words.madeText)}
            />
          )}
        </>
      )}
    </dialog>
  );
}
