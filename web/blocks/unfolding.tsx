import { type ReactNode, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Content } from "vesica/report";
import { ContentView } from "./content.tsx";

interface UnfoldingProps {
  readonly summary: Content;
  readonly id?: string;
  readonly children: ReactNode;
}

/** Whether what is made now is made to be printed: what is folded inside it is open too. */
let forPrint = false;

/** What is made only when it is unfolded, or when the page is printed. */
export function Unfolding({ summary, id, children }: UnfoldingProps) {
  const [open, setOpen] = useState(() => forPrint || matchMedia("print").matches);
  useLayoutEffect(() => {
    const unfold = () => {
      forPrint = true;
      flushSync(() => setOpen(true));
      forPrint = false;
    };
    addEventListener("beforeprint", unfold);
    return () => removeEventListener("beforeprint", unfold);
  }, []);
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
