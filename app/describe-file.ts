import { join } from "node:path";
import { describeBlob, type FileDescription, unreadableFile } from "@vesica/run/describe";
import type { ColumnMapping, Domain } from "vesica/kernel";
import { FileBlob } from "./file-blob.ts";

export interface DescribeFileInput {
  readonly root: string;
  readonly name: string;
  readonly size: number;
  /** How `study.yaml` says that the file is to be read. */
  readonly mapping: ColumnMapping | null;
}

/** Recognises one file on the disk and reads what it says of its sample and captures. */
export async function describeFile(
  domains: readonly Domain[],
  { root, name, mapping }: DescribeFileInput,
): Promise<FileDescription> {
  try {
    return await describeBlob(domains, new FileBlob(join(root, name)), name, mapping);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined && (error as Error).name !== "NotReadableError") throw error;
    return unreadableFile(name, code ?? "changed");
  }
}
