import { useContext, useMemo, useState } from "react";
import type { FeatureTable } from "vesica/kernel";
import { featureFileNames, type Section, type TableBlock } from "vesica/report";
import { SectionView } from "../blocks/blocks.tsx";
import { BlocksContext } from "../blocks/context.ts";
import { isForPrint, usePrinting } from "../blocks/printing.ts";
import { TableView } from "../blocks/table.tsx";
import { FeatureTableView } from "./feature-table.tsx";

interface FeaturesProps {
  /** The report's chapter of the tables: a part for each, in their order. */
  readonly section: Section;
  readonly tables: readonly FeatureTable[];
}

/** The report's chapter of the tables of features: all rows of each on the screen, the report's rows on paper. */
export function Features({ section, tables }: FeaturesProps) {
  const context = useContext(BlocksContext);
  const value = useMemo(() => {
    const names = featureFileNames(tables);
    const places = new Map(
      section.blocks.flatMap((part, at) =>
        part.kind === "part" ? part.blocks.map((block) => [block, at] as const) : [],
      ),
    );
    const table = (block: TableBlock) => {
      const at = places.get(block);
      return at === undefined ? null : <FeatureRows block={block} table={tables[at]!} file={names[at]!} />;
    };
    return { ...context, table };
  }, [context, section, tables]);
  return (
    <BlocksContext.Provider value={value}>
      <SectionView section={section} />
    </BlocksContext.Provider>
  );
}

interface FeatureRowsProps {
  readonly block: TableBlock;
  readonly table: FeatureTable;
  readonly file: string;
}

function FeatureRows({ block, table, file }: FeatureRowsProps) {
  const [printing, setPrinting] = useState(isForPrint);
  usePrinting(
    () => setPrinting(true),
    () => setPrinting(false),
  );
  return (
    <>
      {printing && <TableView table={block} />}
      <FeatureTableView table={table} file={file} />
    </>
  );
}
