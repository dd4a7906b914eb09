import type { Feature, Mark } from "../../measurement.ts";

const contaminant = /^(?:CON__|contam_|Cont_|#CONTAM#|CONTAM_)/;
/** `REV_HV1B1` is the Rev protein of a virus: letters' case and the second underscore count. */
const decoy = /^(?:REV__|rev_|DECOY_|decoy_|#DECOY#|XXX_)/;
/** `sp|P02768|ALBU_HUMAN` and PEAKS's `P02768|ALBU_HUMAN`. */
const database = /^(?:(?:sp|tr|gi|ref)\|)?([^|\s]+)(?:\|.*)?$/;

/** Marks that the prefix of a protein's name stands for. */
export function prefixMarks(protein: string): Mark[] {
  const marks: Mark[] = [];
  if (decoy.test(protein)) marks.push("decoy");
  if (contaminant.test(protein.replace(decoy, ""))) marks.push("contaminant");
  return marks;
}

/** The accession in a protein's name: without database, entry name and mark prefixes; as written where it has none. */
export function accessionOf(protein: string): string {
  const plain = protein.trim().replace(decoy, "").replace(contaminant, "");
  return database.exec(plain)?.[1] ?? plain;
}

/** Parts of a list cell, without blanks and empty parts. */
export function listed(cell: string, separator: RegExp = /;| \/ /): string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** A feature of a protein table but for its line. */
export type Draft = Omit<Feature, "line">;

/** The draft of a protein group: `id` as written, accessions of `names`, marks of the leading one and of columns. */
export function proteinDraft(
  id: string,
  names: readonly string[],
  more: { genes?: readonly string[]; description?: string; marks?: readonly Mark[]; group?: string } = {},
): Draft {
  const marks = new Set<Mark>([...(names.length > 0 ? prefixMarks(names[0]!) : []), ...(more.marks ?? [])]);
  return {
    id,
    proteins: [...new Set(names.map(accessionOf))].filter((name) => name !== ""),
    genes: more.genes ?? [],
    ...(more.description ? { description: more.description } : {}),
    ...(more.group === undefined ? {} : { group: more.group }),
    marks: [...marks],
  };
}
