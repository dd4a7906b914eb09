import {
  type AxisView,
  accepted,
  axisFault,
  type CloudOptions,
  portable,
  type Result,
  refused,
} from "../../../../kernel/index.ts";
import { appliedCompensation } from "../compensation.ts";
import { emptyPlan, runEvents, type Spectrum } from "../events/index.ts";
import { axisOf, leastCofactor } from "../picture.ts";
import { cloudIssues } from "./issues.ts";
import { type CloudSource, channelOf } from "./source.ts";

/** Past the limits of the data, as a part of the axis, so that rounding leaves no event out. */
const margin = 1e-6;

/** The view of all events of an axis, as the study's pictures have it; the time and widths are linear. Issue: `cytometry-cloud-axis-unknown`. */
export async function viewOf(
  source: CloudSource,
  axis: string,
  options: CloudOptions = {},
): Promise<Result<AxisView>> {
  const channel = channelOf(source, axis);
  if (channel < 0)
    return refused(
      cloudIssues.raise("cytometry-cloud-axis-unknown", axisFault(source.axes, axis).parameters),
    );
  const { channels, data } = source.dataSet;
  const { role, pulse, range } = channels[channel]!;
  const compensation = appliedCompensation(source.dataSet, source.parameters).value;
  const spectra = [{ gate: -1, channel, compensated: true }];
  const tally = await runEvents(data, { ...emptyPlan, compensation, spectra }, options);
  const spectrum = tally.spectra[0]!;
  if (spectrum.events === 0) return accepted(emptyView(axis, range));
  return accepted(
    role === "time" || pulse === "width" ? linearView(axis, spectrum) : logView(axis, range, spectrum),
  );
}

function emptyView(axis: string, range: number): AxisView {
  return {
    axis,
    cofactor: leastCofactor,
    from: -leastCofactor,
    to: Math.max(range, 10 * leastCofactor),
  };
}

function linearView(axis: string, { least, greatest }: Spectrum): AxisView {
  const width = greatest > least ? greatest - least : Math.max(1, Math.abs(least));
  const room = margin * Math.max(width, Math.abs(least), Math.abs(greatest));
  return { axis, cofactor: null, from: least - room, to: greatest > least ? greatest + room : least + width };
}

function logView(axis: string, top: number, spectrum: Spectrum): AxisView {
  const { cofactor, whole, range } = axisOf(0, top, spectrum);
  const value = (place: number) => cofactor * portable.sinh(place * whole);
  return { axis, cofactor, from: value(range[0] - margin), to: value(range[1] + margin) };
}
