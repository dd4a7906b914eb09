import { writeZip } from "vesica/containers";

/** A ZIP archive of files that fit into memory, in their order. */
export async function zipFiles(
  files: readonly { readonly name: string; readonly content: Uint8Array | Blob }[],
): Promise<Blob> {
  const parts = await Promise.all(
    files.map(async ({ name, content }) => {
      const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
      return { name, content: bytes };
    }),
  );
  return new Blob([writeZip(parts)], { type: "application/zip" });
}
