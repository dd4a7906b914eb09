import { randomBytes } from "node:crypto";
import { promises as fs, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hiddenFolder } from "@vesica/run/names";

/** Where files are while they are being written; emptied when a run begins and ends. */
export function temporaryFolder(root: string): string {
  return join(root, hiddenFolder, "tmp");
}

/** Where the earlier results are for the moment in which the new ones take their place. */
export function previousResults(root: string): string {
  return join(root, hiddenFolder, "previous-results");
}

/** Writes bytes or a text and makes sure that they are on the disk. */
export async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  await fs.mkdir(dirname(path), { recursive: true });
  const file = await fs.open(path, "w");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Writes a file of the study's hidden folder so that it is there whole or not at all. At once: workers do nothing else meanwhile. */
export function writeWhole(root: string, path: string, bytes: Uint8Array | string): void {
  const temporary = join(temporaryFolder(root), randomBytes(8).toString("hex"));
  inFolder(temporary, () => writeFileSync(temporary, bytes));
  inFolder(path, () => renameSync(temporary, path));
}

/** Runs `act`, and again after making the folder of `path` where that was not there. */
function inFolder(path: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    mkdirSync(dirname(path), { recursive: true });
    act();
  }
}

/** Writes a file that must not be there yet: all of it, or nothing and an error. */
export async function writeNew(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = `${path}.partial-${randomBytes(4).toString("hex")}`;
  try {
    await writeDurably(temporary, bytes);
    await fs.link(temporary, path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") throw error;
      await fs.copyFile(temporary, path, fs.constants.COPYFILE_EXCL);
    });
  } finally {
    await fs.rm(temporary, { force: true });
  }
}

/** Replaces a file: the old bytes or the new ones, never a part. */
export async function replaceFile(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = `${path}.partial-${randomBytes(4).toString("hex")}`;
  try {
    await writeDurably(temporary, bytes);
    await fs.rename(temporary, path);
  } finally {
    await fs.rm(temporary, { force: true });
  }
}
