import { z } from "zod";
import type { Text } from "../kernel/index.ts";

/** Why a schema refuses a value, and where in the value. */
export interface Reason {
  readonly issue: z.core.$ZodIssue;
  readonly path: readonly PropertyKey[];
  readonly message: Text;
}

const japanese = z.locales.ja().localeError;

/** Why `schema` refuses `value`, in both languages; empty where it does not. Of a choice, why the nearest refuses. */
export function reasonsAgainst(schema: z.ZodType, value: unknown): readonly Reason[] {
  const english = flat(schema.safeParse(value).error?.issues ?? []);
  if (english.length === 0) return [];
  const translated = flat(schema.safeParse(value, { error: japanese }).error?.issues ?? []);
  return english.map(({ issue, path }, index) => ({
    issue,
    path,
    message: { en: issue.message, ja: translated[index]?.issue.message ?? issue.message },
  }));
}

interface Placed {
  readonly issue: z.core.$ZodIssue;
  readonly path: readonly PropertyKey[];
}

function flat(issues: readonly z.core.$ZodIssue[], root: readonly PropertyKey[] = []): Placed[] {
  return issues.flatMap((issue): Placed[] => {
    const path = [...root, ...issue.path];
    const near = issue.code === "invalid_union" ? nearest(issue.errors) : undefined;
    return near ? flat(near, path) : [{ issue, path }];
  });
}

/** The one choice that refuses something inside the value rather than the value itself. */
function nearest(choices: readonly (readonly z.core.$ZodIssue[])[]) {
  const inside = choices.filter((issues) => issues.length > 0 && issues.every(({ path }) => path.length > 0));
  return inside.length === 1 ? inside[0] : undefined;
}
