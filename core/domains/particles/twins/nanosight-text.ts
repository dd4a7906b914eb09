import { blocks, type SummaryContext } from "./nanosight-blocks-text.ts";
import type { NanosightOptions } from "./nanosight-options.ts";
import {
  average,
  blank,
  empty,
  joinLines,
  line,
  localise,
  printFactor,
  printing,
  type TwinLine,
} from "./nanosight-rows.ts";
import { binStatistics, type SimulatedCapture } from "./nanosight-simulate.ts";

const judged = [
  "Completed Tracks",
  "Particles per frame",
  "Noise level",
  "Brightness",
  "Detection Threshold",
];
const informed = ["Completed Tracks", "Concentration", "Video length", "Noise level", "Vibration detected"];

/** A summary of the captures as the NTA software of `options.version` writes it. */
export function summaryText(
  options: NanosightOptions,
  captures: readonly SimulatedCapture[],
  kind: "Experiment" | "Single Analysis",
): string {
  const context = { options, captures, averages: options.averages && kind === "Experiment" };
  const lines = [
    ...head(context, kind),
    ...conditions(context),
    ...results(context),
    ...judgements(context),
    ...included(options),
    ...blocks(context),
  ].map((line) => ({ ...line, cells: line.cells.map((cell) => localise(cell, options.delimiter)) }));
  const width = captures.length + 1 + (context.averages ? 2 : 0);
  return joinLines(lines, options.version, width, options.delimiter, options.lineEnd);
}

function head({ options, captures }: SummaryContext, kind: string): readonly TwinLine[] {
  const { version, sampleName, started } = options;
  const old = version === "3.2";
  const build = options.build ?? (old ? "3.2 Dev Build 3.2.16" : "3.4 Build 3.4.003");
  const [date, time] = started.split(" ");
  const captured = `${time!.replaceAll("-", ":")}  ${date!.split("-").reverse().join("/")}`;
  const experiment = old ? `${sampleName}_.nano` : `${sampleName} ${started}.nano`;
  const details = [
    line("Software Version", old ? "Unknown" : `NTA ${build}`),
    line("Experiment Name", experiment),
    ...(old ? [line("Sample Name", sampleName)] : []),
    line("Operator Name", "twin"),
    line("Time Captured", captured),
    ...(old ? [] : [line("Sample Description", sampleName)]),
    line("Pre-treatment", ""),
    line("Diluent", ""),
    line("Remarks", options.remarks),
  ];
  return [
    line(`NTA ${kind} Summary File`),
    line(`Created with NTA ${build}`),
    line(""),
    line("[Experiment Details]", ""),
    ...details,
    line("", ""),
    ...(old ? [] : [empty(captures.length)]),
    line("Filename:", ...captures.map(({ name }) => name)),
    ...(old ? [line("")] : [line("Processed", ...captures.map(() => "Yes")), blank]),
  ];
}

function conditions({ options, captures }: SummaryContext): readonly TwinLine[] {
  const n = captures.length;
  const all = (key: string, value: string) => line(key, ...captures.map(() => value));
  return [
    { cells: ["[Conditions]", ...new Array<string>(n).fill("")] },
    line("Temperature/C", ...captures.map((_, at) => (options.temperature + 0.013 * at).toFixed(3))),
    line("Viscosity/cP", ...captures.map((_, at) => (options.viscosity - 0.0003 * at).toFixed(6))),
    all("Camera Type", "sCMOS"),
    all("Laser Type", "Blue488"),
    all("Camera Level", "14"),
    all("Slider Shutter", "1206"),
    all("Slider Gain", "366"),
    all("Shutter/ms", options.version === "3.2" ? "30.15" : "30.150000"),
    all("Camera Histogram Upper Limit", "3294"),
    all("Camera Histogram Lower Limit", "0"),
    all("Frame rate/fps", options.version === "3.2" ? "24.9825" : "24.982500"),
    all("Syringe Pump Speed/AU", "50"),
    empty(n + 1),
    { cells: ["[Settings]", ...new Array<string>(n).fill("")] },
    all("Detection Threshold", "5"),
    all("Max Jump Mode", "Auto"),
    all("Max Jump Distance", "14.1277"),
    all("Blur", "Auto"),
    all("Min Track Length", "Auto"),
    all("First frame", "0"),
    all("Total frames analysed", "1498"),
    empty(n + 1),
    { cells: ["[Exclusion Regions]"], bare: true },
    { cells: ["No Exclusion Regions Used", ...new Array<string>(n).fill("")] },
    blank,
  ];
}

