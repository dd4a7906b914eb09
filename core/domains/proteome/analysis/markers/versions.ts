import type { Text } from "../../../../kernel/index.ts";
import { type CategoryTable, table2018 } from "./categories.ts";

export type CategoryVersion = "misev2018" | "misev2023";

/** A version of the protein categories, with what of it was checked against its source. */
export interface CategorySource {
  readonly id: CategoryVersion;
  readonly name: string;
  readonly doi: string;
  readonly place: string;
  /** Whether meanings, example genes and numbering were read in the source or in papers that print them. */
  readonly verified: { readonly meanings: boolean; readonly genes: boolean; readonly numbering: boolean };
  /** The doubt that goes with every assignment. */
  readonly note: Text;
  readonly table: CategoryTable;
}

/** The versions of the protein categories that assignments may name. */
export const categoryVersions: Readonly<Record<CategoryVersion, CategorySource>> = {
  misev2018: {
    id: "misev2018",
    name: "MISEV2018",
    doi: "10.1080/20013078.2018.1535750",
    place: "table 3",
    verified: { meanings: true, genes: false, numbering: false },
    note: {
      en: "Categories as in MISEV2018, table 3; their meanings were checked in other papers, numbers and example genes were not compared with the table.",
      ja: "分類はMISEV2018の表3によります。分類の意味は他の論文で確認しましたが、番号と例示遺伝子は原表と照合していません。",
    },
    table: table2018,
  },
  misev2023: {
    id: "misev2023",
    name: "MISEV2023",
    doi: "10.1002/jev2.12404",
    place: "",
    verified: { meanings: false, genes: false, numbering: false },
    note: {
      en: "MISEV2023's own numbering of protein categories was not verified; content and numbers are those of MISEV2018.",
      ja: "MISEV2023独自の分類番号は未確認です。内容と番号はMISEV2018のものを用いています。",
    },
    table: table2018,
  },
};
