import { appIssues } from "../app/issues.ts";
import { sqliteIssues } from "../core/containers/sqlite-issues.ts";
import { xlsxIssues } from "../core/containers/xlsx-issues.ts";
import { xmlIssues } from "../core/containers/xml-issues.ts";
import { cloudIssues as cytometryCloudIssues } from "../core/domains/cytometry/analysis/clouds/issues.ts";
import { analysisIssues as cytometryAnalysisIssues } from "../core/domains/cytometry/analysis/issues.ts";
import { fcsIssues } from "../core/domains/cytometry/formats/fcs-issues.ts";
import { beadIssues } from "../core/domains/cytometry/operations/beads/issues.ts";
import { compensationIssues } from "../core/domains/cytometry/operations/compensation/issues.ts";
import { resultIssues } from "../core/domains/cytometry/operations/define-finite.ts";
import { gatesIssues } from "../core/domains/cytometry/operations/gates/issues.ts";
import { scatterIssues } from "../core/domains/cytometry/operations/mie/issues.ts";
import { multiplexIssues } from "../core/domains/cytometry/operations/multiplex/issues.ts";
import { scalesIssues } from "../core/domains/cytometry/operations/scales/issues.ts";
import { vesicleIssues } from "../core/domains/cytometry/operations/vesicles/issues.ts";
import { cloudIssues as particlesCloudIssues } from "../core/domains/particles/analysis/clouds/issues.ts";
import { analysisIssues } from "../core/domains/particles/analysis/issues.ts";
import { dlsIssues } from "../core/domains/particles/formats/dls-issues.ts";
import { mappedIssues } from "../core/domains/particles/formats/mapped-issues.ts";
import { nanosightIssues } from "../core/domains/particles/formats/nanosight-issues.ts";
import { zetaviewIssues } from "../core/domains/particles/formats/zetaview-issues.ts";
import { particlesIssues } from "../core/domains/particles/index.ts";
import { catalogueIssues } from "../core/domains/proteome/analysis/catalogues/issues.ts";
import { comparisonIssues } from "../core/domains/proteome/analysis/comparison/issues.ts";
import { analysisIssues as proteomeAnalysisIssues } from "../core/domains/proteome/analysis/issues.ts";
import { markerIssues } from "../core/domains/proteome/analysis/markers/issues.ts";
import { quantityIssues } from "../core/domains/proteome/formats/issues.ts";
import { libraryIssues as libraryFileIssues } from "../core/domains/proteome/formats/libraries/issues.ts";
import { inputIssues as proteomeInputIssues } from "../core/domains/proteome/operations/input-issues.ts";
import { type IssueDefinition, type Text, unitIssues } from "../core/kernel/index.ts";
import { enrichmentIssues } from "../core/statistics/enrichment/index.ts";
import { groupIssues } from "../core/statistics/groups/index.ts";
import { statisticsIssues } from "../core/statistics/index.ts";
import { linearModelIssues } from "../core/statistics/linear-models/index.ts";
import { mixedModelIssues } from "../core/statistics/mixed-models/index.ts";
import { normalisationIssues } from "../core/statistics/normalisation/index.ts";
import { operationCallIssues, runIssues } from "../core/study/index.ts";
import { sheetIssues } from "../core/study/sheet-issues.ts";
import { studyIssues } from "../core/study/study-issues.ts";
import { folderIssues } from "../run/issues.ts";
import { keptIssues } from "../web/sources/kept-issues.ts";
import { page, type ReferenceFile } from "./reference-markdown.ts";

export interface Catalogue {
  readonly title: Text;
  /** The file that declares it. */
  readonly source: string;
  readonly definitions: Readonly<Record<string, IssueDefinition>>;
}

const catalogue = (
  en: string,
  ja: string,
  source: string,
  { definitions }: Pick<Catalogue, "definitions">,
): Catalogue => ({
  title: { en, ja },
  source,
  definitions,
});

