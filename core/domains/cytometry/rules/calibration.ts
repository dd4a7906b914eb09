import { type DomainResult, estimateKey, type Finding, type Text } from "../../../kernel/index.ts";
import { studySummary } from "../analysis/study-summary.ts";

const nothing: Text = { en: "", ja: "" };

const remedy: Text = {
  en: "Look at the calibration figure; set the peak windows by hand under `peaks`, or leave out peaks that are not resolved or saturated.",
  ja: "校正の図を確認し、`peaks` でピークの範囲を手動で指定するか、分離していない・飽和したピークを除いてください。",
};

/** A table index outside its range bears on diameters, not on the fit. */
function isUnsettled(flags: readonly string[]): boolean {
  return flags.some((flag) => flag !== "scatter_index_extrapolated");
}

/** One finding for each channel of a bead file whose calibration was refused, with its reason. */
function refusedFindings({ study }: DomainResult): readonly Finding[] {
  return study.issues.flatMap(({ severity, file, place, message, remedy: what }): readonly Finding[] =>
    severity !== "error" || !file || !place?.key || file === "study.yaml"
      ? []
      : [
          {
            rule: "cytometry.calibration",
            status: "not met",
            severity: "fail",
            subject: { level: "file", file },
            message: {
              en: `${place.key} is not calibrated: ${message.en}`,
              ja: `${place.key} を校正できません：${message.ja}`,
            },
            remedy: what,
            clause: "MIFlowCyt-EV 4.3",
            estimates: [],
          },
        ],
  );
}

/** One finding for each calibrated channel: that it holds, what is doubtful about it, or why it was refused. */
export function calibrationFindings(result: DomainResult): readonly Finding[] {
  const { study, estimates } = result;
  const { fluorescence, scatter } = studySummary(study);
  const keysOf = (file: string, channel: string) =>
    estimates.flatMap((estimate) =>
      estimate.subject.file === file &&
      estimate.qualifiers.channel === channel &&
      /calibration|halfAngle|scatter/.test(estimate.id)
        ? [estimateKey(estimate)]
        : [],
    );
  const finding = (
    rule: string,
    file: string,
    channel: string,
    doubtful: boolean,
    message: Text,
  ): Finding => ({
    rule,
    status: doubtful ? "doubtful" : "met",
    severity: doubtful ? "caution" : "note",
    subject: { level: "file", file },
    message,
    remedy: doubtful ? remedy : nothing,
    clause: rule === "cytometry.calibration" ? "MIFlowCyt-EV 4.3" : "MIFlowCyt-EV 4.4",
    estimates: keysOf(file, channel),
  });
  return [
    ...fluorescence.map(({ file, channel, unit, slope, rSquared, flags, points }) => {
      const found = `${slope.toFixed(3)}, R² ${rSquared === null ? "–" : rSquared.toFixed(4)}`;
      return finding("cytometry.calibration", file, channel, flags.length > 0, {
        en: `${channel} in ${unit} from ${points.length} peaks: slope ${found} (0.95 to 1.05 and 0.99 wanted)`,
        ja: `${channel}（${unit}、${points.length} ピーク）：傾き ${found}（基準 0.95～1.05、0.99 以上）`,
      });
    }),
    ...scatter.map(({ file, channel, halfAngle, flags, points }) =>
      finding("cytometry.scatterCalibration", file, channel, isUnsettled(flags), {
        en: `${channel} to diameter from ${points.length} bead sizes: half-angle ${halfAngle.toPrecision(3)}°${isUnsettled(flags) ? "; the beads do not settle it" : ""}`,
        ja: `${channel} の粒径校正（ビーズ ${points.length} 種）：集光半角 ${halfAngle.toPrecision(3)}°${isUnsettled(flags) ? "（ビーズでは十分に定まらない）" : ""}`,
      }),
    ),
    ...refusedFindings(result),
  ];
}
