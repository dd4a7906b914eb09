import { canonicalJson, type Json } from "./canonical.ts";
import { sha256OfSmall } from "./sha256.ts";

/** A file that was read: `id` is its content and name. */
export interface FileEvidence {
  readonly id: string;
  readonly kind: "file";
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** A set of parameters, sheet rows or settings that an operation used. */
export interface ParametersEvidence {
  readonly id: string;
  readonly kind: "parameters";
  readonly parameters: Json;
}

/** One application of an operation to its inputs. */
export interface OperationEvidence {
  readonly id: string;
  readonly kind: "operation";
  readonly operation: string;
  readonly version: string;
  readonly inputs: readonly string[];
}

/** A content-addressed node of the graph that leads from a number to the raw bytes. */
export type Evidence = FileEvidence | ParametersEvidence | OperationEvidence;

type Content<T> = T extends Evidence ? Omit<T, "id"> : never;

const encoder = new TextEncoder();

/** The node with its id, `ev:` and the first 32 hexadecimal digits of the SHA-256 of its canonical JSON. */
export function evidenceNode<C extends Content<Evidence>>(content: C): C & { readonly id: string } {
  const bytes = encoder.encode(canonicalJson(content as unknown as Json));
  return { id: `ev:${sha256OfSmall(bytes).slice(0, 32)}`, ...content };
}
