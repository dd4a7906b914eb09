import {
  accepted,
  type Format,
  type Issue,
  inFile,
  type ReadContext,
  type Result,
  refused,
} from "../../../kernel/index.ts";
import type { Capture, DistributionMeasurement, Stated, StatedName } from "../measurement.ts";
import {
  listedIssues,
  type OpenedZetaview,
  zetaviewChecked,
  zetaviewHead,
  zetaviewReader,
} from "./zetaview-file.ts";
import { ZetaviewHeader } from "./zetaview-header.ts";
import { zetaviewIssues } from "./zetaview-issues.ts";
import { zetaviewName } from "./zetaview-name.ts";
import { sizeCrossChecks } from "./zetaview-size-checks.ts";
import { linearBins, linearFault, readSizeTables, sizeTableStart } from "./zetaview-size-table.ts";

/**
 * ZetaView `..._size_488.txt`: one capture with bins of 5 nm, particle numbers, and the concentration of the diluted
 * sample in `{particles}/mL`. The second, logarithmic table holds the same particles again and is only compared.
 * The printed D50 takes the cumulative sum at bin centres: it is 2.5 nm below the D50 between the edges given here.
 */
export const zetaviewSize: Format<DistributionMeasurement> = {
  id: "particles.zetaview-size",
  version: "1",
  title: { en: "ZetaView size distribution", ja: "ZetaView 粒径分布" },
  extensions: ["txt"],
  ...zetaviewChecked,
  sniff(head, name) {
    const { text, isZetaview } = zetaviewHead(head);
    if (!isZetaview) return 0;
    if (/^Size \/ nm\tNumber\t/m.test(text)) return 1;
    if (/^(Parabola|ZP Profile|Zeta Potential)/m.test(text)) return 0;
    return /_size(_|\.|$)/i.test(name) ? 0.7 : 0.4;
  },
  read: zetaviewReader(readLines),
};

function readLines(
  { lines, issues: opening }: OpenedZetaview,
  context: ReadContext,
): Result<DistributionMeasurement> {
  const start = sizeTableStart(lines);
  const header = new ZetaviewHeader(start < 0 ? lines : lines.slice(0, start));
  if (!header.find("ZetaView S/N") && !header.find("Software")) {
    return refused(zetaviewIssues.raise("zetaview-no-header"));
  }
  const tables = start < 0 ? null : readSizeTables(lines.slice(start + 1));
  if (!tables) return refused(zetaviewIssues.raise("zetaview-no-size-table"));
  const fault = linearFault(tables);
  if (fault) return refused(fault);

  const counts = {
    traces: header.number("Number of Traces", "1"),
    particlesPerFrame: header.number("Average Number of Particles", "1"),
  };
  const issues: Issue[] = [...opening];
  const empty = tables.linear.every((row) => row.number === 0 && row.concentration === 0);
  const { bins, issues: binIssues } = linearBins(tables.linear);
  issues.push(...binIssues);
  if (empty) issues.push(zetaviewIssues.raise("zetaview-no-particles"));
  if (!empty || (counts.traces?.value ?? 0) > 0) issues.push(...sizeCrossChecks(tables, counts));
  if (tables.decimalMarks.size > 1) issues.push(zetaviewIssues.raise("zetaview-mixed-decimals"));
  const correction = header.number("Concentration Correction Factor", "1");
  if (correction && correction.value !== 1) {
    const place = { place: { line: correction.line } };
    issues.push(zetaviewIssues.raise("zetaview-correction-factor", { words: correction.printed }, place));
  }

  const { pack, capture: name } = zetaviewName(context.name);
  const checks = header.checks().map((warning) => ({ ...warning, capture: name }));
  const d50 = header.number("Median Number (D50)", "nm");
  const temperatureKelvin = header.temperatureKelvin();
  const viscosity = header.number("Viscosity", "mPa.s");
  const stated: Partial<Record<StatedName, Stated>> = {};
  if (counts.traces) stated.validTracks = counts.traces;
  if (counts.particlesPerFrame) stated.particlesPerFrame = counts.particlesPerFrame;
  if (d50 && d50.value > 0 && !empty) stated.d50 = d50;
  const capture: Capture = {
    name,
    stated,
    dilution: header.dilution(),
    bins: empty ? null : bins,
    ...(temperatureKelvin !== undefined && { temperatureKelvin }),
    ...(viscosity && viscosity.value > 0 && { viscosity: viscosity.value }),
    instrumentWarnings: checks,
  };
  const measurement: DistributionMeasurement = {
    kind: "distribution",
    format: zetaviewSize.id,
    instrument: header.instrument(),
    settings: header.settings,
    instrumentWarnings: checks,
    method: "NTA",
    sampleName: header.text("Sample"),
    capturedAt: header.capturedAt(),
    pack,
    captures: [capture],
    statedAverage: {},
  };
  return accepted(
    measurement,
    [...listedIssues(issues), ...header.issues].map((issue) => inFile(issue, context.name)),
  );
}
