import { z } from "zod";
import { field, type Issue, type Json, type StudyDesign } from "../../../kernel/index.ts";
import { analysisIssues } from "./issues.ts";

const sheetColumn = z.string().min(1).max(100);
const cells = z.array(z.string().min(1).max(200)).min(1).max(100);

const contrast = z.strictObject({
  column: field(
    sheetColumn.default("condition"),
    "",
    "Column of samples.csv that says which side a sample is on",
    "どちらの側の試料かを示す samples.csv の列",
  ),
  test: field(cells, "", "Cells of one side", "一方の側のセルの値"),
  against: field(
    cells.optional(),
    "",
    "Cells of the other side; where not given, all others",
    "他方の側のセルの値（省略時は残りすべて）",
  ),
  adjust: field(
    z.array(sheetColumn).max(10).default([]),
    "",
    "Columns that the model adjusts for",
    "モデルで補正する列",
  ),
  block: field(
    sheetColumn.optional(),
    "",
    "Column whose samples belong together; the donor where donors repeat",
    "まとまりを示す列（ドナーが繰り返す場合はドナー）",
  ),
  only: field(
    z.record(sheetColumn, cells).default({}),
    "",
    "Samples that are used: columns with their cells",
    "使う試料（列とそのセルの値）",
  ),
  method: field(
    z.enum(["moderated-t", "rank-sum", "mixed-model"]).optional(),
    "",
    "Test; where not given, that of the study",
    "検定（省略時は研究全体のもの）",
  ),
});

export type ContrastParameters = z.infer<typeof contrast>;

