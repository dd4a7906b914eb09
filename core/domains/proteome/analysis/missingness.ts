import {
  draft,
  type FeatureTableDraft,
  featureNumbers,
  featureWords,
  type Step,
} from "../../../kernel/index.ts";
import {
  benjaminiHochberg,
  detectionOfPair,
  missingFractions,
  missingnessByAbundance,
} from "../../../statistics/index.ts";
import type { Contrast } from "./contrasts.ts";
import type { DataSet } from "./data-sets.ts";
import { donorCounts } from "./donors.ts";
import { missingnessWords as words } from "./missingness-words.ts";

/** What missing values depend on, and the proteins that one side of a contrast has and the other has not. */
export function missingness(
  dataSet: DataSet,
  contrasts: readonly Contrast[],
  { level }: { readonly level: number },
  from: string,
): Step {
  const { name, values, qualifiers } = dataSet;
  const subject = { level: "study" } as const;
  const fractions = missingFractions(values);
  const relation = missingnessByAbundance(values, level);
  return {
    key: `missing:${name}`,
    operation: { id: "proteome.missingness", version: "1" },
    parameters: { level, verdict: relation.verdict },
    inputs: [from],
    estimates: [
      draft("proteome.missingOverall", subject, fractions.overall, "1", { qualifiers }),
      draft("proteome.complete", subject, fractions.complete, "1", { qualifiers }),
      draft("proteome.neverObserved", subject, fractions.neverSeen, "1", { qualifiers }),
      ...(Number.isFinite(relation.slope)
        ? [
            draft("proteome.detectionSlope", subject, relation.slope, "1", {
              qualifiers: { ...qualifiers, missing: relation.verdict },
              interval: relation.interval,
              assumptions: ["logistic_detection"],
            }),
          ]
        : []),
    ],
    tables: contrasts.flatMap((contrast) => onOffTable(dataSet, contrast)),
  };
}

/** Samples that have to show a protein which the other side does not. */
const leastObserved = 2;

function onOffTable({ features, samples, values }: DataSet, contrast: Contrast): FeatureTableDraft[] {
  const sides = samples.map((_, at) =>
    contrast.first.includes(at) ? "first" : contrast.second.includes(at) ? "second" : "",
  );
  if (contrast.first.length < leastObserved || contrast.second.length < leastObserved) return [];
  const { onOff } = detectionOfPair(values, sides, ["first", "second"], leastObserved);
  const own = onOff.filter(({ row }) => !features[row]!.marks.includes("decoy"));
  if (own.length === 0) return [];
  // Fisher's test takes every sample for independent
  const independent = !donorCounts(samples, contrast).repeated;
  const q = benjaminiHochberg(own.map(({ p }) => p));
  const order = own.map((_, at) => at).sort((a, b) => own[a]!.p - own[b]!.p || own[a]!.row - own[b]!.row);
  const rows = order.map((at) => ({ ...own[at]!, q: q[at]!, feature: features[own[at]!.row]! }));
  const [one, two] = contrast.labels;
  const side = (which: string) => (which === "first" ? one : two === "*" ? "others" : two);
  return [
    {
      id: "proteome.onOff",
      name: contrast.name,
      subject: { level: "group", group: contrast.name },
      title: words.title,
      description: independent ? words.description : words.descriptionRepeated,
      columns: [
        featureWords(
          "feature",
          words.feature,
          rows.map(({ feature }) => feature.id),
          rows.every(({ feature }) => feature.genes.length === 0),
        ),
        featureWords(
          "gene",
          words.gene,
          rows.map(({ feature }) => feature.genes.join(";")),
        ),
        featureWords(
          "onlyIn",
          words.onlyIn,
          rows.map(({ onlyIn }) => side(onlyIn)),
        ),
        featureNumbers(
          "observed",
          words.observed,
          "1",
          rows.map(({ seen }) => seen),
        ),
        ...(independent
          ? [
              featureNumbers(
                "p",
                words.p,
                "1",
                rows.map(({ p }) => p),
              ),
              featureNumbers(
                "q",
                words.q,
                "1",
                rows.map((row) => row.q),
              ),
            ]
          : []),
      ],
      assumptions: [],
      flags: [],
    },
  ];
}
