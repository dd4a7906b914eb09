import type { Random } from "../../../kernel/index.ts";
import type { ProteomeTruth, TwinKind, TwinProtein } from "./truth.ts";

type Known = readonly [accession: string, gene: string, description: string, organism?: string];

const markers: readonly Known[] = [
  ["P21926", "CD9", "CD9 antigen"],
  ["P08962", "CD63", "CD63 antigen"],
  ["P60033", "CD81", "CD81 antigen"],
  ["Q8WUM4", "PDCD6IP", "Programmed cell death 6-interacting protein"],
  ["Q99816", "TSG101", "Tumor susceptibility gene 101 protein"],
  ["O75955", "FLOT1", "Flotillin-1"],
  ["O00560", "SDCBP", "Syntenin-1"],
  ["P07355", "ANXA2", "Annexin A2"],
  ["P27824", "CANX", "Calnexin"],
];
const serum: readonly Known[] = [
  ["P02768", "ALB", "Albumin"],
  ["P02647", "APOA1", "Apolipoprotein A-I"],
  ["P02652", "APOA2", "Apolipoprotein A-II"],
  ["P04114", "APOB", "Apolipoprotein B-100"],
];
const contaminants: readonly Known[] = [
  ["P04264", "KRT1", "Keratin, type II cytoskeletal 1"],
  ["P13645", "KRT10", "Keratin, type I cytoskeletal 10"],
  ["P35908", "KRT2", "Keratin, type II cytoskeletal 2 epidermal"],
  ["P35527", "KRT9", "Keratin, type I cytoskeletal 9"],
  ["P00761", "", "Trypsin", "Sus scrofa"],
  ["P02769", "ALB", "Albumin", "Bos taurus"],
  ["P02662", "CSN1S1", "Alpha-S1-casein", "Bos taurus"],
  ["P02666", "CSN2", "Beta-casein", "Bos taurus"],
];

/** The rows of a truth in the order of its files: vesicle proteins with the markers first, serum, contaminants, decoys. */
export function twinProteins(truth: ProteomeTruth, random: Random): TwinProtein[] {
  const made = Array.from({ length: truth.proteins }, (_, at): Known => {
    const digits = String(at).padStart(6, "0");
    const invented: Known = [
      `A0A${digits.slice(0, 3)}V${digits.slice(3)}`,
      `TWIN${at + 1}`,
      `Protein ${at + 1}`,
    ];
    return markers[at] ?? invented;
  });
  const decoys = Array.from({ length: truth.decoys }, (_, at): Known => [made[at % made.length]![0], "", ""]);
  const rows: readonly (readonly [TwinKind, readonly Known[]])[] = [
    ["vesicle", made],
    ["serum", truth.serum ? serum : []],
    ["contaminant", truth.contaminants ? contaminants : []],
    ["decoy", decoys],
  ];
  return rows.flatMap(([kind, known]) => known.map((row, at) => twinProtein(kind, row, at, truth, random)));
}

function twinProtein(
  kind: TwinKind,
  [accession, gene, description, organism = "Homo sapiens"]: Known,
  at: number,
  { changed, batch, sides }: ProteomeTruth,
  root: Random,
): TwinProtein {
  const random = root.split(`truth of ${kind}`, at);
  const own = kind === "vesicle";
  const differs = random.uniform() < changed.share && own;
  const sign = random.uniform() < 0.5 ? -1 : 1;
  const inBatch = random.uniform() < (batch?.share ?? 0) && own;
  const batchSign = random.uniform() < 0.5 ? -1 : 1;
  return {
    accession,
    gene,
    description,
    organism,
    kind,
    length: 120 + random.integer(900),
    log2FoldChange: sides.map((_, side) => (differs && side > 0 ? sign * changed.log2FoldChange : 0)),
    batchEffect: inBatch ? batchSign * (batch?.effect ?? 0) : 0,
  };
}
