/** A UniProt accession, an isoform's number allowed behind it (UniProt help, "Accession numbers"). */
const pattern = /^(?:[OPQ]\d[A-Z0-9]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z0-9]{2}\d){1,2})(?:-\d{1,3})?$/;

export function isAccession(words: string): boolean {
  return pattern.test(words);
}

/** Without the prefixes that libraries of contaminants put before an accession. */
export function withoutContaminantPrefix(words: string): string {
  return words.replace(/^(?:Cont_|CONT_|CON__|contam_)/, "");
}
