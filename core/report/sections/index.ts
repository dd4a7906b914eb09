import type { Section } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { checklistsSection } from "./checklists.ts";
import { evidenceSection } from "./evidence.ts";
import { figuresSection } from "./figures.ts";
import { filesSection } from "./files.ts";
import { assumptionsSection, methodsSection } from "./methods.ts";
import { samplesSection } from "./samples.ts";
import { verdictSection } from "./verdict.ts";

const makers = [
  verdictSection,
  figuresSection,
  checklistsSection,
  samplesSection,
  assumptionsSection,
  methodsSection,
  evidenceSection,
  filesSection,
];

/** The report's chapters in reading order; a chapter with nothing to say is left out. */
export function reportSections(context: ReportContext): readonly Section[] {
  return makers.map((make) => make(context)).filter((section) => section !== null);
}
