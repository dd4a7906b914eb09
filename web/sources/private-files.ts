/** The browser's private files for this page, as folders and files by path. */

export type Folder = FileSystemDirectoryHandle;

const rootName = "vesica-studies";

/** The folder of kept studies; null where the browser keeps nothing, as in a private window. */
export async function keptRoot(): Promise<Folder | null> {
  if (typeof FileSystemFileHandle === "undefined" || !("createWritable" in FileSystemFileHandle.prototype))
    return null;
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(rootName, { create: true });
  } catch {
    return null;
  }
}

/** A folder inside `folder`, or null where there is none. */
export async function folderIn(folder: Folder, name: string): Promise<Folder | null> {
  try {
    return await folder.getDirectoryHandle(name);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A file inside `folder`, or null where there is none. */
export async function fileIn(folder: Folder, name: string): Promise<File | null> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

const piece = 4_194_304;

/** Writes a file; one that was there is changed only when all is written. `wrote` is told the bytes of each piece. */
export async function writeFile(
  folder: Folder,
  name: string,
  content: Blob,
  wrote: (bytes: number) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  try {
    for (let at = 0; at < content.size; at += piece) {
      signal?.throwIfAborted();
      const part = content.slice(at, Math.min(at + piece, content.size));
      const bytes = await part.arrayBuffer();
      await writable.write(bytes);
      wrote(bytes.byteLength);
    }
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => {});
    throw error;
  }
}

/** The names of what is in a folder. */
export async function namesIn(folder: Folder): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  return names.sort();
}

const isMissing = (error: unknown) =>
  error instanceof DOMException && (error.name === "NotFoundError" || error.name === "TypeMismatchError");
