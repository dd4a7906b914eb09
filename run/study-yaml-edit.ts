import { accepted, type Domain, type Json, type Result, refused } from "vesica/kernel";
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { folderIssues } from "./issues.ts";
import { largestStudyFile, studyFileName } from "./names.ts";
import { readStudyYaml } from "./study-yaml.ts";

export interface StudyChange {
  /** The bytes of study.yaml. */
  readonly study: Uint8Array;
  /** Keys from the top: `["parameters", "particles", "level"]`. */
  readonly path: readonly string[];
  /** Undefined where the default holds again: the key goes, and keys above it that then hold nothing. */
  readonly value: Json | undefined;
}

/**
 * The bytes of study.yaml with one value changed; comments, order and the other keys stay. Refused with the `study-*`
 * issues that the change would give; issues elsewhere in the file are warnings.
 */
export function changeStudy(change: StudyChange, domains: readonly Domain[]): Result<Uint8Array> {
  const text = new TextDecoder().decode(change.study);
  const changed = changeYaml(text, change.path, change.value);
  if (!("value" in changed)) return changed;
  if (changed.value.length > largestStudyFile) {
    const parameters = { size: changed.value.length, most: largestStudyFile };
    return refused(folderIssues.raise("study-too-large", parameters, { file: studyFileName }));
  }
  const read = readStudyYaml(changed.value, domains);
  const issues = "value" in read ? [] : read.issues;
  const path = change.path.join(".");
  const own = issues.filter(({ place }) => {
    const key = place?.key ?? "";
    return key === path || key.startsWith(`${path}.`);
  });
  return own.length > 0 ? refused(...own) : accepted(new TextEncoder().encode(changed.value), issues);
}

/** The YAML text with the value at `path` changed; refused with `study-yaml` where the text is no YAML. */
export function changeYaml(text: string, path: readonly string[], value: Json | undefined): Result<string> {
  const before = readStudyYaml(text, []);
  if (!("value" in before) && before.issues.some(({ code }) => code === "study-yaml")) return before;
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false });
  if (!isMap(document.contents)) {
    document.contents = withComments(document.createNode({}), document.contents as Node | null) as never;
  }
  const root = document.contents as unknown as YAMLMap;
  if (value === undefined) remove(root, path);
  else put(document, root, path, value);
  const written = document.toString({ lineWidth: 0 });
  return accepted(text.includes("\r\n") ? written.replace(/\r?\n/g, "\r\n") : written);
}

function put(document: Document, map: YAMLMap, [key = "", ...rest]: readonly string[], value: Json): void {
  const pair = pairOf(map, key);
  const old = (pair?.value ?? null) as Node | null;
  let next: Node;
  if (rest.length === 0) next = merged(document, old, value);
  else {
    next = isMap(old) ? old : withComments(document.createNode({}), old);
    put(document, next as YAMLMap, rest, value);
  }
  if (isMap(next) && rest.length > 0 && next.items.length === 1) next.flow = false;
  if (pair) pair.value = next;
  else map.items.push(document.createPair(key, next) as never);
}

/** Takes the key out, then keys above it that hold nothing any more. */
function remove(map: YAMLMap, [key = "", ...rest]: readonly string[]): void {
  const pair = pairOf(map, key);
  if (!pair) return;
  if (rest.length > 0) {
    if (!isMap(pair.value)) return;
    remove(pair.value, rest);
    if (pair.value.items.length > 0) return;
  }
  map.items.splice(map.items.indexOf(pair), 1);
}

/** The old node made to say `value`, with the comments of every part that stays. */
function merged(document: Document, old: Node | null, value: Json): Node {
  if (old && JSON.stringify(old.toJS(document)) === JSON.stringify(value)) return old;
  if (isMap(old) && value !== null && typeof value === "object" && !Array.isArray(value)) {
    const given = value as Readonly<Record<string, Json>>;
    old.items = old.items.filter((pair) => Object.hasOwn(given, keyOf(pair)));
    for (const [key, member] of Object.entries(given)) put(document, old, [key], member);
    return old;
  }
  if (isSeq(old) && Array.isArray(value)) return mergedList(document, old, value);
  const fresh = document.createNode(value) as Node;
  setFlow(fresh);
  if (isScalar(fresh) && isScalar(old) && typeof old.value === "string" && typeof value === "string") {
    if (old.type !== Scalar.PLAIN) fresh.type = old.type as never;
  }
  return withComments(fresh, old);
}

function mergedList(document: Document, old: YAMLSeq, value: readonly Json[]): Node {
  old.items = value.map((member, index) => {
    const before = old.items[index];
    return merged(document, isNode(before) ? before : null, member);
  });
  return old;
}

/** Lists of plain values are written on one line. */
function setFlow(node: unknown): void {
  if (!isCollection(node)) return;
  for (const item of node.items) setFlow(isNode(item) ? item : (item as Pair).value);
  if (isSeq(node)) node.flow = node.items.every((item) => isScalar(item) || (isSeq(item) && item.flow));
}

function withComments(fresh: Node, old: Node | null): Node {
  if (old?.commentBefore != null) fresh.commentBefore = old.commentBefore;
  if (old?.comment != null) fresh.comment = old.comment;
  if (old?.spaceBefore) fresh.spaceBefore = true;
  return fresh;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyOf(pair) === key);
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}