function results({ options, captures, averages }: SummaryContext): readonly TwinLine[] {
  const print = printing[options.version];
  const totals = captures.map(({ bins }) => binStatistics(bins, options.bins.width).total);
  const factor = options.recordedDilution ? printFactor(options.truth.dilution) : "Not recorded";
  const frames = totals.map((total) => total / (options.recordedDilution ? options.truth.dilution : 1) / 1e7);
  const drift = captures.map(({ bad }) => (bad ? { x: -31.4, y: 6.2 } : options.drift));
  const plain = (key: string, values: readonly string[]) =>
    line(key, ...values, ...(averages ? ["", ""] : []));
  const averaged = (key: string, values: readonly number[], format: (value: number) => string) =>
    line(key, ...values.map(format), ...average(values, averages).map(format));
  return [
    line("[Results]", ...captures.map(() => ""), ...(averages ? ["Average", "Standard Error"] : [])),
    plain(
      "Dilution factor (concentrations adjusted for this factor)",
      captures.map(() => factor),
    ),
    averaged("Concentration (Particles / ml)", totals, print.concentration),
    plain(
      "Concentration Upgrade?",
      captures.map(() => "Yes"),
    ),
    averaged("Particles per frame", frames, print.tenth),
    averaged(
      "Centres per frame",
      frames.map((value) => 1.4 * value),
      print.tenth,
    ),
    plain(
      "Completed tracks",
      captures.map(({ validTracks }) => String(Math.round(5.5 * validTracks))),
    ),
    plain(
      "X-Drift (pix/frame)",
      drift.map(({ x }) => x.toFixed(1)),
    ),
    plain(
      "Y-Drift (pix/frame)",
      drift.map(({ y }) => y.toFixed(1)),
    ),
    empty(captures.length + 1 + (averages ? 2 : 0)),
  ];
}

function judgements({ options, captures }: SummaryContext): readonly TwinLine[] {
  const row = (section: string, key: string, good: string, bad = good) =>
    line(
      key,
      ...captures.map(
        (capture, at) => options.judgements[`${section} / ${key}`]?.[at] ?? (capture.bad ? bad : good),
      ),
    );
  const warnings = (key: string, good: string, bad?: string) => row("Concentration Warnings", key, good, bad);
  const information = (key: string, good: string, bad?: string) => row("Information", key, good, bad);
  const quiet = (key: string) => key === "Noise level" || key === "Vibration detected";
  return [
    { cells: ["[Concentration Warnings]"], bare: true },
    warnings("Validity of concentration measurement", "OK", "Unreliable"),
    ...judged.map((key) =>
      warnings(key, quiet(key) ? "No" : "OK", key === "Particles per frame" ? "Too Low" : undefined),
    ),
    warnings("Camera Histogram Lower Limit", "OK"),
    blank,
    { cells: ["[Information]"], bare: true },
    ...informed.map((key) => {
      if (key === "Vibration detected") return information(key, "No", "High vibration");
      if (key === "Concentration") return information(key, "OK", "Very low concentration");
      return information(key, quiet(key) ? "No" : "OK", key === "Completed Tracks" ? "<200" : undefined);
    }),
    information("Vibration correction applied", "No"),
    information("Settings changed?", "No"),
    information("Errors (1)", ""),
    information("Errors (2)", ""),
    blank,
  ];
}

function included({ weightings, percentiles }: NanosightOptions): readonly TwinLine[] {
  const kinds = weightings === "all" ? ["Size", "Diffusion"] : ["Size"];
  const weights = weightings === "all" ? ["Number", "Surface area", "Volume"] : ["Number"];
  const ending = percentiles ? " - With Percentiles" : "";
  return [
    line("[Data Included]"),
    ...kinds.flatMap((kind) =>
      weights.map((weight) => line(`${kind} distribution - ${weight} weighting${ending}`)),
    ),
    line(""),
  ];
}
