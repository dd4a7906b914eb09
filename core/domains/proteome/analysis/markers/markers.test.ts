import { describe, expect, test } from "vitest";
import { categoryOf, categoryOfGroup } from "./assign.ts";
import { type Category, categories } from "./categories.ts";
import { markerPanel } from "./panel.ts";
import { categoryVersions } from "./versions.ts";

const members: Readonly<Record<Category, string>> = {
  "1a": "CD63 CD81 CD82 CD47 GNAI2 GNAS GNAQ GNA13 HLA-A HLA-B HLA-C H2-K1 H2-D1 H2-Q10 ITGA6 ITGB1 ITGAV TFR2 LAMP1 SDC1 BSG ADAM10 NT5E CD55 CD59 SHH Cd63 Itgam Cd59a Gnai3",
  "1b": "TSPAN8 CD37 CD53 CD9 PECAM1 ERBB2 EPCAM THY1 PTPRC ITGA2B GP9 GYPA CD14 HLA-DRA HLA-DRB1 HLA-DPB1 HLA-DQA1 CD3E ACHE APP Cd9 H2-Aa H2-Ab1",
  "2a": "TSG101 CHMP1A CHMP4B PDCD6IP VPS4A VPS4B ARRDC1 FLOT1 CAV1 EHD4 RHOA ANXA1 ANXA11 HSPA8 HSP90AB1 ARF6 SDCBP MAPT Pdcd6ip Anxa2",
  "2b": "HSPA1A ACTB ACTG1 TUBA1A TUBB TUBB4B Tubb5 GAPDH Actb",
  "3a": "APOA1 APOA2 APOB ALB Alb",
  "3b": "UMOD RPL3 RPL10A RPL36AL RPLP0 RPS27A RPS4X RPSA Rps6",
  "4a": "HIST1H2BK H1-4 H1F0 H2AC6 H2BC12 H3-3A H4C1 H2AZ1 MACROH2A1 LMNA Hist1h4a H3f3a",
  "4b": "IMMT CYC1 TOMM20",
  "4c": "CANX HSP90B1 HSPA5 GOLGA2",
  "4d": "ATG9A ACTN1 ACTN4 KRT18",
  "5a": "TGFB1 IFNG VEGFA FGF2 PDGFB EGF IL6 IL1B IL12A IL36G",
  "5b": "FN1 COL1A1 COL18A1 MFGE8 LGALS3BP CD5L AHSG Mfge8",
};

/** Names that begin like a family or hold a symbol and are another protein. */
const strangers =
  "PDGFRB PDGFRA IL6R IL6ST IL1RAP IL2RA IL4I1 ILK ILF2 ILVBL ACTR2 ACTR3 ACTL6A ACTN2 TUBGCP2 TUB CD300A CD33 CD36 CD38 CD93 CD99 SDCCAG8 SDCBP2 CAVIN1 COLEC12 COLGALT1 ITGB1BP1 ITGBL1 ITGAL-AS1 RPS6KA1 RPS19BP1 RPL39P5 MRPL12 MRPS5 APOBEC3B APOA1BP APPL1 ALBFM1 HLA-E HLA-DMA EHBP1 CHMPX GNAT4 GNB1 GNPAT ANXA12 FN3K EGFR EGFLAM FGFR1 SHHX TFRC LMNB1 HSPA1L HSPA9 HSP90AA1 H2-M3 H2AFYX XCD63 CD63L CD9P KRT1 KRT10".split(
    " ",
  );

