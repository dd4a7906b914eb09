import { hiddenFolder, mostFiles, resultsFolder } from "@vesica/run/names";
import type { GivenFile } from "./listing.ts";

/** Files and folders that were dropped or chosen, with the name of what they came in. */
export interface Given {
  readonly title: string;
  readonly files: readonly GivenFile[];
}

/** The files of a choice; of a folder with their paths inside it. */
export function chosenFiles(list: Iterable<File>): Given {
  return withoutRoot([...list].map((file) => ({ name: file.webkitRelativePath || file.name, blob: file })));
}

/**
 * The files of what was dropped, folders opened all the way down. To be called while the drop is handled: what was
 * dropped is gone afterwards.
 */
export function droppedFiles(transfer: DataTransfer): Promise<Given> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return gathered(entries);
}

async function gathered(roots: readonly FileSystemEntry[]): Promise<Given> {
  const files: GivenFile[] = [];
  const waiting = [...roots];
  for (let entry = waiting.pop(); entry && files.length <= mostFiles; entry = waiting.pop()) {
    const name = entry.fullPath.replace(/^\//, "");
    if (entry.isFile) files.push({ name, blob: await fileOf(entry as FileSystemFileEntry) });
    else if (!isSkipped(name)) waiting.push(...(await childrenOf(entry as FileSystemDirectoryEntry)));
  }
  return withoutRoot(files);
}

/** Results and the hidden folder of a study are not opened: they may hold many files and none is raw. */
function isSkipped(folder: string): boolean {
  const [, inside, deeper] = folder.split("/");
  return deeper === undefined && (inside === resultsFolder || inside === hiddenFolder);
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve) => {
    entry.file(resolve, () => resolve(new UnreadableFile(entry.name)));
  });
}

/** A file that was there when it was dropped and cannot be opened: whoever reads it is told so. */
class UnreadableFile extends File {
  constructor(name: string) {
    super([], name);
  }
  override get size(): number {
    return 1;
  }
  override slice(): Blob {
    return this;
  }
  override async arrayBuffer(): Promise<ArrayBuffer> {
    throw new DOMException("the file cannot be opened", "NotReadableError");
  }
}

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0 || all.length > mostFiles) return all;
    all.push(...some);
  }
}

/** Names inside the one folder that holds them all, and its name; empty where files came by themselves. */
function withoutRoot(files: readonly GivenFile[]): Given {
  const roots = new Set(files.map(({ name }) => name.split("/")[0]!));
  const [root = ""] = roots;
  if (roots.size !== 1 || files.some(({ name }) => !name.includes("/"))) return { title: "", files };
  return { title: root, files: files.map((file) => ({ ...file, name: file.name.slice(root.length + 1) })) };
}
