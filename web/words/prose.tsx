import type { ReactNode } from "react";

/** A sentence of ours with what stands between backticks as code: names of keys, roles and columns. */
export function Prose({ text }: { readonly text: string }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have no other name
  return text.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
