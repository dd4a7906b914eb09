import { digestOf, isUnreadable } from "./analyse-file.ts";

/** SHA-256 of a file in hexadecimal digits; null where it cannot be read. */
export async function hashFile(blob: Blob): Promise<string | null> {
  try {
    return await digestOf(blob);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return null;
  }
}
