import type { Text } from "../../../../kernel/index.ts";

/** Protein categories of MISEV2018, table 3. */
export const categories = ["1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b", "4c", "4d", "5a", "5b"] as const;
export type Category = (typeof categories)[number];

/** Genes that a rule of the table stands for, in the forms of HGNC (upper case) and of MGI. */
export interface Family {
  /** As the table writes it: `ITGA*`. */
  readonly name: string;
  /** Of a whole symbol in upper case, never of a part. */
  readonly pattern: RegExp;
}

export interface CategoryContent {
  readonly meaning: Text;
  /** Symbols in upper case. */
  readonly symbols: readonly string[];
  readonly families: readonly Family[];
}

export type CategoryTable = Readonly<Record<Category, CategoryContent>>;

const family = (name: string, pattern: RegExp): Family => ({ name, pattern });

/**
 * MISEV2018 (10.1080/20013078.2018.1535750), table 3. What the categories mean was checked in tables of other papers;
 * numbers, letters and genes have still to be compared with the table. Families are written out so that no receptor,
 * kinase or binding protein of a like name is among them.
 */
export const table2018: CategoryTable = {
  "1a": {
    meaning: {
      en: "Membrane proteins of plasma membrane or endosome, not of one tissue",
      ja: "細胞膜またはエンドソームの膜タンパク質（組織非特異的）",
    },
    symbols: [
      ..."CD63 CD81 CD82 CD47 HLA-A HLA-B HLA-C TFR2 LAMP1 LAMP2 BSG ADAM10 NT5E CD55 CD59 SHH".split(" "),
      ..."CD55B CD59A CD59B".split(" "),
    ],
    families: [
      family("GNA*", /^GNA(?:1[1-5]|I[123]|L|O1|Q|S|T[123]|Z)$/),
      family("H2-K/D/Q", /^H2-(?:K[12]?|D[1-4]?|Q\d{0,2})$/),
      family("ITGA*", /^ITGA(?:[1-9]|1[01]|2B|[DELMVX])$/),
      family("ITGB*", /^ITGB[1-8]$/),
      family("SDC*", /^SDC[1-4]$/),
    ],
  },
  "1b": {
    meaning: {
      en: "Membrane proteins of plasma membrane or endosome, of a cell type or tissue",
      ja: "細胞膜またはエンドソームの膜タンパク質（細胞・組織特異的）",
    },
    symbols:
      "TSPAN8 CD37 CD53 CD9 PECAM1 ERBB2 EPCAM THY1 PTPRC ITGA2B GP9 GYPA CD14 ACHE APP CD3D CD3E CD3G".split(
        " ",
      ),
    families: [
      family("HLA-DR/DP/DQ", /^HLA-D(?:RA|RB[1-9]|[PQ][AB][12])$/),
      family("H2-A*", /^H2-(?:AA|AB1)$/),
    ],
  },
  "2a": {
    meaning: {
      en: "Cytosolic proteins that bind lipids or membrane proteins",
      ja: "脂質または膜タンパク質に結合する細胞質タンパク質",
    },
    symbols: "TSG101 PDCD6IP VPS4A VPS4B ARRDC1 FLOT1 FLOT2 RHOA HSPA8 HSP90AB1 ARF6 SDCBP MAPT".split(" "),
    families: [
      family("CHMP*", /^CHMP(?:1[AB]|1B2|2[AB]|3|4[ABC]|4BP1|[567])$/),
      family("CAV*", /^CAV[123]$/),
      family("EHD*", /^EHD[1-4]$/),
      family("ANXA*", /^ANXA(?:[1-9]|10|11|13|8L1)$/),
    ],
  },
  "2b": {
    meaning: {
      en: "Cytosolic proteins that are taken into vesicles promiscuously",
      ja: "小胞に非選択的に取り込まれる細胞質タンパク質",
    },
    symbols: ["HSPA1A", "GAPDH"],
    families: [
      family("ACT*", /^ACT(?:A[12]|B|BL2|C1|G[12])$/),
      family("TUB*", /^TUB(?:A\d[A-E]?|AL3|B\d?[AB]?|G[12]|D1|E1)$/),
    ],
  },
  "3a": {
    meaning: { en: "Lipoproteins and serum proteins", ja: "リポタンパク質と血清タンパク質" },
    symbols: ["APOA1", "APOA2", "APOB", "ALB"],
    families: [],
  },
  "3b": {
    meaning: {
      en: "Aggregates of proteins, and of proteins with nucleic acids",
      ja: "タンパク質凝集体・タンパク質核酸凝集体",
    },
    symbols: ["UMOD"],
    families: [
      family("ribosomal proteins", /^RP(?:[LS]\d{1,2}(?:A|AL|AX|X|Y[12]?|L|L1)?|L10[AL]|LP[012]|SA)$/),
    ],
  },
  "4a": {
    meaning: { en: "Nucleus", ja: "核" },
    symbols: ["LMNA"],
    families: [
      family("histones", /^HIST[1-4]H(?:1|2A|2B|3|4)[A-Z0-9]{0,4}$/),
      family("histones", /^(?:H1-(?:\d|10)|H1F[0-9XNT]{1,2}|MACROH2A[12]|H2AF[JVXYZ]2?)$/),
      family("histones", /^H2(?:A(?:C\d{1,2}|J|X|Z[12])|B(?:C\d{1,2}|K1|U1|E1|N1))$/),
      family("histones", /^H(?:3-\d[ABC]?|3C\d{1,2}|3F3[ABC]|4C\d{1,2}|4-16|4F16)$/),
    ],
  },
  "4b": {
    meaning: { en: "Mitochondria", ja: "ミトコンドリア" },
    symbols: ["IMMT", "CYC1", "TOMM20"],
    families: [],
  },
  "4c": {
    meaning: { en: "Endoplasmic reticulum and Golgi apparatus", ja: "小胞体とゴルジ体" },
    symbols: ["CANX", "HSP90B1", "HSPA5", "GOLGA2"],
    families: [],
  },
  "4d": {
    meaning: { en: "Autophagosomes and cytoskeleton", ja: "オートファゴソームと細胞骨格" },
    symbols: ["ATG9A", "ACTN1", "ACTN4", "KRT18"],
    families: [],
  },
  "5a": {
    meaning: { en: "Cytokines and growth factors", ja: "サイトカインと成長因子" },
    symbols: ["TGFB1", "TGFB2", "IFNG", "VEGFA", "FGF1", "FGF2", "EGF"],
    families: [family("PDGF*", /^PDGF[ABCD]$/), family("interleukins", /^(?:IL\d{1,2}[A-G]?|IL1F10)$/)],
  },
  "5b": {
    meaning: { en: "Adhesion and extracellular matrix", ja: "接着因子と細胞外マトリックス" },
    symbols: ["FN1", "MFGE8", "LGALS3BP", "CD5L", "AHSG"],
    families: [family("COL*", /^COL\d{1,2}A[1-9]$/)],
  },
};