describe("categoryOf", () => {
  test.each(Object.entries(members))(
    "%s has its members by exact symbol or whole family",
    (category, genes) => {
      const assigned = genes.split(" ").map((gene) => [gene, categoryOf(gene).category]);
      expect(assigned).toEqual(genes.split(" ").map((gene) => [gene, category]));
    },
  );

  test.each(strangers)("%s is in no category: a likeness of names is none", (gene) => {
    expect(categoryOf(gene)).toMatchObject({ category: null, matchedBy: "none", rule: "", ambiguous: false });
  });

  test("a printed symbol decides over a family, which is told", () => {
    expect(categoryOf("ITGA2B")).toEqual({
      gene: "ITGA2B",
      version: "misev2018",
      category: "1b",
      matchedBy: "symbol",
      rule: "ITGA2B",
      also: ["1a"],
      ambiguous: false,
    });
    expect(categoryOf(" itga6 ")).toMatchObject({ matchedBy: "family", rule: "ITGA*", also: [] });
  });

  test("no symbol of the table is printed in two categories, none is of two families", () => {
    for (const genes of Object.values(members)) {
      for (const gene of genes.split(" ")) expect(categoryOf(gene).ambiguous).toBe(false);
    }
    const table = categoryVersions.misev2018.table;
    const printed = categories.flatMap((category) => table[category].symbols);
    expect(new Set(printed).size).toBe(printed.length);
  });
});

describe("categoryOfGroup", () => {
  test("genes of one category are in it", () => {
    expect(categoryOfGroup(["ACTB", "ACTG1"])).toMatchObject({ category: "2b", ambiguous: false });
  });

  test.each([[["ACTB", "ACTN4"]], [["ALB", "XYZ"]]])(
    "%j: genes that differ are in none, and ambiguous",
    (genes) => {
      expect(categoryOfGroup(genes)).toMatchObject({ category: null, ambiguous: true });
    },
  );

  test("no gene is no category", () => {
    expect(categoryOfGroup([])).toEqual({ category: null, ambiguous: false, assignments: [] });
  });
});

test("MISEV2023 says that its numbering is not verified and has the content of 2018", () => {
  const { verified, table, note } = categoryVersions.misev2023;
  expect(verified).toEqual({ meanings: false, genes: false, numbering: false });
  expect(note.en).toContain("not verified");
  expect(table).toBe(categoryVersions.misev2018.table);
  expect(categoryOf("CD9", "misev2023")).toMatchObject({ category: "1b", version: "misev2023" });
  expect(categoryVersions.misev2018.verified).toEqual({ meanings: true, genes: false, numbering: false });
});

describe("markerPanel", () => {
  const statuses = (panel: ReturnType<typeof markerPanel>) =>
    Object.fromEntries(panel.rows.map(({ id, status }) => [id, status]));

  test("TV-D1: absence of APOB and CANX that was tested counts for categories 3 and 4", () => {
    const panel = markerPanel(["CD81", "TSG101"], ["APOB", "CANX"]);
    expect(statuses(panel)).toEqual({
      PRO1: "pass",
      PRO2: "pass",
      PRO3: "pass",
      PRO4: "pass",
      PRO5: "not tested",
    });
    expect(panel.rows[2]).toMatchObject({ detected: [], absentTested: ["APOB"], level: "mandatory" });
  });

  test("TV-D2: 2b alone is weak, an untested contaminant fails", () => {
    expect(statuses(markerPanel(["CD9", "ACTB"]))).toMatchObject({
      PRO1: "pass",
      PRO2: "weak",
      PRO3: "fail",
    });
  });

  test("absence is no evidence for categories 1 and 2", () => {
    expect(statuses(markerPanel([], ["CD9", "TSG101", "ALB"]))).toMatchObject({
      PRO1: "fail",
      PRO2: "fail",
      PRO3: "pass",
      PRO4: "not tested",
    });
  });

  test("genes of no category and contradictions are told", () => {
    const panel = markerPanel(["CD9", "TFRC", "ALB"], ["ALB"], "misev2023");
    expect(panel).toMatchObject({ unassigned: ["TFRC"], contradictory: ["ALB"], versionVerified: false });
    expect(panel.rows[2]).toMatchObject({ status: "pass", detected: ["ALB"], absentTested: [] });
  });
});
