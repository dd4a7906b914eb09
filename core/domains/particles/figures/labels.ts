import type { Language } from "../../../kernel/index.ts";

const en = {
  diameter: "Diameter / nm",
  sample: "Sample",
  capture: "Capture",
  condition: "Condition",
  sharePerNanometre: "Particles / % per nm",
  concentration: "Concentration / (particles/mL)",
  asMeasured: "Concentration as measured / (particles/mL)",
  state: "Concentration of",
  dilutionFactor: "Dilution factor",
  position: "Position in the cell",
  relativeConcentration: "Relative to the mean",
  measurement: "Measurement",
  zetaPotential: "Zeta potential / mV",
  series: "Series",
  ratio: "Ratio",
  comparison: "Comparison",
  quantity: "Quantity",
  intensity: "Intensity / %",
  record: "Record",
  used: "Used",
};

const ja: typeof en = {
  diameter: "粒径 / nm",
  sample: "試料",
  capture: "測定",
  condition: "条件",
  sharePerNanometre: "粒子の割合 / % per nm",
  concentration: "濃度 / (粒子/mL)",
  asMeasured: "測定時の濃度 / (粒子/mL)",
  state: "濃度の対象",
  dilutionFactor: "希釈倍率",
  position: "セル内の位置",
  relativeConcentration: "平均に対する比",
  measurement: "測定",
  zetaPotential: "ゼータ電位 / mV",
  series: "系列",
  ratio: "比",
  comparison: "比較",
  quantity: "量",
  intensity: "散乱強度 / %",
  record: "記録",
  used: "採用",
};

/** Axis and legend titles of this domain's figures. */
export const labels: Readonly<Record<Language, typeof en>> = { en, ja };
