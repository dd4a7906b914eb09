import { type Clouds, type FileContext, type PointCloud, rowOfCapture } from "../../../../kernel/index.ts";
import type { CytometryMeasurement, FcsDataSet } from "../../measurement.ts";
import { picturedChannels } from "../channels.ts";
import { appliedCompensation } from "../compensation.ts";
import { distinctSets, subjectOf } from "../distinct-sets.ts";
import { parametersOf } from "../parameters.ts";
import { cytometryRow } from "../sheet.ts";
import { beadWindows } from "./bead-windows.ts";
import { densityIn, histogramIn } from "./bins.ts";
import { type CloudSource, cloudAxes } from "./source.ts";
import { viewOf } from "./view.ts";

/** The events of a file, a cloud for each data set that the study counts. */
export const cytometryClouds: Clouds<CytometryMeasurement> = {
  of: (measurement, context) =>
    distinctSets(measurement.captures, context).value.map((dataSet) =>
      cloudOf(sourceOf(measurement, dataSet, context)),
    ),
  gatesKey: "gates",
  populationKey: "population",
};

function sourceOf(measurement: CytometryMeasurement, dataSet: FcsDataSet, context: FileContext): CloudSource {
  const { value: parameters, issues } = parametersOf(context.design);
  const row = rowOfCapture(context.rows, dataSet.name);
  return {
    dataSet,
    row: row && cytometryRow(row).value,
    parameters,
    subject: subjectOf(measurement, dataSet, context),
    axes: cloudAxes(dataSet, appliedCompensation(dataSet, parameters)),
    issues,
  };
}

function cloudOf(source: CloudSource): PointCloud {
  const { dataSet, row, axes } = source;
  const hasBeads = row?.role === "calibrant" || (row?.calibrant ?? null) !== null;
  return {
    name: dataSet.name,
    points: dataSet.data.events,
    axes,
    suggested: suggestedAxes(source),
    view: (axis, options) => viewOf(source, axis, options),
    density: (request, options) => densityIn(source, request, options),
    histogram: (request, options) => histogramIn(source, request, options),
    ...(hasBeads ? { peaks: (axis, options) => beadWindows(source, axis, options) } : {}),
  };
}

/** The axes of the study's picture, else the first two that are not the time. */
function suggestedAxes({ dataSet, parameters }: CloudSource): PointCloud["suggested"] {
  const { channels } = dataSet;
  const pictured = picturedChannels(dataSet, parameters);
  if (pictured) return { x: channels[pictured[0]]!.name, y: channels[pictured[1]]!.name };
  const [x, y] = [...channels].sort((a, b) => Number(a.role === "time") - Number(b.role === "time"));
  return { x: x?.name ?? "", y: y?.name ?? null };
}
