import { useMemo } from "react";
import { reportContext, reportSections } from "vesica/report";
import { SectionView } from "../blocks/blocks.tsx";
import { WithResult } from "../shell/missing.tsx";
import type { StudyResult } from "../worker/compose-study.ts";

/** The headline of the study and what is doubtful about it. */
export function Verdict() {
  return <WithResult>{(result) => <VerdictOf result={result} />}</WithResult>;
}

function VerdictOf({ result }: { readonly result: StudyResult }) {
  const section = useMemo(() => reportSections(reportContext(result.document))[0]!, [result]);
  return <SectionView section={section} level={1} />;
}
