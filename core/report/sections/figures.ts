import type { Section } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { messages } from "../messages.ts";

/** Every figure of the document with its caption. */
export function figuresSection({ document }: ReportContext): Section | null {
  if (document.figures.length === 0) return null;
  const blocks = document.figures.map(
    ({ id, title, description }) => ({ kind: "figure", id, title, description }) as const,
  );
  return { id: "figures", title: messages.figures, blocks };
}
