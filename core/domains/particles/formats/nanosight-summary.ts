import { decodeText } from "../../../containers/delimited/decode.ts";
import {
  accepted,
  type Format,
  type InstrumentWarning,
  inFile,
  type ReadContext,
  type Result,
  refused,
} from "../../../kernel/index.ts";
import type { Capture, DistributionMeasurement } from "../measurement.ts";
import { nanosightIssues } from "./nanosight-issues.ts";
import { nanosightPack, nanosightStem } from "./nanosight-pack.ts";
import { readBins } from "./nanosight-summary/bins.ts";
import { checkBlocks, numberBlock } from "./nanosight-summary/blocks.ts";
import { openReading } from "./nanosight-summary/captures.ts";
import { checkAgreement, checkPercentiles } from "./nanosight-summary/checks.ts";
import type { SummaryReading } from "./nanosight-summary/context.ts";
import { readDilution } from "./nanosight-summary/dilution.ts";
import { scanSummary } from "./nanosight-summary/document.ts";
import { checkSections, readSettings } from "./nanosight-summary/settings.ts";
import { readNumbers, readStated } from "./nanosight-summary/stated.ts";
import { readInstrumentWarnings } from "./nanosight-summary/warnings.ts";
import { isWithin } from "./text/bounds.ts";

const signature = /^\s*"?NTA (?:Experiment|Single Analysis) Summary File/;
const checkedVersions = /^Created with NTA 3\.[24]\b/;
const id = "particles.nanosight-summary";
/** An hour of videos is some hundreds of thousands of cells. */
const limits = { bytes: 32 * 2 ** 20, lines: 200_000, cells: 1_000_000, videos: 1000 } as const;
/** Outside of these a number in the row cannot be the condition of a measurement in liquid. */
const liquidCelsius = [-20, 150] as const;
const viscosityRange = [0.05, 10_000] as const;

/** NanoSight `*-ExperimentSummary.csv` and `*_Summary.csv` of NTA 3.x: one capture for each video. */
export const nanosightSummary: Format<DistributionMeasurement> = {
  id,
  version: "1",
  title: { en: "NanoSight NTA 3.x summary", ja: "NanoSight NTA 3.x サマリー" },
  extensions: ["csv"],
  checked: "real files",
  checkedNote: {
    en: "Real files of NTA 3.2.16 and 3.4.003; recorded dilution, autosampler export and single analyses from a written description only.",
    ja: "NTA 3.2.16と3.4.003の実ファイルで検証済み。希釈倍率の記録、オートサンプラー出力、単一解析は記述資料のみに基づきます。",
  },
  sniff(head) {
    if (signature.test(decodeText(head.subarray(0, Math.min(1024, head.length - (head.length % 2)))).text))
      return 1;
    const { text } = decodeText(head.subarray(0, head.length - (head.length % 2)));
    return text.includes("Created with NTA") && text.includes("[Results]") ? 0.5 : 0;
  },
  async read(blob, context) {
    return readSummary(new Uint8Array(await blob.arrayBuffer()), context);
  },
};

/** Reads the bytes of a summary; what each warning means stands in `nanosight-issues.ts`. */
export function readSummary(bytes: Uint8Array, context: ReadContext): Result<DistributionMeasurement> {
  const tooLarge = () =>
    refused(nanosightIssues.raise("nanosight-summary-too-large", limits, { file: context.name }));
  if (bytes.length > limits.bytes) return tooLarge();
  const { text, encoding } = decodeText(bytes);
  const refuse = (code: "nanosight-not-a-summary" | "nanosight-no-captures") =>
    refused(nanosightIssues.raise(code, {}, { file: context.name, place: { line: 1 } }));
  if (!signature.test(text)) return refuse("nanosight-not-a-summary");
  if (!isWithin(text, limits.lines, limits.cells)) return tooLarge();
  const reading = openReading(scanSummary(text), !encoding.startsWith("utf"), limits.videos);
  if (reading === "too many") return tooLarge();
  if (reading === null) return refuse("nanosight-no-captures");
  const measurement = readMeasurement(reading, context.name);
  return accepted(
    measurement,
    reading.allIssues().map((issue) => inFile(issue, context.name)),
  );
}

function readMeasurement(reading: SummaryReading, name: string): DistributionMeasurement {
  const software = readSoftware(reading);
  checkSections(reading);
  checkBlocks(reading);
  const block = numberBlock(reading);
  const stated = readStated(reading, block?.rows ?? []);
  const bins = block ? readBins(reading, block) : reading.captures.map(() => null);
  checkAgreement(reading, stated.captures, bins);
  if (block) checkPercentiles(reading, stated.captures, block);
  const dilution = readDilution(reading);
  const temperature = readNumbers(reading, "Conditions", "Temperature/C", ...liquidCelsius);
  const viscosity = readNumbers(reading, "Conditions", "Viscosity/cP", ...viscosityRange);
  const driftX = readNumbers(reading, "Results", "X-Drift (pix/frame)");
  const driftY = readNumbers(reading, "Results", "Y-Drift (pix/frame)");
  const instrumentWarnings = readInstrumentWarnings(reading);
  const byCapture = new Map<string, InstrumentWarning[]>(reading.captures.map((capture) => [capture, []]));
  for (const warning of instrumentWarnings) byCapture.get(warning.capture ?? "")?.push(warning);
  const captures = reading.captures.map((capture, at): Capture => {
    const celsius = temperature[at];
    const eta = viscosity[at];
    const [x, y] = [driftX[at], driftY[at]];
    return {
      name: capture,
      stated: stated.captures[at]!,
      dilution: dilution[at]!,
      bins: bins[at]!,
      ...(celsius === undefined ? {} : { temperatureKelvin: celsius + 273.15 }),
      ...(eta === undefined ? {} : { viscosity: eta }),
      ...(x === undefined || y === undefined ? {} : { driftPixelsPerFrame: { x, y } }),
      instrumentWarnings: byCapture.get(capture) ?? [],
    };
  });
  const experiment = detail(reading, "Experiment Name");
  if (experiment !== "" && nanosightStem(name) !== "" && !name.includes(nanosightStem(experiment))) {
    const single = reading.captures.length === 1 && name.includes(reading.captures[0]!);
    if (!single) reading.warn("nanosight-renamed", { name: experiment });
  }
  const packs = new Set(reading.captures.map((capture) => nanosightPack("", "", capture)));
  return {
    kind: "distribution",
    format: id,
    method: "NTA",
    instrument: { vendor: "Malvern Panalytical", model: "NanoSight", software },
    sampleName: detail(reading, "Sample Name") || detail(reading, "Sample Description"),
    capturedAt: detail(reading, "Time Captured"),
    pack: nanosightPack(name, experiment, packs.size === 1 ? reading.captures[0]! : ""),
    captures,
    statedAverage: stated.average,
    settings: readSettings(reading),
    instrumentWarnings,
  };
}

function readSoftware(reading: SummaryReading): string {
  const row = reading.document.rows.find((other) => other.section === "" && /^Created with/.test(other.key));
  const written = row?.key ?? "";
  if (!checkedVersions.test(written)) {
    reading.warn("nanosight-version-not-checked", { version: written || "?" }, row?.line ?? 2);
  }
  return written.replace(/^Created with /, "");
}

function detail(reading: SummaryReading, key: string): string {
  return reading.section("Experiment Details").find((row) => row.key === key)?.cells[0] ?? "";
}
