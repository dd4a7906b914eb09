import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** The width of an element in CSS pixels as it is laid out, at most `most`. */
export function useWidth<E extends HTMLElement>(most: number): readonly [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(most);
  useLayoutEffect(() => {
    const own = element.current;
    if (!own) return;
    const measure = () => setWidth(Math.max(240, Math.min(most, Math.floor(own.clientWidth))));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(own);
    return () => observer.disconnect();
  }, [most]);
  return [element, width];
}
