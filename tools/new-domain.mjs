// Makes the folder of a new domain in the one shape that every domain has: `npm run new-domain NAME`.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9]*$/.test(name)) {
  console.error(
    "usage: npm run new-domain NAME   (NAME: lower-case letters and digits, for example proteome)",
  );
  process.exit(2);
}
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, "core/domains", name);
if (existsSync(folder)) {
  console.error(`core/domains/${name} is there already; nothing was changed`);
  process.exit(3);
}
const Type = name[0].toUpperCase() + name.slice(1);

const files = {
  "README.md": `# ${Type}\n\nWhat this room answers, from which instruments; its equations with symbols and units, limits of validity, sources.\n`,
  "index.ts": `import type { Domain } from "../../kernel/index.ts";
import { analyseFile } from "./analysis/file.ts";
import { analyseStudy } from "./analysis/study.ts";
import { ${name}Figures } from "./figures/index.ts";
import { ${name}Formats } from "./formats/index.ts";
import type { ${Type}Measurement } from "./measurement.ts";
import { terms, title } from "./messages.ts";
import { ${name}Operations } from "./operations/index.ts";
import { ${name}Rules } from "./rules/index.ts";

/** The ${name} room. */
export const ${name}: Domain<${Type}Measurement> = {
  id: "${name}",
  title,
  version: "1",
  formats: ${name}Formats,
  operations: ${name}Operations,
  issues: {},
  terms,
  headline: [],
  analyseFile,
  analyseStudy,
  rules: ${name}Rules,
  figures: ${name}Figures,
};
`,
  "measurement.ts": `import type { Measurement } from "../../kernel/index.ts";

/** What one file of this room says. */
export interface ${Type}Measurement extends Measurement {
  readonly kind: "${name}";
}
`,
  "messages.ts": `import type { DomainTerms, Text } from "../../kernel/index.ts";

export const title: Text = { en: "${Type}", ja: "${Type}" };

/** Sentences for every id and code that this domain's estimates use. */
export const terms: DomainTerms = {
  estimates: {},
  flags: {},
  assumptions: {},
  intervals: {},
  qualifiers: {},
};
`,
  "analysis/file.ts": `import type { FileAnalysis, FileContext } from "../../../kernel/index.ts";
import type { ${Type}Measurement } from "../measurement.ts";

/** What this room makes of one file. */
export function analyseFile(measurement: ${Type}Measurement, context: FileContext): FileAnalysis {
  return { file: context.file, format: measurement.format, steps: [], summary: null, issues: [] };
}
`,
  "analysis/study.ts": `import type { StudyAnalysis } from "../../../kernel/index.ts";

/** What this room makes of all files of a study. */
export function analyseStudy(): StudyAnalysis {
  return { steps: [], summary: null, issues: [] };
}
`,
  "formats/index.ts": `import type { Format } from "../../../kernel/index.ts";
import type { ${Type}Measurement } from "../measurement.ts";

export const ${name}Formats: readonly Format<${Type}Measurement>[] = [];
`,
  "operations/index.ts": `import type { AnyOperation } from "../../../kernel/index.ts";

export const ${name}Operations: readonly AnyOperation[] = [];
`,
  "rules/index.ts": `import type { Finding } from "../../../kernel/index.ts";

/** Findings of this room. */
export function ${name}Rules(): readonly Finding[] {
  return [];
}
`,
  "figures/index.ts": `import type { Figure } from "../../../kernel/index.ts";

/** Figures of this room. */
export function ${name}Figures(): readonly Figure[] {
  return [];
}
`,
  "twins/index.ts": `/** Instruments of this room whose files can be written from a known truth. */
export const twins: readonly string[] = [];
`,
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
console.log(`core/domains/${name} is there. Next:
  1. add it to core/domains/index.ts and to the exports of core/package.json
  2. write its title in Japanese in messages.ts
  3. describe measurement.ts, then one reader in formats/ with its fixtures beside it`);
