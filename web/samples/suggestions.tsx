import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useSay } from "../words/language.tsx";
import { words } from "./words.ts";

interface SuggestionsProps {
  readonly id: string;
  /** The field that is completed. */
  readonly beside: RefObject<HTMLElement | null>;
  readonly options: readonly string[];
  /** The option that Enter takes; -1 for none. */
  readonly chosen: number;
  pick(option: string): void;
  close(): void;
}

const tallest = 240;

/** The list under a field with what it can be completed with. */
export function Suggestions({ id, beside, options, chosen, pick, close }: SuggestionsProps) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0, minWidth: 0, maxHeight: tallest });
  useLayoutEffect(() => {
    let frame = 0;
    const follow = () => {
      const next = placeBeside(beside.current, list.current);
      if (next) setPlace((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [beside]);
  useEffect(() => {
    const isOutside = (event: Event) => {
      if (!list.current?.contains(event.target as Node)) close();
    };
    addEventListener("scroll", isOutside, true);
    addEventListener("resize", close);
    return () => {
      removeEventListener("scroll", isOutside, true);
      removeEventListener("resize", close);
    };
  }, [close]);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return createPortal(
    <div
      ref={list}
      id={id}
      role="listbox"
      className="sheet-options"
      aria-label={say(words.completions)}
      style={place}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field keeps the focus and its keys choose
        <div
          key={option}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(option)}
        >
          {option}
        </div>
      ))}
    </div>,
    document.getElementById("main") ?? document.body,
  );
}

/** Under the field, or over it where there is no room; null where either is not on the page. */
function placeBeside(field: HTMLElement | null, list: HTMLElement | null) {
  if (!field || !list) return null;
  const { left, top, bottom, width } = field.getBoundingClientRect();
  const below = innerHeight - bottom - 8;
  const maxHeight = Math.min(tallest, Math.max(below, top - 8));
  const own = Math.min(list.scrollHeight, maxHeight);
  const isUnder = below >= own || below >= top;
  return {
    left: Math.max(4, Math.min(left, innerWidth - list.offsetWidth - 4)),
    top: isUnder ? bottom : top - own - 2,
    minWidth: width,
    maxHeight,
  };
}