const particles = "core/domains/particles";
const proteome = "core/domains/proteome";
const cytometry = "core/domains/cytometry";

/** Every catalogue of issues that there is. */
export const catalogues: readonly Catalogue[] = [
  catalogue("Files of a study", "研究のファイル", "core/study/issues.ts", runIssues),
  catalogue("Study file: study.yaml", "研究ファイル：study.yaml", "core/study/study-issues.ts", studyIssues),
  catalogue("Sample sheet: samples.csv", "試料表：samples.csv", "core/study/sheet-issues.ts", sheetIssues),
  catalogue("Folder of a study", "研究のフォルダー", "run/issues.ts", folderIssues),
  catalogue("Input of an operation", "演算の入力", "core/study/operation-issues.ts", operationCallIssues),
  catalogue(
    "Studies kept in the browser",
    "ブラウザーに保存した研究",
    "web/sources/kept-issues.ts",
    keptIssues,
  ),
  catalogue("Disk and command", "ディスク・コマンド", "app/issues.ts", appIssues),
  catalogue("NanoSight", "NanoSight", `${particles}/formats/nanosight-issues.ts`, nanosightIssues),
  catalogue("ZetaView", "ZetaView", `${particles}/formats/zetaview-issues.ts`, zetaviewIssues),
  catalogue(
    "Light scattering and Mag-Net",
    "動的光散乱と Mag-Net",
    `${particles}/formats/dls-issues.ts`,
    dlsIssues,
  ),
  catalogue("Mapped tables", "列対応を指定した表", `${particles}/formats/mapped-issues.ts`, mappedIssues),
  catalogue("Workbooks", "Excel ブック", "core/containers/xlsx-issues.ts", xlsxIssues),
  catalogue("SQLite files", "SQLite ファイル", "core/containers/sqlite-issues.ts", sqliteIssues),
  catalogue("XML", "XML", "core/containers/xml-issues.ts", xmlIssues),
  catalogue("Operations on particles", "粒子の演算", `${particles}/operations/issues.ts`, particlesIssues),
  catalogue("Analysis of particles", "粒子の解析", `${particles}/analysis/issues.ts`, analysisIssues),
  catalogue(
    "Looking at single particles",
    "単一粒子の表示",
    `${particles}/analysis/clouds/issues.ts`,
    particlesCloudIssues,
  ),
  catalogue("Statistics", "統計", "core/statistics/issues.ts", statisticsIssues),
  catalogue("Comparison of groups", "群間比較", "core/statistics/groups/issues.ts", groupIssues),
  catalogue(
    "Enrichment of gene sets",
    "遺伝子セットの濃縮解析",
    "core/statistics/enrichment/issues.ts",
    enrichmentIssues,
  ),
  catalogue(
    "Linear models of features",
    "特徴量ごとの線形モデル",
    "core/statistics/linear-models/issues.ts",
    linearModelIssues,
  ),
  catalogue(
    "Normalisation and imputation",
    "正規化と補完",
    "core/statistics/normalisation/issues.ts",
    normalisationIssues,
  ),
  catalogue("Proteome tables", "プロテオームの表", `${proteome}/formats/issues.ts`, quantityIssues),
  catalogue(
    "Gene sets, contaminants and catalogues",
    "遺伝子集合・混入物・カタログ",
    `${proteome}/formats/libraries/issues.ts`,
    libraryFileIssues,
  ),
  catalogue(
    "Analysis of proteomes",
    "プロテオームの解析",
    `${proteome}/analysis/issues.ts`,
    proteomeAnalysisIssues,
  ),
  catalogue(
    "Operations on proteomes",
    "プロテオームの演算",
    `${proteome}/operations/input-issues.ts`,
    proteomeInputIssues,
  ),
  catalogue("Protein markers", "タンパク質マーカー", `${proteome}/analysis/markers/issues.ts`, markerIssues),
  catalogue(
    "Vesicles against their source",
    "小胞と由来試料の比較",
    `${proteome}/analysis/comparison/issues.ts`,
    comparisonIssues,
  ),
  catalogue(
    "Vesicle catalogues",
    "小胞カタログ",
    `${proteome}/analysis/catalogues/issues.ts`,
    catalogueIssues,
  ),
  catalogue("Mixed models", "混合モデル", "core/statistics/mixed-models/issues.ts", mixedModelIssues),
  catalogue("FCS", "FCS", `${cytometry}/formats/fcs-issues.ts`, fcsIssues),
  catalogue(
    "Operations of flow cytometry",
    "フローサイトメトリーの演算",
    `${cytometry}/operations/define-finite.ts`,
    resultIssues,
  ),
  catalogue("Calibration beads", "校正ビーズ", `${cytometry}/operations/beads/issues.ts`, beadIssues),
  catalogue(
    "Compensation",
    "補正（コンペンセーション）",
    `${cytometry}/operations/compensation/issues.ts`,
    compensationIssues,
  ),
  catalogue("Gates", "ゲート", `${cytometry}/operations/gates/issues.ts`, gatesIssues),
  catalogue(
    "Multiplex beads",
    "多項目ビーズ",
    `${cytometry}/operations/multiplex/issues.ts`,
    multiplexIssues,
  ),
  catalogue("Scales", "表示スケール", `${cytometry}/operations/scales/issues.ts`, scalesIssues),
  catalogue(
    "Scatter and Mie theory",
    "散乱光と Mie 理論",
    `${cytometry}/operations/mie/issues.ts`,
    scatterIssues,
  ),
  catalogue(
    "Counting of vesicles",
    "小胞の計数",
    `${cytometry}/operations/vesicles/issues.ts`,
    vesicleIssues,
  ),
  catalogue(
    "Analysis of flow cytometry",
    "フローサイトメトリーの解析",
    `${cytometry}/analysis/issues.ts`,
    cytometryAnalysisIssues,
  ),
  catalogue(
    "Looking at single events",
    "単一イベントの表示",
    `${cytometry}/analysis/clouds/issues.ts`,
    cytometryCloudIssues,
  ),
  catalogue("Units", "単位", "core/kernel/units.ts", unitIssues),
];

