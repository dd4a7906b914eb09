import { RemoteBlob, type RemoteFile } from "../sources/remote-blob.ts";

/** Members of members: a list of files with their blobs is the deepest that a task is given. */
const deepest = 3;

/** A task's input as it crosses to a worker: Blobs of ours that cannot are given as where their bytes are. */
export function sent(input: unknown): unknown {
  return replaced(input, deepest, (value) => (value instanceof RemoteBlob ? value.file : null));
}

/** A task's input in the worker: what was sent for a Blob is one again. */
export function received(input: unknown): unknown {
  return replaced(input, deepest, (value) => (isRemoteFile(value) ? new RemoteBlob(value) : null));
}

function isRemoteFile(value: unknown): value is RemoteFile {
  return typeof value === "object" && value !== null && (value as RemoteFile).kind === "remote file";
}

/** `value` with what `other` gives something for replaced; itself where nothing is. */
function replaced(value: unknown, depth: number, other: (value: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const instead = other(value);
  if (instead !== null) return instead;
  if (depth === 0) return value;
  if (Array.isArray(value)) {
    let copy: unknown[] | null = null;
    for (let at = 0; at < value.length; at++) {
      const member = replaced(value[at], depth - 1, other);
      if (member === value[at]) continue;
      copy ??= [...value];
      copy[at] = member;
    }
    return copy ?? value;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  let copy: Record<string, unknown> | null = null;
  for (const [name, member] of Object.entries(value)) {
    const crossed = replaced(member, depth - 1, other);
    if (crossed === member) continue;
    copy ??= { ...value };
    copy[name] = crossed;
  }
  return copy ?? value;
}
