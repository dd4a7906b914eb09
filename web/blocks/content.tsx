import { type ReactNode, useContext } from "react";
import type { Text } from "vesica/kernel";
import type { Content, Inline } from "vesica/report";
import { useSay } from "../words/language.tsx";
import { Prose } from "../words/prose.tsx";
import { BlocksContext } from "./context.ts";
import { words } from "./words.ts";

export function TextView({ text }: { readonly text: Text }) {
  return <Prose text={useSay()(text)} />;
}

const isList = (content: Content): content is readonly Inline[] => Array.isArray(content);

export function ContentView({ content }: { readonly content: Content }): ReactNode {
  if (!isList(content)) return <InlineView inline={content} />;
  // biome-ignore lint/suspicious/noArrayIndexKey: words in a line have no other name
  return content.map((inline, index) => <InlineView key={index} inline={inline} />);
}

function InlineView({ inline }: { readonly inline: Inline }): ReactNode {
  const say = useSay();
  const { why, evidence } = useContext(BlocksContext);
  if (typeof inline === "string") return <bdi>{inline}</bdi>;
  if (!("kind" in inline)) return <Prose text={say(inline)} />;
  switch (inline.kind) {
    case "number": {
      const { digits, unit, estimate } = inline;
      const number =
        estimate === undefined ? (
          <span className="n">{digits}</span>
        ) : (
          <button type="button" className="n" onClick={() => why(estimate)} title={say(words.why)}>
            {digits}
          </button>
        );
      return unit === undefined || unit.en === "" ? (
        number
      ) : (
        <>
          {number} <span className="unit">{say(unit)}</span>
        </>
      );
    }
    case "chip":
      return (
        <span className={`chip ${inline.tone}`}>
          <ContentView content={inline.label} />
        </span>
      );
    case "link":
      return (
        <button
          type="button"
          className="link"
          onClick={() => {
            if (!evidence(inline.target)) showPlace(inline.target);
          }}
        >
          <ContentView content={inline.label} />
        </button>
      );
    case "code":
      return <code>{inline.code}</code>;
    case "small":
      return (
        <small>
          <ContentView content={inline.content} />
        </small>
      );
    case "strong":
      return (
        <strong>
          <ContentView content={inline.content} />
        </strong>
      );
    case "lines":
      return inline.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
        <div key={index}>
          <ContentView content={line} />
        </div>
      ));
  }
}

/** Scrolls to a place of this page by its id, unfolding what hides it. */
function showPlace(id: string): void {
  const place = document.getElementById(id);
  for (let box = place?.closest("details"); box; box = box.parentElement?.closest("details")) box.open = true;
  place?.scrollIntoView();
}
