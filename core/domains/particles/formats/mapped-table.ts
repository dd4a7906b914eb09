import {
  accepted,
  type Format,
  type Issue,
  isRefused,
  type ReadContext,
  type Result,
  refused,
  type Setting,
} from "../../../kernel/index.ts";
import type { Capture, DilutionStatement, DistributionMeasurement } from "../measurement.ts";
import { limitIssues } from "./dls-limits.ts";
import { decodeExport } from "./dls-text.ts";
import { capturesOf, type MappedCapture } from "./mapped-captures.ts";
import { mappedRows } from "./mapped-columns.ts";
import { mappedIssues } from "./mapped-issues.ts";
import { type TableMapping, tableMapping, validMapping } from "./mapped-mapping.ts";

const sizeLimit = 256 * 2 ** 20;

/** Tables of bins or single particles of instruments without a format of their own: TRPS, MRPS, nano-flow, interferometry. */
export const mappedTable: Format<DistributionMeasurement> = {
  id: "particles.mapped-table",
  version: "1",
  title: { en: "Table with a column mapping", ja: "列対応を指定した表" },
  extensions: [".csv", ".txt", ".tsv"],
  checked: "not checked against a real export",
  checkedNote: {
    en: "For Izon, Spectradyne, NanoFCM and Videodrop tables: the columns are as the mapping says; no real export was seen.",
    ja: "Izon、Spectradyne、NanoFCM、Videodropなどの表に使います。列はmappingの指定に従い、実際の出力では未検証です。",
  },
  mapping: tableMapping,
  sniff() {
    return 0;
  },
  async read(blob, context) {
    if (context.mapping === undefined) return refused(mappedIssues.raise("mapped-no-mapping"));
    const { format: _, ...columns } = context.mapping;
    const mapping = validMapping(columns);
    if (isRefused(mapping)) return mapping;
    if (blob.size > sizeLimit) {
      return refused(mappedIssues.raise("mapped-too-large", { size: blob.size, limit: sizeLimit }));
    }
    return readMapped(decodeExport(new Uint8Array(await blob.arrayBuffer())), mapping.value, context);
  },
};

function readMapped(
  text: string,
  mapping: TableMapping,
  context: ReadContext,
): Result<DistributionMeasurement> {
  const table = mappedRows(text, mapping);
  if (isRefused(table)) return table;
  const stem = context.name.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  const issues: Issue[] = [mappedIssues.raise("mapped-not-checked"), ...table.warnings];
  const captures = capturesOf(table.value, mapping, stem, issues);
  if (isRefused(captures)) return refused(...captures.issues, ...table.warnings);
  const line = table.value.header.line;
  const isEmpty = captures.value.every(({ diameters }) => diameters !== null && diameters.length === 0);
  if (isEmpty) return refused(mappedIssues.raise("mapped-no-rows", { line }), ...limitIssues(issues));
  const hasConcentration = mapping.concentration !== undefined || mapping.totalConcentration !== undefined;
  if (hasConcentration && mapping.concentrationState === undefined) {
    issues.push(mappedIssues.raise("mapped-state-unknown"));
  }
  return accepted(measurementOf(captures.value, mapping, stem), limitIssues(issues));
}

/** In the mapping's words: they stand in `study.yaml`, not in the file. */
function dilutionOf(mapping: TableMapping): DilutionStatement {
  const { dilution, concentrationState } = mapping;
  const words = [
    ...(concentrationState === undefined ? [] : [`concentrationState: ${concentrationState}`]),
    ...(dilution === undefined ? [] : [`dilution: ${dilution}`]),
  ];
  return {
    factor: dilution ?? null,
    printedConcentrationIs: concentrationState ?? "unknown",
    words: words.join(", "),
    line: 0,
  };
}

function captureOf({ name, bins, diameters, total }: MappedCapture, mapping: TableMapping): Capture {
  const isOriginal = mapping.concentrationState === "original";
  return {
    name,
    stated: total === null ? {} : { [isOriginal ? "originalConcentration" : "concentration"]: total },
    dilution: dilutionOf(mapping),
    bins,
    ...(diameters === null ? {} : { diameters }),
    ...(mapping.detectionLimit === undefined ? {} : { detectionLimit: mapping.detectionLimit }),
    instrumentWarnings: [],
  };
}

function measurementOf(
  captures: readonly MappedCapture[],
  mapping: TableMapping,
  stem: string,
): DistributionMeasurement {
  const settings = Object.entries(mapping).map(
    ([key, value]): Setting => ({ section: "mapping", key, values: [String(value)], line: 0 }),
  );
  return {
    kind: "distribution",
    format: mappedTable.id,
    instrument: {
      vendor: mapping.vendor ?? "",
      model: mapping.model ?? "",
      software: mapping.software ?? "",
    },
    method: mapping.method,
    sampleName: mapping.sampleName ?? stem,
    capturedAt: "",
    pack: stem,
    captures: captures.map((capture) => captureOf(capture, mapping)),
    statedAverage: {},
    settings,
    instrumentWarnings: [],
  };
}
