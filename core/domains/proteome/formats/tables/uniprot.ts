/** Accession numbers by UniProt's own pattern (https://www.uniprot.org/help/accession_numbers), isoforms too. */
const accession = /^(?:[OPQ][0-9][A-Z0-9]{3}[0-9]|[A-NR-Z][0-9](?:[A-Z][A-Z0-9]{2}[0-9]){1,2})(?:-\d{1,3})?$/;
const entry = /^(?:sp|tr)\|[A-Z0-9-]{6,14}\|[A-Z0-9_]{3,16}$/;
const entryName = /^[A-Z0-9]{1,10}_[A-Z9][A-Z0-9]{2,4}$/;

/** Whether a group's leading name is a UniProt accession, entry or entry name. */
export function isUniprot(id: string): boolean {
  const first = id.split(";", 1)[0]!.trim();
  return accession.test(first) || entry.test(first) || entryName.test(first);
}
