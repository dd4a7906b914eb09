import { type ReactNode, useContext } from "react";
import type { Text } from "vesica/kernel";
import { useLanguage, useSay } from "../words/language.tsx";
import { BlocksContext } from "./context.ts";
import { FigureActions } from "./figure-actions.tsx";
import { words } from "./words.ts";

interface FigureProps {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly children?: ReactNode;
}

/** A figure as the report draws it. */
export function FigureView({ id, title, description, children }: FigureProps) {
  const say = useSay();
  const { language } = useLanguage();
  const { drawings } = useContext(BlocksContext);
  const drawing = drawings?.get(id)?.[language];
  return (
    <figure>
      {drawing === undefined ? (
        <p className={drawings ? "doubtful" : "drawing-soon"}>
          {say(drawings ? words.notDrawn : words.drawing)}
        </p>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, every text in it escaped by the drawer
        <div className="drawing" dangerouslySetInnerHTML={{ __html: drawing }} />
      )}
      <figcaption>
        <strong>{say(title)}</strong>
        <br />
        <small>{say(description)}</small>
      </figcaption>
      <FigureActions id={id} drawing={drawing} />
      {children}
    </figure>
  );
}
