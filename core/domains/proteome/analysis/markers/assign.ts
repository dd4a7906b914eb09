import { type Category, categories } from "./categories.ts";
import { type CategoryVersion, categoryVersions } from "./versions.ts";

/** What a gene is by the table, and by which of its rules. */
export interface Assignment {
  readonly gene: string;
  readonly version: CategoryVersion;
  /** Null where the table does not have the gene, or has it in several categories by rules of one rank. */
  readonly category: Category | null;
  readonly matchedBy: "symbol" | "family" | "none";
  /** The symbol or the family as the table writes it; empty for none. */
  readonly rule: string;
  /** Further categories that have the gene: by a family where a symbol decided, or all of them where nothing decides. */
  readonly also: readonly Category[];
  readonly ambiguous: boolean;
}

interface Match {
  readonly category: Category;
  readonly rule: string;
}

/**
 * Category of a gene symbol, human (`CD63`, `HLA-A`) or mouse (`Cd63`, `H2-K1`): by the exact symbol, else by a family
 * that has the whole symbol; never by a part of it. A symbol that the table prints decides over a family.
 */
export function categoryOf(gene: string, version: CategoryVersion = "misev2018"): Assignment {
  const symbol = gene.trim().toUpperCase();
  const { table } = categoryVersions[version];
  const exact: Match[] = [];
  const familial: Match[] = [];
  for (const category of categories) {
    const { symbols, families } = table[category];
    if (symbols.includes(symbol)) exact.push({ category, rule: symbol });
    const family = families.find(({ pattern }) => pattern.test(symbol));
    if (family) familial.push({ category, rule: family.name });
  }
  const deciding = exact.length > 0 ? exact : familial;
  const ambiguous = deciding.length > 1;
  const chosen = deciding.length === 1 ? deciding[0]! : null;
  const others = [...exact, ...familial].map(({ category }) => category);
  return {
    gene,
    version,
    category: chosen?.category ?? null,
    matchedBy: deciding.length === 0 ? "none" : exact.length > 0 ? "symbol" : "family",
    rule: chosen?.rule ?? "",
    also: [...new Set(others)].filter((category) => category !== chosen?.category),
    ambiguous,
  };
}

/** What the genes of one protein group are together. */
export interface GroupAssignment {
  /** That of all genes that have one; null where none has or where they differ. */
  readonly category: Category | null;
  /** Genes of different categories, or one that is ambiguous by itself. */
  readonly ambiguous: boolean;
  readonly assignments: readonly Assignment[];
}

/** Category of a protein group by its genes; a group whose genes are in different categories is in none and ambiguous. */
export function categoryOfGroup(
  genes: readonly string[],
  version: CategoryVersion = "misev2018",
): GroupAssignment {
  const assignments = genes.map((gene) => categoryOf(gene, version));
  const found = [...new Set(assignments.map(({ category }) => category))];
  const single = found.length === 1 ? found[0]! : null;
  return {
    category: single,
    ambiguous: found.length > 1 || assignments.some((assignment) => assignment.ambiguous),
    assignments,
  };
}