const severities = {
  error: "error / エラー",
  warning: "warning / 警告",
  note: "note / 注記",
} as const;

/** Every issue code with its severity, its message and what to do. */
export function issuesPage(): ReferenceFile {
  const count = catalogues.reduce((sum, { definitions }) => sum + Object.keys(definitions).length, 0);
  return page(
    "issues.md",
    { en: "Issues", ja: "問題の一覧" },
    {
      en: `The ${count} things that can be said of the input, by their stable codes. An error means that what it names could not be used; a warning means that it was used and the doubt is kept; a note is worth knowing. Words in braces are filled in where the issue is given.`,
      ja: `入力について示されうる ${count} 件の問題と、その固定コードです。エラーは対象を使えなかったこと、警告は使ったうえで疑いを残したこと、注記は知っておくとよいことを示します。波括弧の部分は、実際の表示では値に置き換わります。`,
    },
    catalogues.flatMap(({ title, definitions }) => [
      `## ${title.en === title.ja ? title.en : `${title.en} / ${title.ja}`}`,
      ...Object.entries(definitions).map(([id, definition]) => issueText(id, definition)),
    ]),
  );
}

function issueText(id: string, { severity, message, remedy }: IssueDefinition): string {
  const lines = (["en", "ja"] as const).map((language) => {
    const mark = remedy[language] === "" ? "" : ` → ${remedy[language]}`;
    return `- ${plain(message[language])}${plain(mark)}`;
  });
  return [`### \`${id}\``, "", severities[severity], "", ...lines].join("\n");
}

/** Without what Markdown would take for a tag or for emphasis. */
function plain(text: string): string {
  return text.replace(/[<*_]/g, (sign) => `\\${sign}`);
}
