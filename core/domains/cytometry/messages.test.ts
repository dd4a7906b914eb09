import { describe, expect, test } from "vitest";
import { allTerms, type EstimateDraft, estimateKey, type Step } from "../../kernel/index.ts";
import { oddStudies } from "./analysis/odd-studies.test-support.ts";
import { analysed, exampleStudy } from "./analysis/run-study.test-support.ts";
import { cytometry } from "./index.ts";

const studies = await Promise.all(
  [exampleStudy(), ...oddStudies()].map(async (study) => ({ name: study.name, ...(await analysed(study)) })),
);

const words = allTerms(cytometry.terms);

function codesOf({ id, assumptions, flags, interval, qualifiers }: EstimateDraft): string[] {
  const { dilutionState, control, thresholdFrom, of } = qualifiers;
  const words = [dilutionState, control, thresholdFrom, of].filter((value) => value !== undefined);
  return [
    id,
    ...assumptions,
    ...flags,
    ...Object.keys(qualifiers),
    ...words,
    ...(interval ? [interval.method] : []),
  ];
}

function unknownInputs(steps: readonly Step[], known: Set<string>, prefix: string): string[] {
  const own = new Set(prefix === "" ? known : ["file"]);
  return steps.flatMap(({ key, inputs }) => {
    const unknown = inputs.filter((input) => !own.has(input)).map((input) => `${key} rests on ${input}`);
    own.add(key);
    known.add(prefix + key);
    return unknown;
  });
}

describe.each(studies)("$name", ({ read, study, estimates, issues, findings, figures }) => {
  test("every id and code of an estimate has a sentence in both languages", () => {
    const codes = [...new Set(estimates.flatMap(codesOf))];
    expect(codes.filter((code) => !words[code]?.en || !words[code]?.ja)).toEqual([]);
  });

  test("estimates are finite, inside their interval, and each is given once", () => {
    const keys = estimates.map(estimateKey);
    expect(keys.filter((key, i) => keys.indexOf(key) < i)).toEqual([]);
    for (const { id, value, interval, flags, assumptions, n } of estimates) {
      expect(Number.isFinite(value), id).toBe(true);
      if (interval) expect(interval.lower, id).toBeLessThanOrEqual(interval.upper);
      if (interval) expect(value, id).toBeGreaterThanOrEqual(interval.lower);
      if (interval) expect(value, id).toBeLessThanOrEqual(interval.upper);
      expect(new Set(flags).size, id).toBe(flags.length);
      expect(new Set(assumptions).size, id).toBe(assumptions.length);
      if (!id.startsWith("cytometry.group")) expect(n.biological, id).toBeNull();
    }
  });

  test("every step rests on steps before it", () => {
    const known = new Set(read.map(({ file }) => `${file}#file`));
    const lost = read.flatMap(({ file, steps }) => unknownInputs(steps, known, `${file}#`));
    expect([...lost, ...unknownInputs(study.steps, known, "")]).toEqual([]);
  });

  test("sentences of issues, findings and figures leave no place open and rest on estimates", () => {
    const keys = new Set(estimates.map(estimateKey));
    const texts = [
      ...issues.flatMap(({ message, remedy }) => [message, remedy]),
      ...findings.flatMap(({ message, remedy }) => [message, remedy]),
    ];
    for (const { en, ja } of texts) expect(`${en}${ja}`).not.toMatch(/\{[A-Za-z]\w*\}(?!\/)|undefined|NaN/);
    expect(findings.flatMap((finding) => finding.estimates.filter((key) => !keys.has(key)))).toEqual([]);
    expect(figures.length).toBeGreaterThan(0);
  });
});

/** What only operations that people call say: the analysis of a study has other words for it or does not need them. */
const ofOperations = [
  "scatter-tolerance",
  "events_dropped_in_time",
  "drift_not_judged",
  "scatter_no_number",
  "spillover_from_matrix_text",
  "spillover_from_controls",
  "spillover_normalised",
  "spillover_ill_conditioned",
  "spillover_above_one",
  "unmixing_equal_weights",
  "beads_at_sample_settings",
  "beads_mixed_evenly",
  "dye_proportional_to_surface",
  "independent_limit_and_curve",
  "one_antibody_per_epitope",
  "scatter_sphere",
  "scatter_single_particle",
  "scatter_linear_detector",
  "scatter_plane_wave",
  "scatter_refractive_index_assumed",
  "scatter_bead_values",
  "scatter_same_settings",
];

/** What an analysis can say, and none of these studies makes it say. */
const unseen = [
  "scatter_equal_weights",
  "scatter_no_interval",
  "unresolved",
  "overlapping",
  "saturated",
  "not_calibratable",
];

test("everything else that this room has a sentence for is said in one of the studies", () => {
  const said = new Set(studies.flatMap(({ estimates }) => estimates.flatMap(codesOf)));
  const silent = Object.keys(words).filter((code) => !said.has(code));
  expect(silent.sort()).toEqual([...ofOperations, ...unseen].sort());
});
