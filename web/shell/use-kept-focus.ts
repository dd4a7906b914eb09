import { type RefObject, useEffect } from "react";

/** Where what had the focus went away, the focus goes to `main` and not back to the page's beginning; looked at after each drawing. */
export function useKeptFocus(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (lost?.isConnected === false && document.activeElement === document.body)
      main.current?.focus({ preventScroll: true });
  });
}

/** What had the focus last. */
let lost: Element | null = null;
if (typeof document !== "undefined")
  document.addEventListener("focusin", ({ target }) => {
    lost = target instanceof Element ? target : null;
  });
