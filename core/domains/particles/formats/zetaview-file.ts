import {
  accepted,
  type CheckedAgainst,
  type Issue,
  isRefused,
  type ReadContext,
  type Result,
  refused,
  type Text,
} from "../../../kernel/index.ts";
import { isWithin } from "./text/bounds.ts";
import { zetaviewIssues } from "./zetaview-issues.ts";
import { decodeZetaview, type ZetaviewLine, zetaviewLines } from "./zetaview-text.ts";

const limits = { bytes: 8 * 2 ** 20, lines: 20_000, fields: 500_000 } as const;

/** How the three ZetaView readers were checked. */
export const zetaviewChecked: { readonly checked: CheckedAgainst; readonly checkedNote: Text } = {
  checked: "written description",
  checkedNote: {
    en: "Written from facts on exports of software 8.05.16 and 8.06.01; tested on files of Vesica's own twin of the instrument.",
    ja: "ソフトウェア8.05.16および8.06.01の書き出しファイルに関する記述に基づいて作成し、Vesicaの装置ツインが出力したファイルで試験しました。",
  },
};

const mostIssues = 500;

/** The first 500 issues, and how many more there were. */
export function listedIssues(issues: readonly Issue[]): readonly Issue[] {
  const count = issues.length - mostIssues;
  if (count <= 0) return issues;
  return [...issues.slice(0, mostIssues), zetaviewIssues.raise("zetaview-more-issues", { count })];
}

/** A file's lines, and what is to be said of the file as a whole. */
export interface OpenedZetaview {
  readonly lines: readonly ZetaviewLine[];
  readonly issues: readonly Issue[];
}

/** Opens a ZetaView file; refused where it is too large to be one. The instrument ends each line, the last one too. */
async function openZetaview(blob: Blob): Promise<Result<OpenedZetaview>> {
  const tooLarge = () => refused(zetaviewIssues.raise("zetaview-too-large", { ...limits, size: blob.size }));
  if (blob.size > limits.bytes) return tooLarge();
  const text = decodeZetaview(new Uint8Array(await blob.arrayBuffer()));
  if (!isWithin(text, limits.lines, limits.fields)) return tooLarge();
  const lines = zetaviewLines(text);
  const whole = /[\r\n]$/.test(text);
  const place = { place: { line: Math.max(1, lines.length) } };
  return accepted({
    lines,
    issues: whole ? [] : [zetaviewIssues.raise("zetaview-last-line-open", {}, place)],
  });
}

/** A format's `read` from what it makes of an opened file. */
export function zetaviewReader<M>(
  readLines: (opened: OpenedZetaview, context: ReadContext) => Result<M>,
): (blob: Blob, context: ReadContext) => Promise<Result<M>> {
  return async (blob, context) => {
    const opened = await openZetaview(blob);
    return isRefused(opened) ? opened : readLines(opened.value, context);
  };
}

/** The start of a file as text, and whether it opens as ZetaView's headers do. */
export function zetaviewHead(head: Uint8Array): { readonly text: string; readonly isZetaview: boolean } {
  const text = decodeZetaview(head).replaceAll("\r", "");
  const opens = /^(?:Original File|Operator|Experiment|ZetaView S\/N):/.test(text.trimStart());
  return { text, isZetaview: opens && /^ZetaView S\/N:|^Software:\s*ZetaView/m.test(text) };
}
