import { cellText, type Scanner } from "../../../containers/delimited/index.ts";
import { baseName } from "./tables/names.ts";

/** The metadata section by key, and the header of the protein section, on which the scanner then stands; empty where there is none. */
export function readMetadata(scanner: Scanner): {
  readonly metadata: ReadonlyMap<string, string>;
  readonly header: readonly string[];
} {
  const metadata = new Map<string, string>();
  // The scanner already stands on the first row.
  do {
    const { row } = scanner;
    const kind = cellText(row, 0);
    if (kind === "MTD") metadata.set(cellText(row, 1), cellText(row, 2));
    if (kind === "PRH") {
      return { metadata, header: Array.from({ length: row.count }, (_, at) => cellText(row, at)) };
    }
  } while (scanner.next());
  return { metadata, header: [] };
}

/** The name in a parameter `[PRIDE, PRIDE:0000114, iTRAQ reagent 114, ]`. */
export function parameterName(parameter: string): string {
  const parts = parameter.replace(/^\[|\]$/g, "").split(",");
  return parts.length < 3 ? parameter : parts[2]!.trim();
}

/** What an assay is called: its raw file and, where it is not label-free, its reagent. */
export function assayName(metadata: ReadonlyMap<string, string>, assay: string): string {
  const run = metadata.get(`${assay}-ms_run_ref`);
  const location = run === undefined ? undefined : metadata.get(`${run}-location`);
  const reagent = parameterName(metadata.get(`${assay}-quantification_reagent`) ?? "");
  const file = location === undefined || location === "null" ? "" : baseName(location);
  const label = /^(?:|unlabell?ed sample|null)$/i.test(reagent) ? "" : reagent;
  return [file, label].filter((part) => part !== "").join(" ") || assay;
}

/** Names where they are all different, else the keys. */
export function distinct(names: readonly string[], keys: readonly string[]): readonly string[] {
  return new Set(names).size === names.length ? names : keys;
}
