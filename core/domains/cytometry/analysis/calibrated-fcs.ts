import { readColumns } from "../formats/fcs-events.ts";
import { type FcsWriteChannel, writeHead } from "../formats/fcs-write.ts";
import { writeEvents } from "../formats/fcs-write-events.ts";
import type { FcsDataSet } from "../measurement.ts";
import { type CalibrationCurve, calibrateColumn } from "../operations/beads/calibration-curve.ts";
import { type Compensation, compensate } from "../operations/compensation/index.ts";
import { createSizeTable, emptySizes } from "../operations/mie/size-table.ts";
import type { Sizer } from "../operations/mie/sizing.ts";

/** What turns a data set's linear values into calibrated ones. */
export interface FcsCalibration {
  readonly compensation?: Compensation;
  /** Curve by `$PnN` of the channel. */
  readonly curves?: Readonly<Record<string, CalibrationCurve>>;
  /** Sizer of one scatter channel with the detector's gain and offset. */
  readonly scatter?: {
    readonly channel: string;
    readonly sizer: Sizer;
    readonly gain: number;
    readonly offset: number;
  };
}

const block = 65_536;

/**
 * The data set as FCS 3.1 in pieces, never held whole: its own channels in linear units as read, then one channel for
 * each curve (`PE-A MESF`, of the compensated value) and one for the diameter (`SSC-A nm`); NaN where a value has none.
 * The file's other keywords stay, and `VESICA CALIBRATION` says what was applied. The compensation itself is not
 * written as `$SPILLOVER`, since a program that applied it would compensate twice.
 */
export async function* calibratedFcs(
  dataSet: FcsDataSet,
  { compensation, curves = {}, scatter }: FcsCalibration,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { channels, data, keywords } = dataSet;
  const names = channels.map(({ name }) => name);
  const used = Object.entries(curves).filter(([channel]) => names.includes(channel));
  const sized = scatter && names.includes(scatter.channel) ? scatter : null;
  const sizes = sized && createSizeTable(sized.sizer, sized.gain, sized.offset);
  const added: FcsWriteChannel[] = [
    ...used.map(([channel, { unit }]) => ({ name: `${channel} ${unit}`, range: 2 ** 24 })),
    ...(sized ? [{ name: `${sized.channel} nm`, range: 10_000 }] : []),
  ];
  const applied = [
    ...(compensation ? ["compensated"] : []),
    ...used.map(
      ([channel, { alpha, beta, unit }]) => `${channel}: log10(${unit}) = ${alpha} + ${beta} log10(x)`,
    ),
    ...(sized ? [`${sized.channel}: Mie, gain ${sized.gain} per nm2, offset ${sized.offset}`] : []),
  ];
  const written = [...channels.map(linear), ...added];
  const kept = [...keywords].filter(
    ([keyword]) => !/^(\$?SPILL(OVER)?|\$COMP|\$DFC\d+TO\d+|\$TIMESTEP)$/.test(keyword),
  );
  yield writeHead({
    channels: written,
    events: data.events,
    keywords: [...kept, ["VESICA CALIBRATION", applied.join("; ") || "none"]],
  });
  for (let from = 0; from < data.events; from += block) {
    const count = Math.min(block, data.events - from);
    const columns = await readColumns(data, { from, count });
    const clean = columns.map((column) => Float64Array.from(column));
    if (compensation) compensate(compensation, columns, clean, count);
    const calibrated = used.map(
      ([channel, curve]) => calibrateColumn(curve, clean[names.indexOf(channel)]!).values,
    );
    const diameters = sized && sizes ? [diametersOf(sizes, clean[names.indexOf(sized.channel)]!)] : [];
    yield* writeEvents({ channels: written, columns: [...columns, ...calibrated, ...diameters] });
  }
}

/** As read: gain, logarithm and time step are in the values already. */
function linear({
  name,
  label,
  range,
  voltage,
  excitation,
  filter,
  detector,
  power,
}: FcsDataSet["channels"][number]): FcsWriteChannel {
  return { name, label, range: range > 0 ? range : 2 ** 24, voltage, excitation, filter, detector, power };
}

function diametersOf(sizes: ReturnType<typeof createSizeTable>, signals: Float64Array): Float64Array {
  const found = emptySizes(signals.length);
  sizes(signals, found);
  return Float64Array.from(found.diameter);
}
