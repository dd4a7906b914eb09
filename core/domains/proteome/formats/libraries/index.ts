import { xlsxIssues } from "../../../../containers/xlsx-issues.ts";
import type { Format } from "../../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../../measurement.ts";
import { accessionList } from "./accession-list.ts";
import { catalogueDetails } from "./catalogue-details.ts";
import { catalogueExperimentTable } from "./catalogue-experiments.ts";
import { contaminantFasta } from "./contaminant-fasta.ts";
import { contaminantTable } from "./contaminant-table.ts";
import { evpedia } from "./evpedia.ts";
import { geneSetFile } from "./gene-sets.ts";
import { libraryIssues as issues } from "./issues.ts";

/** Formats of gene sets, contaminant libraries and vesicle catalogues: what measurements are compared with. */
export const libraryFormats: readonly Format<ProteomeMeasurement>[] = [
  geneSetFile,
  contaminantFasta,
  contaminantTable,
  catalogueDetails,
  catalogueExperimentTable,
  evpedia,
  accessionList,
];

/** Every issue that these formats can give. */
export const libraryIssues = { ...issues.definitions, ...xlsxIssues.definitions };
