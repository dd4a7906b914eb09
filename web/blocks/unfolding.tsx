import { type ReactNode, useState } from "react";
import type { Content } from "vesica/report";
import { ContentView } from "./content.tsx";
import { isForPrint, usePrinting } from "./printing.ts";

interface UnfoldingProps {
  readonly summary: Content;
  readonly id?: string;
  readonly children: ReactNode;
}

/** What is made only when it is unfolded, or when the page is printed. */
export function Unfolding({ summary, id, children }: UnfoldingProps) {
  const [open, setOpen] = useState(isForPrint);
  usePrinting(() => setOpen(true));
  return (
    <details
      id={id}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className={id === undefined ? undefined : "part"}
    >
      <summary>
        <ContentView content={summary} />
      </summary>
      {open && children}
    </details>
  );
}
