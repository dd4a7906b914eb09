import { sortedEntries } from "@vesica/run/names";
import type { RunLine, SentPaper, ServedSnapshot } from "@vesica/run/served";
import type { Papers } from "@vesica/run/study";
import type { Issue } from "vesica/kernel";
import { RemoteBlob } from "./remote-blob.ts";
import type { Listing } from "./source.ts";

/** A paper on the disk. */
export interface DiskPaper {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export type PaperName = keyof Papers;
export const paperNames = ["study", "sheet"] as const;
export type DiskPapers = Readonly<Record<PaperName, DiskPaper | null>>;

/** The folder behind `vesica serve` as it was at one moment. */
export interface ServedStudy {
  readonly listing: Listing;
  /** Another one when anything in the folder is. */
  readonly stamp: string;
  readonly papers: DiskPapers;
  /** Whether there are results of an earlier run. */
  readonly ran: boolean;
}

/** Why the server did not answer as it should. */
export class ServerRefusal extends Error {
  /** `key`: the page was opened without it. `lost`: nobody answers. `study`: the folder, with issues. */
  readonly why: "key" | "lost" | "study";
  readonly issues: readonly Issue[];
  constructor(why: ServerRefusal["why"], issues: readonly Issue[] = [], reason: string = why) {
    super(reason);
    this.name = "ServerRefusal";
    this.why = why;
    this.issues = issues;
  }
}

/** Whether this page comes from `vesica serve`, and with what: the server says so in the page, nothing is asked. */
export function servedWith(): "folder" | "page" | null {
  const marker = document.querySelector<HTMLMetaElement>('meta[name="vesica-served"]')?.content;
  return marker === "folder" || marker === "page" ? marker : null;
}

/** The whole address of a path of the server. */
export function apiAddress(path: string): string {
  return new URL(`api/${path}`, document.baseURI).href;
}

/** Asks the server; rejects with a `ServerRefusal` where it cannot or does not answer with one of `statuses`. */
async function askServer(
  path: string,
  init: RequestInit = {},
  statuses: readonly number[] = [200],
): Promise<Response> {
  const answer = await fetch(apiAddress(path), init).catch((error: unknown) => {
    init.signal?.throwIfAborted();
    throw error instanceof TypeError ? new ServerRefusal("lost") : error;
  });
  if (statuses.includes(answer.status)) return answer;
  if (answer.status === 401) throw new ServerRefusal("key");
  const told = (await answer.json().catch(() => ({}))) as { issues?: readonly Issue[]; fault?: string };
  throw new ServerRefusal("study", told.issues ?? [], told.fault ?? `${answer.status}`);
}

type StudyAnswer = ServedSnapshot<SentPaper>;
type PapersAnswer = StudyAnswer["papers"];

/** Looks at the folder. Files that are as they were keep the Blob they had in `before`. */
export async function readServed(before: Listing["files"] = []): Promise<ServedStudy> {
  const answer = (await (await askServer("study")).json()) as StudyAnswer;
  const { title, stamp, entries, issues, ran } = answer;
  const known = new Map(before.map((file) => [versionOf(file.blob), file]));
  const files = entries.map((entry) => {
    const address = apiAddress(`file?${new URLSearchParams({ name: entry.name, stamp: entry.stamp })}`);
    const blob = new RemoteBlob({ kind: "remote file", address, start: 0, end: entry.size });
    return known.get(address) ?? { name: entry.name, size: entry.size, blob };
  });
  const papers = papersOf(answer.papers);
  const found = { study: papers.study?.bytes ?? null, sheet: papers.sheet?.bytes ?? null };
  return { listing: { title, files: sortedEntries(files), papers: found, issues }, stamp, papers, ran };
}

/** What tells a version of a served file from others. */
export function versionOf(blob: Blob): string {
  return blob instanceof RemoteBlob ? blob.file.address : "";
}

/** Writes papers into the folder where it still has what they were taken from; else what it has now, and `written` false. */
export async function putPapers(
  changes: Readonly<Partial<Record<PaperName, { readonly bytes: Uint8Array; readonly was: string | null }>>>,
): Promise<{ readonly written: boolean; readonly papers: DiskPapers }> {
  const body = Object.fromEntries(
    Object.entries(changes).map(([name, { bytes, was }]) => [name, { bytes: toBase64(bytes), was }]),
  );
  const answer = await askServer("papers", { method: "PUT", body: JSON.stringify(body) }, [200, 409]);
  const { papers } = (await answer.json()) as { papers: PapersAnswer };
  return { written: answer.status === 200, papers: papersOf(papers) };
}

/** The lines of a run on the server, as they come. */
export async function* runServed(signal: AbortSignal): AsyncGenerator<RunLine> {
  const answer = await askServer("run", { method: "POST", signal });
  const reader = answer.body!.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read().catch(() => {
      signal.throwIfAborted();
      throw new ServerRefusal("lost");
    });
    const lines = (rest + decoder.decode(value, { stream: !done })).split("\n");
    rest = lines.pop()!;
    for (const line of lines) yield JSON.parse(line) as RunLine;
    if (done) return;
  }
}

function papersOf(answer: PapersAnswer): DiskPapers {
  const paper = (name: PaperName) => {
    const found = answer[name];
    return found && { bytes: fromBase64(found.bytes), sha256: found.sha256 };
  };
  return { study: paper("study"), sheet: paper("sheet") };
}

/** Base64 of bytes, in pieces that a call can take as arguments. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
