import { describeBlob, type FileDescription, unreadableFile } from "@vesica/run/describe";
import { domains } from "vesica/domains";
import type { ColumnMapping } from "vesica/kernel";
import { isUnreadable } from "./analyse-file.ts";

export interface DescribeBlobInput {
  readonly name: string;
  readonly blob: Blob;
  readonly mapping: ColumnMapping | null;
}

/** Recognises one file. */
export async function describeFile({ name, blob, mapping }: DescribeBlobInput): Promise<FileDescription> {
  try {
    return await describeBlob(domains, blob, name, mapping);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return unreadableFile(name, "changed");
  }
}
