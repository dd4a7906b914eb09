import {
  draft,
  featureNumbers,
  featureWords,
  type Issue,
  isAccepted,
  type Step,
} from "../../../../kernel/index.ts";
import type { CatalogueExperiments, EvCatalogue } from "../../measurement.ts";
import { matchCatalogue } from "../catalogues/match.ts";
import type { DataSet } from "../data-sets.ts";
import type { ProteomeParameters } from "../parameters.ts";
import { identityWords as words } from "./words.ts";

export interface CatalogueFile {
  readonly file: string;
  readonly catalogue: EvCatalogue;
  /** The experiments of a catalogue of the same name, where the study has them. */
  readonly experiments: CatalogueExperiments | null;
}

/** The data set's proteins in every vesicle catalogue of the study: the union, and experiments like the study's. */
export function catalogueSteps(
  dataSet: DataSet,
  files: readonly CatalogueFile[],
  { catalogue: choice }: ProteomeParameters,
  from: string,
): { readonly steps: readonly Step[]; readonly issues: readonly Issue[] } {
  const steps: Step[] = [];
  const issues: Issue[] = [];
  const own = dataSet.features.filter(({ marks }) => marks.length === 0);
  for (const { file, catalogue, experiments } of files) {
    const detected = own.map(({ genes, proteins }) => ({ genes, accessions: proteins }));
    const { species, background, samples, isolation } = choice;
    const found = matchCatalogue(detected, catalogue, {
      species,
      background: { kind: "size", size: background },
      ...(experiments === null ? {} : { experiments }),
      choice: { species, ...(samples ? { samples } : {}), ...(isolation ? { isolation } : {}) },
    });
    const told = isAccepted(found) ? found.warnings : found.issues;
    issues.push(...told.map((issue) => ({ ...issue, severity: "warning" as const, file })));
    if (!isAccepted(found)) continue;
    const { union, chosen, proteins, n } = found.value;
    const rest = (share: typeof union, which: "union" | "chosen") => ({
      qualifiers: { ...dataSet.qualifiers, catalogue: file, in: which },
      assumptions: ["background_counted"],
      flags: share.coverage >= 0.5 ? ["union_says_little"] : [],
    });
    const study = { level: "study" } as const;
    const shares = [
      { share: union, which: "union" } as const,
      ...(chosen ? [{ share: chosen, which: "chosen" } as const] : []),
    ];
    const order = own.map((_, at) => at).sort((a, b) => proteins[b]!.count - proteins[a]!.count || a - b);
    steps.push({
      key: `catalogue:${dataSet.name}:${file}`,
      operation: { id: "proteome.catalogue", version: "1" },
      parameters: { species, background, samples: samples ?? null, isolation: isolation ?? null },
      inputs: [from, `${file}#read`],
      estimates: shares.flatMap(({ share, which }) => [
        draft("proteome.catalogueShare", study, share.share, "1", rest(share, which)),
        draft("proteome.catalogueExpected", study, share.expected / n, "1", rest(share, which)),
      ]),
      tables: [
        {
          id: "proteome.catalogue",
          name: file,
          subject: study,
          title: words.catalogue,
          description: words.catalogueTold,
          columns: [
            featureWords(
              "gene",
              words.gene,
              order.map((at) => own[at]!.genes[0] ?? own[at]!.proteins[0] ?? own[at]!.id),
            ),
            featureNumbers(
              "experiments",
              words.experiments,
              "1",
              order.map((at) => proteins[at]!.count),
            ),
            featureNumbers(
              "chosen",
              words.chosen,
              "1",
              order.map((at) => proteins[at]!.chosen ?? Number.NaN),
            ),
            featureWords(
              "feature",
              words.feature,
              order.map((at) => own[at]!.id),
              false,
            ),
          ],
          assumptions: ["background_counted"],
          flags: [],
        },
      ],
    });
  }
  return { steps, issues };
}
