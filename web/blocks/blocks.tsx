import { type ReactNode, useContext } from "react";
import type { Block, ListItem, Section } from "vesica/report";
import { useSay } from "../words/language.tsx";
import { ContentView, TextView } from "./content.tsx";
import { BlocksContext } from "./context.ts";
import { FigureView } from "./figure.tsx";
import { TableView } from "./table.tsx";
import { Unfolding } from "./unfolding.tsx";

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
  const { table } = useContext(BlocksContext);
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
      return table?.(block) ?? <TableView table={block} />;
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

function ItemView({ item }: { readonly item: ListItem }) {
  return (
    <li id={item.id} className={item.tone}>
      <ContentView content={item.content} />
      {item.blocks && <BlocksView blocks={item.blocks} />}
    </li>
  );
}
