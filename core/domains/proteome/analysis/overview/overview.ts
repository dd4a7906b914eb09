import { testOrder } from "../contrast-table.ts";
import type { Contrast } from "../contrasts.ts";
import type { DataSet } from "../data-sets.ts";
import type { ProteomeParameters } from "../parameters.ts";
import { cellOf } from "../samples.ts";
import type { FeatureTest } from "../testing/feature-test.ts";
import { type ColumnPair, columnPairs } from "./associations.ts";
import { type ComponentsOverview, componentsOverview } from "./components.ts";
import { type DetectionOverview, detectionOverview } from "./detection.ts";
import { byVariance, type HeatMap, heatMapOf } from "./heat-map.ts";
import { type RankOverview, rankOverview } from "./ranks.ts";
import { recordedColumns } from "./recorded.ts";

/** What figures show of a data set as a whole; plain JSON. */
export interface DataSetOverview {
  readonly dataSet: string;
  readonly samples: readonly {
    readonly name: string;
    readonly condition: string;
    /** Cells of the columns that can be compared, by column; empty where nothing was recorded. */
    readonly cells: Readonly<Record<string, string>>;
  }[];
  /** Names of columns whose cells are categories. */
  readonly categories: readonly string[];
  readonly columns: readonly string[];
  readonly pairs: readonly ColumnPair[];
  readonly components: ComponentsOverview | null;
  readonly detection: DetectionOverview | null;
  readonly ranks: readonly RankOverview[];
  readonly conditions: number;
  /** Proteins whose gene the file names. */
  readonly withGenes: number;
  readonly heatMaps: readonly HeatMap[];
}

/** Contrasts with a heat map, and conditions with ranks. */
const mostHeatMaps = 3;
const mostConditions = 4;

export interface TestOfContrast {
  readonly contrast: Contrast;
  readonly test: FeatureTest;
}

/** `measured` is as the files have it, `used` as contrasts take it: normalised and imputed where the study asks for it. */
export function overviewOf(
  measured: DataSet,
  used: DataSet,
  tests: readonly TestOfContrast[],
  parameters: Pick<ProteomeParameters, "covariates" | "markers" | "level">,
): DataSetOverview {
  const { samples, name } = used;
  const columns = recordedColumns(samples, parameters);
  const all = [...samples.keys()];
  const maps =
    tests.length === 0
      ? [heatMapOf(null, byVariance(used), all, used)]
      : tests.slice(0, mostHeatMaps).map(({ contrast, test }) => {
          const tested = testOrder(test).filter((row) => !Number.isNaN(test.p[row]!));
          return heatMapOf(contrast.name, tested, [...contrast.first, ...contrast.second], used);
        });
  return {
    dataSet: name,
    samples: samples.map(({ name: sample, row }) => ({
      name: sample,
      condition: row.condition ?? "",
      cells: Object.fromEntries(columns.map((column) => [column.name, cellOf(row, column.name)])),
    })),
    categories: columns.flatMap((column) => (column.factor.kind === "categorical" ? column.name : [])),
    columns: columns.map((column) => column.name),
    pairs: columnPairs(columns),
    components: componentsOverview(used, columns),
    detection: detectionOverview(measured, parameters.level),
    ranks: rankOverview(used, parameters, mostConditions),
    conditions: new Set(samples.map(({ row }) => row.condition ?? "").filter((one) => one !== "")).size,
    withGenes: used.features.filter(({ genes }) => genes.length > 0).length,
    heatMaps: maps.filter((map) => map !== null),
  };
}
