import {
  accepted,
  type Domain,
  type Issue,
  type Place,
  type Refused,
  type Result,
  refused,
} from "vesica/kernel";
import { parseStudyFile, type StudyFile } from "vesica/study";
import { type Document, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { folderIssues } from "./issues.ts";
import { studyFileName } from "./names.ts";

const deepest = 40;
const mostIssues = 50;
const tooDeep = `more than ${deepest} levels`;

function fault(reason: string, place: Place): Refused {
  return refused(folderIssues.raise("study-yaml", { reason }, { file: studyFileName, place }));
}

/** The study of `study.yaml`; refused with every `study-*` issue and its line. */
export function readStudyYaml(text: string, domains: readonly Domain[]): Result<StudyFile> {
  if (isNestedBeyondReason(text)) return fault(tooDeep, { line: 1 });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const [error] = document.errors;
  if (error)
    return fault(error.message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, ""), at(error.pos[0]));
  const twice = keyGivenTwice(document);
  if (twice) return fault(`the key ${twice.key} is given twice`, at(twice.offset));
  let parsed: unknown;
  try {
    parsed = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    return fault((cause as Error).message, at(0));
  }
  if (depthOf(parsed) > deepest) return fault(tooDeep, at(0));
  const study = parseStudyFile(parsed, { name: studyFileName, domains });
  if ("value" in study) return accepted(study.value);
  const placed = study.issues.slice(0, mostIssues).map((issue): Issue => {
    const place = placeOf(document, issue.place?.key ?? "", at);
    return place ? { ...issue, place: { ...issue.place, ...place } } : issue;
  });
  return refused(...placed);
}

/** The place of a key whose path is joined by dots, or of the nearest key above it that is there. */
function placeOf(
  document: ReturnType<typeof parseDocument>,
  key: string,
  at: (offset: number) => Place,
): Place | null {
  const path = key.split(".");
  for (let length = path.length; length > 0; length--) {
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1).map(step), true);
    const last = path[length - 1];
    const items = (parent as { items?: { key?: unknown }[] } | null)?.items ?? [];
    const pair = items.find((item) => String((item?.key as { value?: unknown })?.value) === last);
    if (isNode(pair?.key) && pair.key.range) return at(pair.key.range[0]);
    const node = document.getIn(path.slice(0, length).map(step), true);
    if (isNode(node) && node.range) return at(node.range[0]);
  }
  return null;
}

/** Far deeper than a study is, so that a parser that calls itself would run out of memory. */
function isNestedBeyondReason(text: string): boolean {
  let depth = 0;
  for (const bracket of text.matchAll(/[[\]{}]/g)) {
    depth = "[{".includes(bracket[0]) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > 500) return true;
  }
  return /(?:[-?][ \t]+){200}/.test(text);
}

/** Searched here since the parser's own search takes time by the square of the keys. */
function keyGivenTwice(document: Document): { key: string; offset: number } | null {
  let found: { key: string; offset: number } | null = null;
  visit(document, {
    Map(_, node) {
      const seen = new Set<string>();
      for (const { key } of node.items) {
        const name = isScalar(key) ? String(key.value) : "";
        if (isScalar(key) && seen.has(name)) {
          found = { key: name, offset: key.range?.[0] ?? 0 };
          return visit.BREAK;
        }
        seen.add(name);
      }
      return undefined;
    },
  });
  return found;
}

function step(name: string): string | number {
  return /^\d+$/.test(name) ? Number(name) : name;
}

function depthOf(value: unknown, depth = 0): number {
  if (value === null || typeof value !== "object" || depth > deepest) return depth;
  return Object.values(value).reduce<number>(
    (deepest, member) => Math.max(deepest, depthOf(member, depth + 1)),
    depth,
  );
}
