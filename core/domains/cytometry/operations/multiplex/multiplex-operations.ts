import { z } from "zod";
import { accepted, field, isRefused, type Result } from "../../../../kernel/index.ts";
import { confidenceLevel } from "../../../../statistics/confidence-level.ts";
import { defineFinite } from "../define-finite.ts";
import { exampleValues } from "../example-values.ts";
import { multiplexBeads as clustered, type GroupDesign, type MultiplexBeads } from "./multiplex-beads.ts";
import { type Normalisation, normaliseAnalytes, tetraspanins } from "./normalise.ts";

const column = (en: string, ja: string) => field(z.array(z.number()), "1", en, ja);

export interface MultiplexAnswer extends MultiplexBeads {
  /** Null where no control was given. */
  readonly normalisation: Normalisation | null;
}

export const multiplexBeads = defineFinite({
  id: "cytometry.multiplexBeads",
  version: "1",
  title: { en: "Multiplex beads", ja: "マルチプレックスビーズ" },
  summary: {
    en: "Bead classes by size and dye with the reporter's median of each, and their relation to CD9, CD63 and CD81 above a control.",
    ja: "サイズと色素でビーズを分類して各レポーター中央値を求め、対照を差し引いて CD9・CD63・CD81 に対する比を示します。",
  },
  input: z.object({
    size: z.array(column("Forward or side scatter", "前方・側方散乱光")).default([]),
    dyes: z.array(column("Bead dye", "ビーズ色素")).min(1).max(2),
    reporter: column("Reporter", "レポーター"),
    groups: z
      .array(
        z.object({
          name: field(z.string(), "", "Bead size", "ビーズのサイズ"),
          classes: field(z.number().int().min(1).max(50), "1", "Classes of this size", "種類数"),
          analytes: field(
            z.array(z.string()).optional(),
            "",
            "Analytes from dim to bright",
            "分析物（暗い順）",
          ),
        }),
      )
      .min(1)
      .max(4),
    control: field(
      z
        .union([z.number(), z.array(z.object({ analyte: z.string(), median: z.number() }))])
        .nullable()
        .default(null),
      "1",
      "Control median: of each analyte in buffer, or of the control bead",
      "対照の中央値（緩衝液での各分析物、または対照ビーズ）",
    ),
  }),
  parameters: z.object({
    markers: field(
      z
        .array(z.string())
        .min(1)
        .default([...tetraspanins]),
      "",
      "Markers to normalise to",
      "正規化に使うマーカー",
    ),
    level: confidenceLevel,
  }),
  example: {
    input: {
      dyes: [[300, 1400, 6500, 30_000].flatMap((centre) => exampleValues(centre, 60, 0.06))],
      reporter: [900, 2600, 1700, 180].flatMap((centre) => exampleValues(centre, 60, 0.2)),
      groups: [{ name: "4 um", classes: 4, analytes: ["CD9", "CD63", "CD81", "CD14"] }],
      control: 60,
    },
  },
  run({ control, groups, ...events }, { markers, level }): Result<MultiplexAnswer> {
    const design = groups.map(
      ({ analytes, ...group }): GroupDesign => (analytes === undefined ? group : { ...group, analytes }),
    );
    const beads = clustered({ ...events, groups: design }, level);
    if (isRefused(beads)) return beads;
    const named = beads.value.classes.filter(({ analyte }) => analyte !== "");
    if (control === null) return accepted({ ...beads.value, normalisation: null }, beads.warnings);
    const relative = normaliseAnalytes(named, control, markers);
    if (isRefused(relative)) return relative;
    return accepted({ ...beads.value, normalisation: relative.value }, beads.warnings);
  },
});
