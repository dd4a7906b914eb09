import { portable } from "../../../kernel/index.ts";
import type { NanosightOptions } from "./nanosight-options.ts";
import { average, blank, empty, line, printing, type TwinLine } from "./nanosight-rows.ts";
import { binStatistics, type SimulatedCapture } from "./nanosight-simulate.ts";

/** What a summary is written from; `averages`: with the software's own average and standard error. */
export interface SummaryContext {
  readonly options: NanosightOptions;
  readonly captures: readonly SimulatedCapture[];
  readonly averages: boolean;
}

/** `[Size Data]` and, with all weightings, `[Diffusion Coefficient Data]`. */
export function blocks({ options, captures, averages }: SummaryContext): readonly TwinLine[] {
  const powers = options.weightings === "all" ? [0, 2, 3] : [0];
  const sections = options.weightings === "all" ? ["Size Data", "Diffusion Coefficient Data"] : ["Size Data"];
  return sections.flatMap((section) => [
    line(`[${section}]`, ""),
    line("Analysis Method", "FTLA"),
    ...powers.flatMap((power) => block(options, captures, averages, section, power)),
  ]);
}

function block(
  options: NanosightOptions,
  captures: readonly SimulatedCapture[],
  averages: boolean,
  section: string,
  power: number,
): readonly TwinLine[] {
  const print = printing[options.version];
  const old = options.version === "3.2";
  const size = section === "Size Data";
  const scale = size ? 1 : 4;
  const width = options.bins.width * scale;
  const label = { 0: "Concentration", 2: "Surface area", 3: "Volume" }[power]!;
  const column = {
    0: "Concentration (particles / ml)",
    2: "Surface area conc. (nm² / ml)",
    3: "Volume conc. (nm³ / ml)",
  }[power]!;
  const shape = { 0: 1, 2: Math.PI, 3: Math.PI / 6 }[power]!;
  const weighted = captures.map(({ bins }) =>
    bins.map((value, bin) => value * shape * portable.pow((bin + 0.5) * options.bins.width, power)),
  );
  const stats = weighted.map((bins) => binStatistics(bins, width));
  const names = options.sizeNames ?? captures.map(({ name }) => name);
  const shift = old ? width : 0;
  const quantile = (at: number, share: number) => Math.max(0, stats[at]!.quantile(share) - shift);
  const row = (key: string, values: readonly number[], format = print.tenth) =>
    line(key, ...values.map(format), ...average(values, averages).map(format));
  const heading = averages ? ["Average", "Standard Error"] : [];
  const centre = (bin: number) =>
    old || size ? String((bin + 0.5) * width) : ((bin + 0.5) * width).toFixed(1);
  const graph: TwinLine[] = [];
  for (let bin = 0; bin < options.bins.count; bin++) {
    const values = weighted.map((bins) => bins[bin]!);
    const printed = [...values, ...average(values, averages)].map((value) => String(Math.round(value)));
    graph.push(line(centre(bin), ...printed));
  }
  const unit = size ? "nm" : "E4 nm²/s";
  const percentile = size ? "Size (nm)" : "Diffusion Coefficient (E4 nm²/s)";
  const pad = old && averages ? ["", ""] : [];
  const shares = Array.from({ length: 101 }, (_, share) => share);
  return [
    line("Weighting", { 0: "Number", 2: "Surface Area", 3: "Volume" }[power]!),
    line("Filename", ...names, ...heading),
    row(
      "Mean",
      stats.map(({ mean }) => mean),
    ),
    row(
      "Mode",
      stats.map(({ mode }) => mode),
    ),
    row(
      "SD",
      stats.map(({ sd }) => sd),
    ),
    ...[10, 50, 90].map((share) =>
      row(
        `D${share}`,
        captures.map((_, at) => quantile(at, share / 100)),
      ),
    ),
    line(
      "Valid Tracks",
      ...captures.map(({ validTracks }) => print.tracks(validTracks)),
      ...(averages ? ["", ""] : []),
    ),
    line("Graph Data"),
    line(
      `Bin centre (${unit})`,
      ...captures.map((_, at) => (old && at === 0 ? ` ${column}` : column)),
      ...(averages ? [`${label} average`, "Standard Error"] : []),
    ),
    ...graph,
    blank,
    ...(options.percentiles
      ? [
          line("Percentile", ...captures.map(() => percentile), ...pad),
          ...shares.map((share) =>
            line(
              String(share),
              ...captures.map((_, at) => print.percentile(quantile(at, share / 100))),
              ...pad,
            ),
          ),
          ...(old && options.weightings === "number" ? [] : [empty(captures.length + 1)]),
        ]
      : []),
  ];
}