/** What a study may set under `parameters: proteome:` in `study.yaml`. */
export const proteomeParameters = z
  .strictObject({
    level: field(z.number().gt(0.5).lt(1).default(0.95), "1", "Level of the intervals", "区間の信頼水準"),
    alpha: field(
      z.number().gt(0).lt(0.5).default(0.05),
      "1",
      "Largest q-value (Benjamini-Hochberg) of a feature that is called different",
      "差ありとする q 値（Benjamini-Hochberg）の上限",
    ),
    quantity: field(
      z.string().min(1).max(100).optional(),
      "",
      "Quantity of the file that is compared, by its name there; where not given, the one that the format means for it",
      "比較に使う量（ファイル中の名前。省略時は形式ごとの標準）",
    ),
    normalisation: field(
      z
        .enum(["none", "median", "quantile", "cyclic-loess", "vsn", "core-set", "particle-number"])
        .default("none"),
      "",
      "Normalisation between samples, after what the producer did",
      "試料間の正規化（出力元の処理に加えて行うもの）",
    ),
    imputation: field(
      z.enum(["none", "down-shifted", "min-prob", "qrilc", "k-nearest"]).default("none"),
      "",
      "What stands for missing values in tests; none: they stay missing",
      "検定での欠測値の補完（none は補完しない）",
    ),
    contaminants: field(
      z.enum(["left out", "kept"]).default("left out"),
      "",
      "Rows that the producer marks as contaminants, in tests; purity counts them always",
      "出力元が混入物とした行の検定での扱い（純度では常に数える）",
    ),
    minimumObserved: field(
      z.number().int().min(1).max(1000).default(2),
      "{samples}",
      "Samples in which a feature has to be observed on each side to be tested",
      "検定に必要な各側の観測試料数",
    ),
    method: field(
      z.enum(["moderated-t", "rank-sum", "mixed-model"]).default("moderated-t"),
      "",
      "Test of the contrasts",
      "比較の検定",
    ),
    rankSum: field(
      z.enum(["auto", "exact", "asymptotic"]).default("auto"),
      "",
      "Null distribution of the rank sum: exact, normal with continuity correction, or exact where groups are small and without ties",
      "順位和の帰無分布（厳密、連続性補正つき正規近似、または自動）",
    ),
    trend: field(
      z.boolean().default(false),
      "",
      "Prior variance follows the mean abundance",
      "事前分散を平均存在量に依存させる",
    ),
    robust: field(
      z.boolean().default(false),
      "",
      "Prior variance is robust against outlying features",
      "事前分散を外れた行に対して頑健にする",
    ),
    contrasts: field(
      z.record(z.string().min(1).max(100), contrast).default({}),
      "",
      "Comparisons by name; where none is given, every condition with the reference or every two conditions",
      "比較（名前ごと。省略時は各条件と基準、または条件の総当たり）",
    ),
    covariates: field(
      z.array(sheetColumn).max(50).optional(),
      "",
      "Columns of samples.csv that the design guard examines; where not given, all that differ between samples",
      "計画の点検で調べる samples.csv の列（省略時は試料間で異なる列すべて）",
    ),
    markers: field(
      z.enum(["misev2018", "misev2023"]).default("misev2018"),
      "",
      "Version of the protein categories",
      "タンパク質分類の版",
    ),
    source: field(
      cells.optional(),
      "",
      "Conditions that are the source (cells, fluid, soluble fraction), which vesicles are compared with",
      "由来（細胞、体液、可溶画分）にあたる条件。小胞と比較する",
    ),
    vesicles: field(
      cells.optional(),
      "",
      "Conditions that are vesicle preparations and are compared with the source; where not given, all others",
      "由来試料と比較する小胞試料の条件（省略時は由来以外のすべて）",
    ),
    catalogue: field(
      z
        .strictObject({
          species: field(
            z.string().default("Homo sapiens"),
            "",
            "Species of the catalogue's entries",
            "カタログの項目の生物種",
          ),
          samples: field(
            cells.optional(),
            "",
            "The catalogue's words for samples like the study's",
            "本研究と同様の試料を表すカタログの語",
          ),
          isolation: field(
            cells.optional(),
            "",
            "Isolation steps that an experiment has to have",
            "実験に含まれるべき単離手順",
          ),
          background: field(
            z.number().int().min(1000).max(1_000_000).default(20_000),
            "{proteins}",
            "Proteins that could have been found: about the protein-coding genes of the species",
            "検出されうるタンパク質の数（生物種のタンパク質コード遺伝子数程度）",
          ),
        })
        .default({ species: "Homo sapiens", background: 20_000 }),
      "",
      "Vesicle catalogues of the study's files",
      "研究のファイルにある小胞カタログ",
    ),
    enrichment: field(
      z
        .strictObject({
          permutations: field(
            z.number().int().min(100).max(100_000).default(1000),
            "1",
            "Permutations of genes",
            "遺伝子の並べ替え回数",
          ),
          minSize: field(
            z.number().int().min(2).max(1000).default(10),
            "{genes}",
            "Smallest set",
            "最小の集合",
          ),
          maxSize: field(
            z.number().int().min(2).max(10_000).default(500),
            "{genes}",
            "Largest set",
            "最大の集合",
          ),
        })
        .default({ permutations: 1000, minSize: 10, maxSize: 500 }),
      "",
      "Gene sets of the study's GMT files",
      "研究の GMT ファイルの遺伝子集合",
    ),
  })
  .meta({ id: "ProteomeParameters" });

export type ProteomeParameters = z.infer<typeof proteomeParameters>;

/** The study's parameters of this room; where they cannot be used the defaults, with `proteome-parameters-invalid`. */
export function parametersOf(design: Pick<StudyDesign, "parameters">): {
  readonly value: ProteomeParameters;
  readonly issues: readonly Issue[];
} {
  const given: Json = design.parameters.proteome ?? {};
  const parsed = proteomeParameters.safeParse(given);
  if (parsed.success) return { value: parsed.data, issues: [] };
  const [first] = parsed.error.issues;
  const key = ["parameters", "proteome", ...(first?.path ?? [])].join(".");
  const issue = analysisIssues.raise(
    "proteome-parameters-invalid",
    { key, reason: first?.message ?? "" },
    { file: "study.yaml", place: { key } },
  );
  return { value: proteomeParameters.parse({}), issues: [issue] };
}
