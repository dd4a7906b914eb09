import type { CatalogueExperiments } from "../../measurement.ts";

export type CatalogueExperiment = CatalogueExperiments["experiments"][number];

/** Which experiments are like the study's: every word that is given has to hold. */
export interface ExperimentChoice {
  /** The catalogue's words for the sample, any of them, whole and without regard to case: `Plasma`. */
  readonly samples?: readonly string[];
  /** Isolation steps that all have to be among the experiment's, whole and without regard to case. */
  readonly isolation?: readonly string[];
  readonly species?: string;
}

/** Experiments that identified proteins and are as `choice` asks. One that does not say what it identified is kept. */
export function chosenExperiments(
  { experiments }: CatalogueExperiments,
  { samples, isolation, species }: ExperimentChoice,
): readonly CatalogueExperiment[] {
  const wanted = samples?.map(plain);
  const steps = isolation?.map(plain) ?? [];
  return experiments.filter((experiment) => {
    const had = experiment.isolation.map(plain);
    const kinds = experiment.identified;
    return (
      (kinds.length === 0 || kinds.some((kind) => /^proteins?$/i.test(kind))) &&
      (wanted === undefined || wanted.includes(plain(experiment.sample))) &&
      steps.every((step) => had.includes(step)) &&
      (species === undefined || plain(species) === plain(experiment.species))
    );
  });
}

function plain(words: string): string {
  return words.trim().toLowerCase();
}
