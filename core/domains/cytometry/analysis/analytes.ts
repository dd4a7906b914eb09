import { draft, type Issue, isAccepted, type Step } from "../../../kernel/index.ts";
import { normaliseAnalytes } from "../operations/multiplex/normalise.ts";
import { controlsFor } from "./controls.ts";
import type { CytometryParameters } from "./parameters.ts";
import { type PlacedDataSet, type SampleSets, sampleKey, sampleQualifiers, stepsBehind } from "./placed.ts";

/** Analytes of a multiplex assay less the buffer's (else isotype's) and over the mean of the reference markers; nothing where the study asks for none. Issues: those of `normaliseAnalytes`. */
export function relativeAnalytes(
  sample: SampleSets,
  all: readonly PlacedDataSet[],
  { multiplex }: CytometryParameters,
): { readonly steps: readonly Step[]; readonly issues: readonly Issue[] } {
  const measured = sample.sets.find(({ analytes }) => analytes.length > 0);
  if (!multiplex || multiplex.normaliseTo.length === 0 || !measured) return { steps: [], issues: [] };
  const control = (["buffer", "reagent", "isotype"] as const)
    .flatMap((kind) => controlsFor(measured, kind, all))
    .find(({ analytes }) => analytes.length > 0);
  const medians = (of: PlacedDataSet) => of.analytes.map(({ name, median }) => ({ analyte: name, median }));
  const found = normaliseAnalytes(medians(measured), control ? medians(control) : 0, multiplex.normaliseTo);
  if (!isAccepted(found)) return { steps: [], issues: found.issues };
  const step: Step = {
    key: `analytes:${sampleKey(sample)}`,
    operation: { id: "cytometry.multiplexBeads", version: "1" },
    parameters: { normaliseTo: multiplex.normaliseTo },
    inputs: stepsBehind(control ? [measured, control] : [measured], "multiplex"),
    estimates: found.value.analytes.map(({ analyte, relative, flags }) =>
      draft("cytometry.analyteRelative", { level: "sample", sample: sample.name }, relative, "1", {
        n: { technical: 1, biological: null },
        flags: [...flags, ...(control ? [] : ["no_control_subtracted"])],
        qualifiers: { analyte, relativeTo: multiplex.normaliseTo.join(" + "), ...sampleQualifiers(sample) },
      }),
    ),
  };
  return { steps: [step], issues: found.warnings };
}
