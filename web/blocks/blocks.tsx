import { createContext, Fragment, type ReactNode, useContext, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Text } from "vesica/kernel";
import type { Block, Content, Drawings, Inline, ListItem, Section, TableBlock } from "vesica/report";
import { useLanguage, useSay } from "../words/language.tsx";
import { FigureActions } from "./figure-actions.tsx";
import { words } from "./words.ts";

/** What numbers and links of blocks do when they are chosen, and the drawings of figures. */
export interface BlockContext {
  readonly drawings: Drawings | null;
  /** Opens why a number is what it is; `estimate` is its key. */
  why(estimate: string): void;
  /** Opens an evidence node by the report's anchor; false where the anchor is none of evidence. */
  evidence(anchor: string): boolean;
}

export const BlocksContext = createContext<BlockContext>({
  drawings: new Map(),
  why: () => {},
  evidence: () => false,
});

/** A chapter of the report on the page; the same blocks as the report prints. */
export function SectionView({ section, level = 2 }: { readonly section: Section; readonly level?: 1 | 2 }) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <section id={section.id} aria-labelledby={`${section.id}-title`} className="chapter">
      <Heading id={`${section.id}-title`}>
        <TextView text={section.title} />
      </Heading>
      <BlocksView blocks={section.blocks} />
    </section>
  );
}

/** From this many parts on each is folded: a study has many samples. */
const manyParts = 4;

export function BlocksView({ blocks }: { readonly blocks: readonly Block[] }) {
  const folded = blocks.filter(({ kind }) => kind === "part").length >= manyParts;
  return blocks.map((block, index) => <BlockView key={keyOf(block, index)} block={block} folded={folded} />);
}

const keyOf = (block: Block, index: number): string => ("id" in block ? block.id : `${block.kind} ${index}`);

function BlockView({ block, folded }: { readonly block: Block; readonly folded: boolean }): ReactNode {
  const say = useSay();
  switch (block.kind) {
    case "paragraph":
      return (
        <p className={block.tone}>
          <ContentView content={block.content} />
        </p>
      );
    case "tally":
      return (
        <ul className="tally">
          {block.counts.map(({ count, label, tone }) => (
            <li key={label.en} className={tone}>
              {say(label)} <b>{count}</b>
            </li>
          ))}
        </ul>
      );
    case "list":
      return (
        <ul className="entries">
          {block.items.map((item, index) => (
            <ItemView key={item.id ?? index} item={item} />
          ))}
        </ul>
      );
    case "table":
      return <TableView table={block} />;
    case "details":
      return (
        <Unfolding summary={block.summary}>
          <BlocksView blocks={block.blocks} />
        </Unfolding>
      );
    case "part":
      return folded ? (
        <Unfolding summary={block.title} id={block.id}>
          <BlocksView blocks={block.blocks} />
        </Unfolding>
      ) : (
        <section className="part" id={block.id}>
          <h2>
            <ContentView content={block.title} />
          </h2>
          <BlocksView blocks={block.blocks} />
        </section>
      );
    case "figure":
      return <FigureView id={block.id} title={block.title} description={block.description} />;
  }
}

interface UnfoldingProps {
  readonly summary: Content;
  readonly id?: string;
  readonly children: ReactNode;
}

/** Whether what is made now is made to be printed: what is folded inside it is open too. */
let forPrint = false;

/** What is made only when it is unfolded, or when the page is printed. */
function Unfolding({ summary, id, children }: UnfoldingProps) {
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

function ItemView({ item }: { readonly item: ListItem }) {
  return (
    <li id={item.id} className={item.tone}>
      <ContentView content={item.content} />
      {item.blocks && <BlocksView blocks={item.blocks} />}
    </li>
  );
}

export function TableView({ table: { id, caption, groups, columns, rows } }: { readonly table: TableBlock }) {
  const numeric = (index: number) => (columns[index]?.numeric ? "num" : undefined);
  const head = (index: number, rowSpan?: number) => (
    <th key={index} scope="col" rowSpan={rowSpan} className={numeric(index)}>
      <ContentView content={columns[index]!.head} />
    </th>
  );
  let at = 0;
  const spans = groups?.map(({ head: title, span }) => {
    const from = at;
    at += span;
    return { title, span, from };
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <div className="scroll" role="region" tabIndex={0} aria-labelledby={`${id}-caption`}>
      <table id={id} className={columns.length > mostRoomy ? "wide" : undefined}>
        <caption id={`${id}-caption`}>
          <ContentView content={caption} />
        </caption>
        <thead>
          {spans && (
            <tr>
              {spans.map(({ title, span, from }) =>
                title === "" ? (
                  Array.from({ length: span }, (_, index) => head(from + index, 2))
                ) : (
                  <th key={from} scope="colgroup" colSpan={span}>
                    <ContentView content={title} />
                  </th>
                ),
              )}
            </tr>
          )}
          <tr>
            {spans
              ? spans.flatMap(({ title, span, from }) =>
                  title === "" ? [] : Array.from({ length: span }, (_, index) => head(from + index)),
                )
              : columns.map((_, index) => head(index))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <Fragment key={index}>
              {row.band !== undefined && (
                <tr>
                  <th scope="rowgroup" colSpan={columns.length} className="band">
                    <ContentView content={row.band} />
                  </th>
                </tr>
              )}
              <tr id={row.id}>
                {row.cells.map((cell, place) =>
                  place === 0 ? (
                    <th key="head" scope="row">
                      <ContentView content={cell} />
                    </th>
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their column
                    <td key={place} className={numeric(place)}>
                      <ContentView content={cell} />
                    </td>
                  ),
                )}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Columns from which on a table is set closer. */
const mostRoomy = 9;

export function TextView({ text }: { readonly text: Text }) {
  return useSay()(text);
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
  if (!("kind" in inline)) return say(inline);
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
