import { defineIssues } from "../../../../kernel/index.ts";

/** Issues of light-scatter theory and calibration. */
export const scatterIssues = defineIssues({
  "cytometry-scatter-optics": {
    severity: "error",
    message: {
      en: "The optics cannot be used: {name} is {value}.",
      ja: "光学条件を使用できません（{name} = {value}）。",
    },
    remedy: {
      en: "Give the vacuum wavelength in nm, the index of the medium (1 to 2), the angle of the collection axis (0 to 180 degrees), the half-angle (over 0, up to 180 degrees) and a stop smaller than it.",
      ja: "真空中の波長（nm）、媒質の屈折率（1〜2）、集光軸の角度（0〜180 度）、集光半角（0 より大きく 180 度以下）、それより小さい遮光半角を指定してください。",
    },
  },
  "cytometry-scatter-range": {
    severity: "error",
    message: {
      en: "The range {lower} to {upper} cannot be used.",
      ja: "範囲 {lower}〜{upper} は使用できません。",
    },
    remedy: {
      en: "Give finite limits, the lower one first; diameters from 5 to 10,000 nm.",
      ja: "有限の下限と上限を小さい順に指定してください（直径は 5〜10,000 nm）。",
    },
  },
  "cytometry-scatter-diameter": {
    severity: "error",
    message: {
      en: "A diameter of {diameter} nm is outside what is computed at this wavelength.",
      ja: "直径 {diameter} nm は、この波長で計算できる範囲の外です。",
    },
    remedy: {
      en: "Check that diameters and wavelength are in nm; light collected from particles that are very large against the wavelength is not computed.",
      ja: "直径と波長の単位が nm であることを確認してください。波長に比べて非常に大きい粒子の集光量は計算できません。",
    },
  },
  "cytometry-scatter-index": {
    severity: "error",
    message: {
      en: "A refractive index of {index} cannot be used.",
      ja: "屈折率 {index} は使用できません。",
    },
    remedy: {
      en: "Give the index at the laser's wavelength, between 0.1 and 10, and the lowest index before the highest.",
      ja: "レーザー波長における屈折率を 0.1〜10 の範囲で、下限、上限の順に指定してください。",
    },
  },
  "cytometry-scatter-no-contrast": {
    severity: "error",
    message: {
      en: "A particle with the index of its medium ({mediumIndex}) does not scatter: no diameter can be told.",
      ja: "媒質と同じ屈折率（{mediumIndex}）の粒子は光を散乱しないため、直径を求められません。",
    },
    remedy: {
      en: "Check the indices of particle and medium; leave the medium's index out of the interval assumed for the particle.",
      ja: "粒子と媒質の屈折率を確認し、粒子に仮定する屈折率の区間から媒質の屈折率を除いてください。",
    },
  },
  "cytometry-scatter-gain": {
    severity: "error",
    message: {
      en: "A gain of {gain} cannot be used.",
      ja: "ゲイン {gain} は使用できません。",
    },
    remedy: {
      en: "Calibrate the scatter channel on beads first; the gain is in a.u. per nm2 and above 0.",
      ja: "先にビーズで散乱光チャンネルを校正してください。ゲインの単位は a.u./nm2 で、正の値です。",
    },
  },
  "cytometry-scatter-too-few-beads": {
    severity: "error",
    message: {
      en: "{usable} different beads can be used of {given}; {needed} are needed.",
      ja: "{given} 種のビーズのうち使用できるのは {usable} 種です。{needed} 種以上必要です。",
    },
    remedy: {
      en: "Run more bead sizes above the noise and below saturation, or give the collection half-angle of the instrument.",
      ja: "ノイズより明るく飽和していないサイズのビーズを追加するか、装置の集光半角を指定してください。",
    },
  },
  "cytometry-scatter-bead-unusable": {
    severity: "warning",
    message: {
      en: "Bead {bead} was left out: with a median of {median} and an offset of {offset} it has no usable signal, or its diameter, index or SD cannot be used.",
      ja: "ビーズ {bead} を除外しました。中央値 {median}、オフセット {offset} では有効な信号がないか、直径・屈折率・標準偏差が使用できません。",
    },
    remedy: {
      en: "Check the bead's gate and its values; leave out beads that are not resolved from the background.",
      ja: "ビーズのゲートと入力値を確認してください。背景から分離できないビーズは指定しないでください。",
    },
  },
});
