import { type ReactNode, useMemo } from "react";
import {
  type Drawings,
  type ReportContext,
  reportContext,
  reportSection,
  type Section,
  type SectionId,
} from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { useWhy } from "../why/why.tsx";
import { remedyOf } from "../words/remedies.ts";
import { BlocksContext } from "./context.ts";

interface Props {
  readonly document: ResultDocument;
  readonly drawings: Drawings | null;
  readonly children: (section: (id: SectionId) => Section | null) => ReactNode;
}

/** The report's chapters of a document, each made when it is asked for, with numbers that open the drawer. */
export function ReportBlocks({ document, drawings, children }: Props) {
  const show = useWhy();
  const { section, steps } = useMemo(() => chapters(document), [document]);
  const value = {
    drawings,
    why: (why: string) => show({ why }),
    evidence: (anchor: string) => {
      const step = steps(anchor);
      if (step !== undefined) show({ step });
      return step !== undefined;
    },
  };
  return <BlocksContext.Provider value={value}>{children(section)}</BlocksContext.Provider>;
}

function chapters(document: ResultDocument) {
  const issues = document.issues.map((issue) => ({ ...issue, remedy: remedyOf(issue) }));
  const context: ReportContext = reportContext({ ...document, issues });
  const made = new Map<SectionId, Section | null>();
  const section = (id: SectionId) => {
    if (!made.has(id)) made.set(id, reportSection(id, context));
    return made.get(id)!;
  };
  const steps = (anchor: string) => [...context.anchors].find(([, own]) => own === anchor)?.[0];
  return { section, steps };
}
