import type {
  Checklist,
  Estimate,
  Evidence,
  FeatureTable,
  Figure,
  Finding,
  Issue,
  Text,
} from "../kernel/index.ts";

/** How one file of the study was treated. */
export interface DocumentFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  /** Format id, or null where no format knew it or it was set aside. */
  readonly format: string | null;
  readonly status: "read" | "refused" | "not recognised" | "ignored";
}

/** The one thing that report, workbench, exports and `verify` read. Written as canonical JSON. */
export interface ResultDocument {
  readonly schemaVersion: "1.1";
  readonly software: { readonly name: "vesica"; readonly version: string };
  readonly study: {
    readonly title: string;
    readonly question: string;
    readonly samples: readonly {
      readonly name: string;
      readonly role: string;
      readonly condition: string | null;
      readonly donor: string | null;
    }[];
  };
  readonly files: readonly DocumentFile[];
  readonly estimates: readonly Estimate[];
  readonly findings: readonly Finding[];
  /** Answers for thousands of features each, by columns. */
  readonly tables: readonly FeatureTable[];
  readonly figures: readonly Figure[];
  readonly checklists: readonly Checklist[];
  readonly evidence: readonly Evidence[];
  readonly issues: readonly Issue[];
  /** Ids of the domains that had files, in the order in which they are told. */
  readonly domains: readonly string[];
  /** Estimate ids of the headline table, by domain. */
  readonly headline: Readonly<Record<string, readonly string[]>>;
  /** Titles of domains, and sentences for every id and code that the document uses: estimate ids, flags, assumptions, interval methods, qualifiers. */
  readonly terms: Readonly<Record<string, Text>>;
}

/** Estimate ids of the headline tables, domain after domain. */
export function headlineIds({ domains, headline }: Pick<ResultDocument, "domains" | "headline">): string[] {
  return domains.flatMap((domain) => headline[domain] ?? []);
}

/** Whether an estimate's id is one of a domain: `particles.d50` is of `particles`. */
export function isOfDomain(id: string, domain: string): boolean {
  return id.startsWith(`${domain}.`);
}
