import { writeZip } from "vesica/containers";

export interface ArchivePart {
  readonly name: string;
  readonly blob: Blob;
}

/** A ZIP archive of files, stored and without dates: the same files give the same bytes in every browser. */
export async function packArchive(parts: readonly ArchivePart[]): Promise<Blob> {
  const read = parts.map(async ({ name, blob }) => ({
    name,
    content: new Uint8Array(await blob.arrayBuffer()),
  }));
  return new Blob([writeZip(await Promise.all(read))], { type: "application/zip" });
}
