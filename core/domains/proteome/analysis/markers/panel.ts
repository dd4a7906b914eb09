import { categoryOf } from "./assign.ts";
import type { Category } from "./categories.ts";
import { type CategoryVersion, categoryVersions } from "./versions.ts";

/** `weak`: category 2 by proteins of 2b alone, which MISEV2018 accepts and this project marks. */
export type PanelStatus = "pass" | "weak" | "fail" | "not tested";

export interface PanelRow {
  /** PRO1 to PRO5: the five categories as MISEV2018 asks for them. */
  readonly id: "PRO1" | "PRO2" | "PRO3" | "PRO4" | "PRO5";
  /** In the table of 2018: categories 1 to 3 always, 4 and 5 where the claims are about them. */
  readonly level: "mandatory" | "if applicable";
  readonly status: PanelStatus;
  readonly detected: readonly string[];
  readonly absentTested: readonly string[];
}

export interface MarkerPanel {
  readonly version: CategoryVersion;
  readonly versionVerified: boolean;
  readonly rows: readonly PanelRow[];
  /** Genes of no category, or of several. */
  readonly unassigned: readonly string[];
  /** Genes given both as detected and as tested but absent; they count as detected. */
  readonly contradictory: readonly string[];
}

/**
 * Status of the five protein categories for genes detected in the vesicles and genes tested for and not found there.
 * Categories 1 and 2 ask for a detected protein; 3, 4 and 5 ask that presence or absence was tested.
 */
export function markerPanel(
  detected: readonly string[],
  absentTested: readonly string[] = [],
  version: CategoryVersion = "misev2018",
): MarkerPanel {
  const found = new Map([...new Set(detected)].map((gene) => [gene, categoryOf(gene, version).category]));
  const absent = [...new Set(absentTested)].filter((gene) => !found.has(gene));
  const absentCategories = new Map(absent.map((gene) => [gene, categoryOf(gene, version).category]));
  const inGroup = (genes: ReadonlyMap<string, Category | null>, digit: string) =>
    [...genes].filter(([, category]) => category?.startsWith(digit)).map(([gene]) => gene);
  const rows = (["1", "2", "3", "4", "5"] as const).map((digit): PanelRow => {
    const genes = inGroup(found, digit);
    const missing = inGroup(absentCategories, digit);
    const mandatory = digit <= "3";
    const strong = digit !== "2" || genes.some((gene) => found.get(gene) === "2a");
    const positive = digit <= "2" ? genes.length > 0 : genes.length + missing.length > 0;
    const otherwise: PanelStatus = mandatory ? "fail" : "not tested";
    return {
      id: `PRO${digit}`,
      level: mandatory ? "mandatory" : "if applicable",
      status: positive ? (strong ? "pass" : "weak") : otherwise,
      detected: genes,
      absentTested: missing,
    };
  });
  const every = [...found, ...absentCategories];
  const { meanings, genes, numbering } = categoryVersions[version].verified;
  return {
    version,
    versionVerified: meanings && genes && numbering,
    rows,
    unassigned: every.filter(([, category]) => category === null).map(([gene]) => gene),
    contradictory: absentTested.filter((gene) => found.has(gene)),
  };
}
