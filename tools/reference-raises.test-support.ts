/** A place in the sources that raises an issue, with the names of the parameters that it gives. */
export interface RaiseSite {
  readonly code: string;
  /** Null where they cannot be told from the text alone. */
  readonly parameters: readonly string[] | null;
}

/** The calls of `raise("code", ...)` in a source text; parameters may stand in the call or in a constant before it. */
export function raiseSites(text: string): RaiseSite[] {
  return [...text.matchAll(/\braise\(\s*"([a-z0-9-]+)"/g)].map((match) => {
    const open = match.index + match[0].indexOf("(");
    const [, second = ""] = parts(text, open);
    return { code: match[1]!, parameters: parametersOf(second.trim(), text.slice(0, match.index)) };
  });
}

function parametersOf(argument: string, before: string): readonly string[] | null {
  if (argument === "") return [];
  if (argument.startsWith("{")) return keysOf(argument);
  if (!/^\w+$/.test(argument)) return null;
  const constant = before.lastIndexOf(`const ${argument} = {`);
  return constant < 0 ? null : keysOf(before.slice(before.indexOf("{", constant)));
}

function keysOf(literal: string): readonly string[] | null {
  const keys = parts(literal, 0).map((part) => /^\s*(?:"([^"]+)"|(\w+))\s*(?::|$)/.exec(part));
  const members = keys.filter((_, i) => parts(literal, 0)[i]!.trim() !== "");
  return members.every((key) => key !== null) ? members.map((key) => key![1] ?? key![2]!) : null;
}

/** What stands between commas inside the bracket at `open`, brackets and strings inside being whole. */
function parts(text: string, open: number): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"' || sign === "`") {
      at = text.indexOf(sign, at + 1);
      if (at < 0) break;
    } else if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign)) depth--;
    if (depth === 0 || (depth === 1 && sign === ",")) {
      found.push(text.slice(start, at));
      start = at + 1;
    }
    if (depth === 0) return found;
  }
  return found;
}
