import type { Text } from "../../../kernel/index.ts";
import type { Flag } from "../analysis/checks.ts";

interface CheckMessage {
  readonly name: Text;
  /** Sentence for a sample that fails, with `{found}` and `{limit}`. */
  readonly fails: Text;
  readonly remedy: Text;
  readonly clause: string;
}

const practice = "Laboratory practice; no limit in a standard";

/** What each acceptance check says. */
export const checkMessages: Readonly<Record<Flag, CheckMessage>> = {
  drift: {
    name: { en: "Drift", ja: "ドリフト" },
    fails: {
      en: "Particles drift by {found} (at most {limit})",
      ja: "粒子のドリフトが大きい：{found}（上限 {limit}）",
    },
    remedy: {
      en: "Let the cell settle, lower the pump speed, or measure again; drift that is not removed adds to the diffusion and makes particles look smaller.",
      ja: "セルが落ち着くのを待つ、ポンプ速度を下げる、または測り直してください。除去されないドリフトは拡散に加わり、粒子を小さく見せます。",
    },
    clause: `${practice}. NanoSight with the syringe pump on drifts by about 10 pixels per frame in ordinary files`,
  },
  low_count: {
    name: { en: "Number of tracks", ja: "軌跡の数" },
    fails: {
      en: "Few tracks: {found} (at least {limit})",
      ja: "軌跡が少ない：{found}（下限 {limit}）",
    },
    remedy: {
      en: "Measure longer, take more captures, or dilute less.",
      ja: "測定時間を延ばす、測定回数を増やす、または希釈を弱めてください。",
    },
    clause: practice,
  },
  high_density: {
    name: { en: "Particle density", ja: "粒子の密度" },
    fails: {
      en: "Too many particles at once: {found} (at most {limit})",
      ja: "同時に写る粒子が多すぎる：{found}（上限 {limit}）",
    },
    remedy: {
      en: "Dilute more: crossing tracks are lost or joined, so concentration is too low and size too large.",
      ja: "さらに希釈してください。交差する軌跡は失われるか連結され、濃度は低く粒径は大きく出ます。",
    },
    clause: practice,
  },
  "blank>10%": {
    name: { en: "Blank", ja: "ブランク" },
    fails: {
      en: "The blank has {found} of the sample's concentration as measured (at most {limit})",
      ja: "ブランクの濃度が試料の測定時濃度の {found} にあたる（上限 {limit}）",
    },
    remedy: {
      en: "Filter the diluent, clean the cell, or quote the blank-corrected concentration with its limit of detection.",
      ja: "希釈液をろ過する、セルを洗浄する、またはブランク補正した濃度を検出限界とともに示してください。",
    },
    clause: `${practice}; MISEV2023 asks for controls of the diluent (source not opened)`,
  },
  "CV>20%": {
    name: { en: "Variation between captures", ja: "測定間のばらつき" },
    fails: {
      en: "Captures of one measurement differ by a CV of {found} (at most {limit})",
      ja: "同一測定内の CV が {found}（上限 {limit}）",
    },
    remedy: {
      en: "Look for bubbles, drift or settling in the outlying capture; take more captures.",
      ja: "外れた測定に気泡・ドリフト・沈降がないか確認し、測定回数を増やしてください。",
    },
    clause: practice,
  },
  nonlinear: {
    name: { en: "Dilution linearity", ja: "希釈直線性" },
    fails: {
      en: "Concentration does not follow the dilution: {found} (limits: {limit})",
      ja: "濃度が希釈に比例しない：{found}（基準：{limit}）",
    },
    remedy: {
      en: "Use only dilutions whose recovery is inside the limits; too little dilution loses particles by coincidence, too much counts the diluent.",
      ja: "回収率が範囲内の希釈だけを使ってください。希釈不足では重なりで数え落とし、過剰では希釈液の粒子を数えます。",
    },
    clause: "Limits by laboratory practice; for deviation from linearity CLSI EP06-Ed2 (source not opened)",
  },
  T_missing: {
    name: { en: "Temperature", ja: "温度" },
    fails: {
      en: "The temperature is missing in {found} captures",
      ja: "温度の記載がない測定がある：{found} 件",
    },
    remedy: {
      en: "Sizes by diffusion need the temperature: export it with the measurement.",
      ja: "拡散による粒径には温度が必要です。測定とともに書き出してください。",
    },
    clause: "Stokes–Einstein: d is proportional to T / η",
  },
  viscosity_assumed: {
    name: { en: "Viscosity", ja: "粘度" },
    fails: {
      en: "Sizes assume that the diluent is as viscous as water: {found}",
      ja: "粒径は希釈液の粘度が水と同じと仮定している：{found}",
    },
    remedy: {
      en: "If the diluent is not water-like, set its viscosity in the instrument and say `viscosityKnown: true` in study.yaml.",
      ja: "希釈液が水と異なる場合は装置で粘度を設定し、study.yaml に `viscosityKnown: true` と書いてください。",
    },
    clause: "Stokes–Einstein: d is proportional to T / η",
  },
  truncated_below_dmin: {
    name: { en: "Limit of detection in size", ja: "粒径の検出限界" },
    fails: {
      en: "By a log-normal model {found} of the particles lie below the limit of detection of {limit}",
      ja: "対数正規モデルによると粒子の {found} が検出限界 {limit} より小さい",
    },
    remedy: {
      en: "Quote sizes and concentration as those of particles above the limit; the model's share is not a measurement.",
      ja: "粒径と濃度は検出限界を上回る粒子のものとして示してください。モデルの割合は測定値ではありません。",
    },
    clause: "Limits of methods: van der Pol 2014, 10.1111/jth.12602 (source not opened)",
  },
};
