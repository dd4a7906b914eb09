import { estimateKey, type Finding, fillText, type Subject, type Text } from "../../../kernel/index.ts";
import type { ContrastSummary } from "../analysis/contrast-answer.ts";
import type { GuardedCovariate } from "../analysis/guard.ts";
import { isInseparable } from "../analysis/inseparable.ts";
import type { ProteomeStudySummary } from "../analysis/study-summary.ts";
import type { NuisanceAnswer } from "../analysis/testing/nuisance.ts";
import { ruleWords as words } from "./words.ts";

/** What the design of every contrast lets be said, beside what was found. */
export function designFindings({ contrasts }: ProteomeStudySummary): Finding[] {
  return contrasts.flatMap((contrast) => [
    ...contrast.guard.flatMap((covariate) => confounded(contrast, covariate)),
    ...replicates(contrast),
  ]);
}

function confounded(contrast: ContrastSummary, covariate: GuardedCovariate): Finding[] {
  const { relation } = covariate;
  if (relation === "balanced") return [];
  const subject: Subject = { level: "group", group: contrast.name };
  const nuisance = contrast.nuisances.find((one) => one.covariate === covariate.covariate);
  const estimates = nuisance
    ? [
        estimateKey({ id: "proteome.significant", subject, qualifiers: contrast.qualifiers }),
        ...["nuisanceSignificant", "nuisanceShared", "informationLeft"].map((id) =>
          estimateKey({
            id: `proteome.${id}`,
            subject,
            qualifiers: { ...contrast.qualifiers, covariate: covariate.covariate },
          }),
        ),
      ]
    : [];
  const rule = `proteome.design_${relation.replaceAll("-", "_")}`;
  const base = { rule, subject, estimates, clause };
  if (relation === "cannot-be-told")
    return [
      {
        ...base,
        status: "not reported",
        severity: "note",
        message: fillText(words.notRecorded, { name: contrast.name, covariate: covariate.covariate }),
        remedy: words.record,
      },
    ];
  const inseparable = isInseparable(contrast, covariate);
  return [
    {
      ...base,
      rule: inseparable ? "proteome.design_inseparable" : "proteome.design_confounded",
      status: inseparable ? "not met" : "doubtful",
      severity: inseparable ? "fail" : "caution",
      message: sentences(contrast, covariate, nuisance, inseparable),
      remedy: relation === "fully-aliased" ? words.measureBoth : words.within,
    },
  ];
}

function sentences(
  contrast: ContrastSummary,
  { covariate, shared, informationLeft, relation }: GuardedCovariate,
  nuisance: NuisanceAnswer | undefined,
  inseparable: boolean,
): Text {
  const given = { name: contrast.name, column: contrast.column, covariate };
  const parts = [fillText(inseparable ? words.inseparable : words.confounded, given)];
  if (relation === "fully-aliased") parts.push(words.refused);
  if (shared !== null && shared.levels.length > 0) {
    const [first, second] = shared.samples;
    parts.push(fillText(words.shared, { levels: shared.levels.join(", "), first, second, covariate }));
  } else if (informationLeft !== null && informationLeft > 0) {
    parts.push(fillText(words.information, { percent: Math.round(100 * informationLeft), covariate }));
  }
  if (nuisance) {
    const { significant, shared: both, levels, counts, samples } = nuisance;
    const numbers = {
      covariate,
      found: significant,
      alpha: contrast.alpha,
      own: contrast.significant,
      both,
      levels: levels?.join(" / ") ?? "",
      counts: counts?.join(" / ") ?? samples,
    };
    parts.push(fillText(levels ? words.aloneLevels : words.aloneSlope, numbers));
  }
  return { en: parts.map(({ en }) => en).join(" "), ja: parts.map(({ ja }) => ja).join("") };
}

function replicates(contrast: ContrastSummary): Finding[] {
  const subject: Subject = { level: "group", group: contrast.name };
  const { donors, name } = contrast;
  const base = { subject, estimates: [], clause };
  const found: Finding[] = [];
  if (donors.unknown)
    found.push({
      ...base,
      rule: "proteome.design_donors",
      status: "not reported",
      severity: "caution",
      message: fillText(words.donorsUnknown, { name }),
      remedy: words.recordDonors,
    });
  else if (donors.repeated && contrast.tested !== null) found.push(repeated(contrast, base));
  return found;
}

function repeated(
  {
    name,
    samples,
    donors,
    donorsInModel,
    ifIndependent,
    significant,
    alpha,
    block,
    qualifiers,
  }: ContrastSummary,
  base: Pick<Finding, "subject" | "estimates" | "clause">,
): Finding {
  const rule = "proteome.design_donors";
  const counts = { name, samples: samples[0] + samples[1], donors: donors.all, block: block ?? "donor" };
  if (donorsInModel === "not joined") {
    const message = fillText(words.donorsNotJoined, counts);
    return { ...base, rule, status: "not met", severity: "caution", message, remedy: words.joinDonors };
  }
  const met = { ...base, rule, status: "met", severity: "note", remedy: words.nothing } as const;
  if (donorsInModel === "adjusted") return { ...met, message: fillText(words.donorsAdjusted, counts) };
  if (ifIndependent === null) return { ...met, message: fillText(words.donorsBlocked, counts) };
  const estimates = ["significant", "significantIfIndependent"].map((id) =>
    estimateKey({ id: `proteome.${id}`, subject: base.subject, qualifiers }),
  );
  const parts = [
    fillText(words.donorsBlocked, counts),
    fillText(words.ifIndependent, { ...counts, found: ifIndependent, own: significant, alpha }),
  ];
  const message = { en: parts.map(({ en }) => en).join(" "), ja: parts.map(({ ja }) => ja).join("") };
  return { ...met, estimates, message };
}

const clause =
  "Leek et al. 2010, 10.1038/nrg2825 (batch and outcome); Lazic 2010, 10.1186/1471-2202-11-5 (what n counts)";
