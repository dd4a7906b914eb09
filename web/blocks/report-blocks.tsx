import { type ReactNode, useMemo } from "react";
import {
  type Drawings,
  type ReportContext,
  reportContext,
  reportSections,
  type Section,
} from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { useWhy } from "../why/why.tsx";
import { BlocksContext } from "./blocks.tsx";

interface Props {
  readonly document: ResultDocument;
  readonly drawings: Drawings;
  readonly children: (sections: ReadonlyMap<string, Section>, context: ReportContext) => ReactNode;
}

/** The report's chapters of a document by their ids, with numbers that open the drawer. */
export function ReportBlocks({ document, drawings, children }: Props) {
  const show = useWhy();
  const { context, sections, steps } = useMemo(() => {
    const made = reportContext(document);
    const chapters = reportSections(made);
    return {
      context: made,
      sections: new Map(chapters.map((section) => [section.id, section])),
      steps: new Map([...made.anchors].map(([id, anchor]) => [anchor, id])),
    };
  }, [document]);
  const value = {
    drawings,
    why: (why: string) => show({ why }),
    evidence: (anchor: string) => {
      const step = steps.get(anchor);
      if (step !== undefined) show({ step });
      return step !== undefined;
    },
  };
  return <BlocksContext.Provider value={value}>{children(sections, context)}</BlocksContext.Provider>;
}
