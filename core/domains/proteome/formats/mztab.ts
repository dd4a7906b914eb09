import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused, refused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement, Quantities } from "../measurement.ts";
import { quantityIssues } from "./issues.ts";
import { assayName, distinct, parameterName, readMetadata } from "./mztab-metadata.ts";
import { columnFinder, lacks, openTable } from "./tables/header.ts";
import { measured } from "./tables/measurement-of.ts";
import { baseName } from "./tables/names.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { readWide, type WideLayer } from "./tables/wide.ts";

const TAB = 9;
const kinds = [
  { pattern: /^protein_abundance_(assay\[\d+\])$/, name: "protein abundance of assays" },
  { pattern: /^protein_abundance_(study_variable\[\d+\])$/, name: "protein abundance of study variables" },
  { pattern: /^num_psms_(ms_run\[\d+\])$/, name: "PSMs" },
] as const;

/** The protein section of mzTab 1.0 (Griss et al. 2014, doi:10.1074/mcp.O113.036681): abundances of assays, else of study variables, else counts of spectra. `null` was not measured. mzTab-M is refused with `proteome-mztab-metabolomics`. */
export const mztab: Format<ProteomeMeasurement> = {
  id: "proteome.mztab",
  version: "1",
  title: { en: "mzTab 1.0", ja: "mzTab 1.0" },
  extensions: [".mztab", ".txt", ".tsv"],
  checked: "real files",
  checkedNote: {
    en: "The examples of the specification with quantities: SILAC, iTRAQ and label-free.",
    ja: "仕様書の定量例（SILAC、iTRAQ、ラベルフリー）で検証。",
  },
  sniff(head) {
    const text = new TextDecoder().decode(head.subarray(0, 8192));
    return /^(?:\uFEFF)?(?:COM\t[^\n]*\n|\s*\n)*MTD\tmzTab-version\t/.test(text) ? 0.99 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob, TAB);
    if (isRefused(opened)) return opened;
    const { scanner } = opened.value;
    const { metadata, header } = readMetadata(scanner);
    const version = metadata.get("mzTab-version") ?? "";
    if (/^2|M/.test(version))
      return refused(quantityIssues.raise("proteome-mztab-metabolomics", { version }));
    const column = columnFinder(header);
    const accession = header.indexOf("accession");
    if (accession < 0) return lacks("PRH", "accession");
    const kind = kinds.find(({ pattern }) => header.some((name) => pattern.test(name)));
    if (kind === undefined) return lacks("protein_abundance_assay[1]", "protein_abundance_study_variable[1]");
    const columns = header.flatMap((name, at) => (kind.pattern.test(name) ? [at] : []));
    const keys = columns.map((at) => kind.pattern.exec(header[at]!)![1]!);
    const decoy = header.findIndex((name) => /^opt_.*decoy/i.test(name));
    const members = column("ambiguity_members");
    const width = header.length;
    const quantities = readWide(
      { ...opened.value, header },
      {
        level: "protein",
        runs: distinct(
          keys.map((key) => nameOf(metadata, key)),
          keys,
        ),
        stated: statedOf(metadata, keys),
        layers: [{ ...quantityOf(metadata, kind.name), name: kind.name, columns }],
        missing: commonMissing,
        width,
        feature(row) {
          if (cellText(row, 0) !== "PRT") return null;
          const id = cellText(row, accession);
          if (id === "" || id === "null") return "no protein named";
          const others = cellText(row, members);
          const description = cellText(row, column("description"));
          return proteinDraft(id, [id, ...(others === "null" ? [] : listed(others, /,/))], {
            ...(description === "null" ? {} : { description }),
            marks: cellText(row, decoy) === "1" ? ["decoy"] : [],
          });
        },
      },
    );
    return measured(mztab.id, parameterName(metadata.get("software[1]") ?? ""), quantities);
  },
};

function quantityOf(
  metadata: ReadonlyMap<string, string>,
  name: string,
): Omit<WideLayer, "name" | "columns"> {
  const rest = { scale: "linear", normalised: "not stated", missing: "empty" } as const;
  if (name === "PSMs") return { ...rest, quantity: "spectral count" };
  const unit = metadata.get("protein-quantification_unit") ?? "";
  return { ...rest, quantity: /relative|ratio/i.test(unit) ? "ratio" : "intensity" };
}

function nameOf(metadata: ReadonlyMap<string, string>, key: string): string {
  if (key.startsWith("assay")) return assayName(metadata, key);
  if (key.startsWith("study")) return metadata.get(`${key}-description`) ?? key;
  const location = metadata.get(`${key}-location`);
  return location === undefined || location === "null" ? key : baseName(location);
}

/** Study variables by assay, where the file says which assays are of which. */
function statedOf(metadata: ReadonlyMap<string, string>, keys: readonly string[]): Quantities["stated"] {
  const names = distinct(
    keys.map((key) => nameOf(metadata, key)),
    keys,
  );
  const stated: Record<string, Record<string, string>> = {};
  for (const [entry, value] of metadata) {
    const variable = /^(study_variable\[\d+\])-assay_refs$/.exec(entry)?.[1];
    if (variable === undefined) continue;
    for (const assay of value.split(/[,|]/)) {
      const at = keys.indexOf(assay.trim());
      if (at >= 0)
        stated[names[at]!] = { "study variable": metadata.get(`${variable}-description`) ?? variable };
    }
  }
  return stated;
}
