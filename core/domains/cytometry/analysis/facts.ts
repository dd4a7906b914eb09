import type { EstimateDraft } from "../../../kernel/index.ts";
import { controlKinds } from "../operations/vesicles/controls.ts";
import { type MiflowcytFacts, noFacts } from "../rules/miflowcyt-ev.ts";
import type { CytometryParameters } from "./parameters.ts";
import type { PlacedDataSet } from "./placed.ts";
import type { FluorescenceSummary, ScatterSummary, SeriesSummary } from "./study-summary.ts";

export interface FactSources {
  readonly dataSets: readonly PlacedDataSet[];
  readonly estimates: readonly EstimateDraft[];
  readonly fluorescence: readonly FluorescenceSummary[];
  readonly scatter: readonly ScatterSummary[];
  readonly series: readonly SeriesSummary[];
  readonly samples: number;
  readonly parameters: CytometryParameters;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number with three digits, from 100 000 up and under 0.001 with a power of ten: `1.79 × 10¹⁰`. */
function three(value: number): string {
  const [mantissa = "", power] = value.toExponential(2).split("e");
  const tens = Number(power);
  if (value === 0 || (tens >= -3 && tens < 5)) return tens >= 3 ? value.toFixed(0) : value.toPrecision(3);
  const raised = String(tens)
    .replace("-", "⁻")
    .replace(/\d/g, (digit) => superscripts[Number(digit)]!);
  return `${mantissa} × 10${raised}`;
}

/** What this study's files, sheet and analysis answer of the MIFlowCyt-EV items; what they do not know stays unknown. */
export function miflowcytFacts(sources: FactSources): MiflowcytFacts {
  const { dataSets, parameters } = sources;
  const own = dataSets.filter(({ row }) => row.role === "sample" && row.control === null);
  const [first] = own.length > 0 ? own : dataSets;
  if (!first) return { ...noFacts, answers: parameters.miflowcytEv };
  const trigger = dataSets.filter((one) => one.trigger !== "");
  const factors = own.flatMap(({ row }) => row.dilution ?? []);
  return {
    ...noFacts,
    answers: parameters.miflowcytEv,
    instrument: {
      words: first.instrument,
      files: filesOf(dataSets.filter(({ instrument }) => instrument === first.instrument)),
    },
    channels: first.channels.map(({ name, label, role, excitation, filter, settings }) => ({
      name,
      label,
      role,
      laser: excitation,
      filter,
      voltage: settings,
    })),
    channelFiles: [first.file],
    trigger: trigger[0] ? { ...triggerWords(trigger[0].trigger), files: filesOf(trigger) } : null,
    dilutions: {
      factors: [...new Set(factors)].sort((a, b) => a - b),
      missing: own.length - factors.length,
    },
    controls: Object.fromEntries(
      controlKinds.flatMap((kind) => {
        const files = filesOf(dataSets.filter(({ row }) => row.control === kind));
        return files.length > 0 ? [[kind, files]] : [];
      }),
    ),
    ...volumeFact(own, parameters),
    ...calibrationFacts(sources, first),
    ...resultFacts(sources),
  };
}

function filesOf(dataSets: readonly PlacedDataSet[]): string[] {
  return [...new Set(dataSets.map(({ file }) => file))];
}

/** `$TR` is `channel,threshold`. */
function triggerWords(words: string): { channel: string; threshold: string } {
  const [channel = "", threshold = ""] = words.split(",").map((part) => part.trim());
  return { channel, threshold };
}

function volumeFact(
  own: readonly PlacedDataSet[],
  { beads, flowRate }: CytometryParameters,
): Partial<MiflowcytFacts> {
  const counting = Object.values(beads).find(({ kind }) => kind === "counting");
  if (counting?.kind === "counting") {
    const words = `${three(counting.concentration)} beads/mL`;
    return { volume: { source: "counting beads", words, files: ["study.yaml"] } };
  }
  const measured = own.filter(({ volume }) => volume !== null);
  const [first] = measured;
  if (!first?.volume) return {};
  const { value, from } = first.volume;
  const words =
    from === "flow rate" ? `${flowRate} µL/min × ${three(first.seconds ?? 0)} s` : `${three(value)} µL`;
  const files = { file: filesOf(measured), sheet: ["samples.csv"], "flow rate": ["study.yaml"] }[from];
  return { volume: { source: from, words, files } };
}

function calibrationFacts(
  { fluorescence, scatter, estimates, parameters }: FactSources,
  first: PlacedDataSet,
): Partial<MiflowcytFacts> {
  const [sized] = scatter;
  const { core, shell, thickness } = parameters.vesicles;
  const limits = new Map(
    estimates.flatMap(({ id, qualifiers, value, unit }) =>
      id === "cytometry.detectableBrightness" || id === "cytometry.detectableDiameter"
        ? [[qualifiers.channel ?? "", { value, unit }] as const]
        : [],
    ),
  );
  const measured = first.channels.filter(({ role }) => role === "scatter" || role === "fluorescence");
  return {
    fluorescence: fluorescence.map(({ channel, unit, flags, file }) => ({
      channel,
      unit,
      doubtful: flags.length > 0,
      file,
    })),
    scatter: sized
      ? {
          channel: sized.channel,
          model: {
            en: `Mie, core-shell, ${sized.wavelength} nm, half-angle ${three(sized.halfAngle)}°`,
            ja: `Mie 散乱（コアシェル）、${sized.wavelength} nm、集光半角 ${three(sized.halfAngle)}°`,
          },
          doubtful: sized.flags.length > 0,
          file: sized.file,
        }
      : null,
    ranges: measured.map(({ name }) => {
      const limit = limits.get(name);
      const lower = limit ? Number(limit.value.toPrecision(3)) : null;
      return { channel: name, lower, upper: null, unit: (limit?.unit ?? "").replace(/[{}]/g, "") };
    }),
    refractiveIndex: sized
      ? {
          words: {
            en: `core ${core}, shell ${shell}, ${thickness} nm`,
            ja: `コア ${core}、殻 ${shell}、厚さ ${thickness} nm`,
          },
          basis: "assumed",
        }
      : null,
  };
}

function resultFacts({ estimates, series, dataSets, samples }: FactSources): Partial<MiflowcytFacts> {
  const ofSamples = estimates.filter(({ subject }) => subject.level === "sample");
  const having = (id: string) => ofSamples.filter((estimate) => estimate.id === id);
  const [d10] = having("cytometry.d10");
  const [d90] = having("cytometry.d90");
  const concentrations = having("cytometry.concentration").filter(
    ({ qualifiers }) => qualifiers.dilutionState === "original",
  );
  const [one] = concentrations;
  const [judged] = series;
  const brightness = new Map(
    having("cytometry.brightness").map(({ qualifiers, unit }) => [
      qualifiers.channel ?? "",
      { channel: qualifiers.channel ?? "", unit },
    ]),
  );
  const calibrated = [...brightness.values()].filter(({ unit }) => unit !== "{arbitrary_units}");
  return {
    series: judged
      ? {
          factors: judged.points.map(({ dilution }) => dilution),
          verdict: judged.verdict,
          files: filesOf(dataSets.filter(({ row }) => row.sample === judged.sample)),
        }
      : null,
    diameters:
      d10 && d90
        ? {
            en: `${d10.subject.sample}: ${three(d10.value)} to ${three(d90.value)} nm (10th to 90th percentile)`,
            ja: `${d10.subject.sample}：${three(d10.value)}–${three(d90.value)} nm（10–90 パーセンタイル）`,
          }
        : null,
    concentrations: one
      ? {
          words: `${one.subject.sample}: ${three(one.value)} /mL${one.interval ? ` [${three(one.interval.lower)}, ${three(one.interval.upper)}]` : ""}${concentrations.length > 1 ? " …" : ""}`,
          samples: concentrations.length,
          of: samples,
        }
      : null,
    brightness: calibrated.map(({ channel, unit }) => ({ channel, unit: unit.replace(/[{}]/g, "") })),
  };
}
