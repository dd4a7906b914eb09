import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Selection, selectionFrom, selectionText } from "./selection.ts";

/** The samples that the page's address names, and how to name others. */
export function useSelection(known: readonly string[]): readonly [Selection, (next: Selection) => void] {
  const navigate = useNavigate();
  const text = useRouterState({
    select: ({ location }) => (location.search as { readonly samples?: unknown }).samples,
  });
  const selection = useMemo(() => selectionFrom(text, known), [text, known]);
  const choose = (next: Selection) => {
    const ordered = new Set(known.filter((name) => next.has(name)));
    const samples = selectionText(ordered);
    void navigate({
      to: ".",
      search: ((old: object) => ({ ...old, samples })) as never,
      replace: true,
      resetScroll: false,
    });
  };
  return [selection, choose];
}
