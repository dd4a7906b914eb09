import { sha256OfBlob } from "vesica/kernel";
import { isUnreadable } from "./analyse-file.ts";

/** SHA-256 of a file in hexadecimal digits; null where it cannot be read. */
export async function hashFile(blob: Blob): Promise<string | null> {
  try {
    return await sha256OfBlob(blob);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return null;
  }
}
