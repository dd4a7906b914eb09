import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Evidence, FileEvidence, Json, OperationEvidence } from "vesica/kernel";
import { formatBytes } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { termOf } from "../study/terms.ts";
import { useSay } from "../words/language.tsx";
import { filesUnder } from "./files-under.ts";
import { words } from "./words.ts";

/** Inputs of one step that are shown before the rest is counted. */
const mostInputs = 12;

interface EvidenceChainProps {
  readonly id: string;
  readonly document: ResultDocument;
  /** What stands over the steps. */
  readonly said: string;
}

/** How a number or table was made: operations with their parameters, down to the files. */
export function EvidenceChain({ id, document, said }: EvidenceChainProps) {
  const say = useSay();
  const nodes = useMemo(() => new Map(document.evidence.map((node) => [node.id, node])), [document]);
  return (
    <>
      <h3>{say(words.made)}</h3>
      <p>
        <small>{said}</small>
      </p>
      <ul className="chain">
        <Node id={id} nodes={nodes} document={document} depth={0} />
      </ul>
      <Files id={id} nodes={nodes} />
    </>
  );
}

/** Files that are listed before the rest is counted. */
const mostFiles = 12;

/** The raw files under a step, however deep. */
function Files({ id, nodes }: Pick<NodeProps, "id" | "nodes">) {
  const say = useSay();
  const files = useMemo(() => filesUnder(id, nodes), [id, nodes]);
  return (
    <>
      <h3>{say(words.files, { count: files.length })}</h3>
      <ul className="chain">
        {files.slice(0, mostFiles).map((node) => (
          <FileNode key={node.id} node={node} />
        ))}
        {files.length > mostFiles && <li>{say(words.more, { count: files.length - mostFiles })}</li>}
      </ul>
    </>
  );
}

interface NodeProps {
  readonly id: string;
  readonly nodes: ReadonlyMap<string, Evidence>;
  readonly document: ResultDocument;
  readonly depth: number;
}

function Node({ id, nodes, document, depth }: NodeProps) {
  const say = useSay();
  const node = nodes.get(id);
  if (!node) {
    return (
      <li>
        <code>{id}</code> <small>{say(words.missing)}</small>
      </li>
    );
  }
  if (node.kind === "parameters") {
    return (
      <li className="step">
        <details open={depth < 2}>
          <summary>{say(words.parameters)}</summary>
          <pre>{parameterLines(node.parameters)}</pre>
        </details>
      </li>
    );
  }
  if (node.kind === "file") return <FileNode node={node} />;
  return <Step node={node} nodes={nodes} document={document} depth={depth} />;
}

function FileNode({ node: { name, size, sha256 } }: { readonly node: FileEvidence }) {
  return (
    <li className="step">
      <Link to="/files/$name" params={{ name }} search={{}}>
        {name}
      </Link>{" "}
      <small>{formatBytes(size)}</small>
      <br />
      <small>
        SHA-256 <code>{sha256}</code>
      </small>
    </li>
  );
}

function Step({
  node,
  nodes,
  document,
  depth,
}: Omit<NodeProps, "id"> & { readonly node: OperationEvidence }) {
  const say = useSay();
  const { operation, version, inputs } = node;
  const shown = inputs.slice(0, mostInputs);
  const rest = inputs.length - shown.length;
  const inner = (
    <ul>
      {shown.map((input) => (
        <Node key={input} id={input} nodes={nodes} document={document} depth={depth + 1} />
      ))}
      {rest > 0 && <li>{say(words.more, { count: rest })}</li>}
    </ul>
  );
  const title = (
    <>
      <strong>{say(termOf(document, operation))}</strong>{" "}
      <code>
        {operation} {version}
      </code>
    </>
  );
  if (depth < 2)
    return (
      <li className="step">
        {title}
        {inner}
      </li>
    );
  return (
    <li className="step">
      <details>
        <summary>{title}</summary>
        {inner}
      </details>
    </li>
  );
}

/** `name: value` lines, sorted by name. */
function parameterLines(parameters: Json): string {
  if (parameters === null || typeof parameters !== "object" || Array.isArray(parameters))
    return JSON.stringify(parameters, null, 1);
  return Object.entries(parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("\n");
}
