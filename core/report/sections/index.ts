import type { Section } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { checklistsSection } from "./checklists.ts";
import { evidenceSection } from "./evidence.ts";
import { featuresSection } from "./features.ts";
import { figuresSection } from "./figures.ts";
import { filesSection } from "./files.ts";
import { assumptionsSection, methodsSection } from "./methods.ts";
import { samplesSection } from "./samples.ts";
import { verdictSection } from "./verdict.ts";

const makers = {
  verdict: verdictSection,
  figures: figuresSection,
  features: featuresSection,
  checklists: checklistsSection,
  samples: samplesSection,
  assumptions: assumptionsSection,
  methods: methodsSection,
  evidence: evidenceSection,
  files: filesSection,
};

export type SectionId = keyof typeof makers;

/** One chapter of the report; null where it has nothing to say. */
export function reportSection(id: SectionId, context: ReportContext): Section | null {
  return makers[id](context);
}

/** The report's chapters in reading order; a chapter with nothing to say is left out. */
export function reportSections(context: ReportContext): readonly Section[] {
  return Object.values(makers)
    .map((make) => make(context))
    .filter((section) => section !== null);
}
