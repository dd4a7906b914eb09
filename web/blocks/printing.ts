import { useLayoutEffect, useRef } from "react";
import { flushSync } from "react-dom";

let forPrint = false;

/** Whether what is made now is made to be printed: what is folded is open, what is long is whole. */
export function isForPrint(): boolean {
  return forPrint || matchMedia("print").matches;
}

/** Runs `before` just ahead of printing, with what it changes on the page at once, and `after` when it is over. */
export function usePrinting(before: () => void, after: () => void = () => {}): void {
  const acts = useRef({ before, after });
  acts.current = { before, after };
  useLayoutEffect(() => {
    const begin = () => {
      forPrint = true;
      flushSync(() => acts.current.before());
      forPrint = false;
    };
    const end = () => acts.current.after();
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
}
