import type { Format } from "../../../../kernel/index.ts";
import type { CatalogueExperiments, ProteomeMeasurement } from "../../measurement.ts";
import { type Content, catalogueName, columnsMissing, readContent, unlessEmpty } from "./file.ts";
import { LineCount } from "./issues.ts";
import { headerOf, libraryTable } from "./table.ts";
import { decodeHead, linesOf } from "./text.ts";

const columns = ["EXPERIMENT ID", "PUBMED ID", "SPECIES", "SAMPLE", "YEAR", "ISOLATION METHOD"] as const;

/** EXPERIMENT_DETAILS of ExoCarta and Vesiclepedia: what was isolated from what, and how. */
export const catalogueExperimentTable: Format<ProteomeMeasurement> = {
  id: "proteome.catalogue-experiments",
  version: "1",
  title: { en: "ExoCarta or Vesiclepedia experiments", ja: "ExoCarta・Vesiclepediaの実験一覧" },
  extensions: [".txt", ".csv", ".tsv"],
  reference: true,
  checked: "real files",
  checkedNote: {
    en: "Checked with the tables of both catalogues.",
    ja: "両カタログの表で確認しました。",
  },
  sniff: (head) => (headerOf(linesOf(decodeHead(head)).lines, columns) === null ? 0 : 0.95),
  read: (blob, context) =>
    readContent(blob, "proteome.catalogue-experiments", (text) =>
      readExperiments(text, catalogueName(context.name)),
    ),
};

function readExperiments(text: string, name: string): Content<CatalogueExperiments> {
  const table = libraryTable(text, columns);
  if (table === null) return columnsMissing(columns);
  const experiments = new Map<string, CatalogueExperiments["experiments"][number]>();
  const unreadable = new LineCount();
  const repeated = new LineCount();
  for (const { cells, line } of table.rows) {
    const cell = (column: string) => stated(cells[table.column.get(column) ?? -1]);
    const id = cell("EXPERIMENT ID");
    if (!/^\d{1,9}$/.test(id)) unreadable.add(line);
    else if (experiments.has(id)) repeated.add(line);
    else {
      experiments.set(id, {
        id,
        sample: cell("SAMPLE"),
        isolation: steps(cell("ISOLATION METHOD")),
        species: cell("SPECIES"),
        pubmed: cell("PUBMED ID"),
        year: cell("YEAR"),
        identified: steps(cell("IDENTIFICATIONS")),
        vesicleType: cell("VESICLE TYPE"),
      });
    }
  }
  const issues = [
    ...table.issues,
    ...unreadable.issues("library-lines-unreadable"),
    ...repeated.issues("library-repeated"),
  ];
  const content = { kind: "catalogue experiments", name, experiments: [...experiments.values()] } as const;
  return unlessEmpty(content, experiments.size, issues);
}

/** Both catalogues write `-` where nothing is known. */
function stated(cell = ""): string {
  return cell === "-" ? "" : cell;
}

function steps(cell: string): readonly string[] {
  return cell
    .split("|")
    .map((step) => step.trim())
    .filter((step) => step !== "");
}
