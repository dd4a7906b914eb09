import {
  allTerms,
  canonicalJson,
  type Domain,
  type DomainResult,
  type EstimateDraft,
  estimateKey,
  type FeatureTableDraft,
  type Figure,
  type FileAnalysis,
  type Finding,
  type Issue,
  type Json,
  type Step,
  type StudyDesign,
} from "../kernel/index.ts";

export interface CheckedStudy {
  readonly estimates: readonly EstimateDraft[];
  readonly issues: readonly Issue[];
  readonly findings: readonly Finding[];
  readonly figures: readonly Figure[];
  readonly result: DomainResult;
}

type Room = Pick<Domain, "id" | "analyseStudy" | "rules" | "figures" | "terms" | "issues">;

/** Analysed files through the study analysis, rules and figures of a room; throws where something does not hold that must hold of every study. */
export function checkedStudy(room: Room, files: readonly FileAnalysis[], design: StudyDesign): CheckedStudy {
  const analysed = files.map(({ file, format, summary }) => ({
    file,
    format,
    summary: JSON.parse(canonicalJson(summary)) as Json,
  }));
  const own = room.analyseStudy(analysed, design);
  const known = new Set(files.map(({ file }) => `${file}#file`));
  for (const { file, steps } of files) checkSteps(steps, new Set(["file"]), known, `${file}#`);
  checkSteps(own.steps, known, known, "");
  const drafts = own.steps.flatMap(({ estimates }) => estimates);
  const result: DomainResult = {
    estimates: drafts.map((draft) => ({ ...draft, evidence: "ev:test" })),
    files: analysed,
    study: own,
    design,
  };
  const findings = room.rules(result);
  const figures = room.figures(result);
  canonicalJson({ findings, figures, summary: own.summary } as unknown as Json);
  const estimates = [...files.flatMap(({ steps }) => steps.flatMap((step) => step.estimates)), ...drafts];
  checkEstimates(room, estimates);
  checkTables(
    room,
    own.steps.flatMap(({ tables = [] }) => tables),
  );
  checkFindings(findings, new Set(estimates.map(estimateKey)));
  const issues = [...files.flatMap((file) => file.issues), ...own.issues];
  checkIssues(room, issues);
  return { estimates, issues, findings, figures, result };
}

function checkSteps(steps: readonly Step[], start: ReadonlySet<string>, known: Set<string>, prefix: string) {
  const own = new Set(start);
  for (const { key, inputs, parameters: given } of steps) {
    for (const input of inputs) if (!own.has(input)) throw new Error(`${key} rests on unknown ${input}`);
    if (prefix === "" ? own.has(key) : known.has(prefix + key)) throw new Error(`step ${key} twice`);
    canonicalJson(given);
    own.add(key);
    known.add(prefix + key);
  }
}

function checkEstimates({ id: room, terms }: Room, estimates: readonly EstimateDraft[]) {
  const keys = estimates.map(estimateKey);
  const twice = [...keys].sort().filter((key, i, all) => key === all[i - 1]);
  if (twice.length > 0) throw new Error(`given twice: ${twice.join(" ")}`);
  const sentences = allTerms(terms);
  for (const { id, subject, value, assumptions, flags, interval, qualifiers, n } of estimates) {
    if (!Number.isFinite(value)) throw new Error(`${id} is ${value}`);
    if (interval && !(interval.lower <= interval.upper))
      throw new Error(`${id}: ${canonicalJson({ ...interval })}`);
    if (id === `${room}.concentration` && !(value > 0)) throw new Error(`a concentration of ${value}`);
    const isGroup = id.includes("group") || subject.level === "group";
    if (!isGroup && n.biological !== null) throw new Error(`${id} counts biology`);
    const codes = [
      id,
      ...assumptions,
      ...flags,
      ...Object.keys(qualifiers),
      ...(interval ? [interval.method] : []),
    ];
    const unsaid = codes.filter((code) => !Object.hasOwn(sentences, code));
    if (unsaid.length > 0) throw new Error(`no words for ${unsaid.join(", ")} of ${id}`);
    if (new Set(flags).size < flags.length) throw new Error(`${id}: a flag twice: ${flags.join(", ")}`);
    if (new Set(assumptions).size < assumptions.length)
      throw new Error(`${id}: twice: ${assumptions.join(", ")}`);
  }
}

function checkTables({ terms }: Room, tables: readonly FeatureTableDraft[]) {
  const sentences = allTerms(terms);
  const names = tables.map(({ id, name }) => `${id} ${name}`);
  if (new Set(names).size < names.length) throw new Error(`a table twice: ${names.join("; ")}`);
  for (const { id, columns, assumptions, flags } of tables) {
    const unsaid = [...assumptions, ...flags].filter((code) => !Object.hasOwn(sentences, code));
    if (unsaid.length > 0) throw new Error(`no words for ${unsaid.join(", ")} of ${id}`);
    const lengths = new Set(columns.map(({ values }) => values.length));
    if (lengths.size !== 1) throw new Error(`${id}: columns of ${[...lengths].join(", ")} rows`);
  }
}

function checkFindings(findings: readonly Finding[], keys: ReadonlySet<string>) {
  for (const { rule, message, remedy, estimates } of findings) {
    const lost = estimates.filter((key) => !keys.has(key));
    if (lost.length > 0) throw new Error(`${rule} rests on ${lost.join(" ")}`);
    if (!/^(?:[A-Z0-9“]|R²)/.test(message.en)) throw new Error(`${rule}: ${message.en}`);
    for (const sentence of [message.en, message.ja, remedy.en, remedy.ja]) {
      if (/\{|\de[+-]?\d|undefined|NaN|null|[:：]\s*$/.test(sentence))
        throw new Error(`${rule}: ${sentence}`);
    }
  }
}

function checkIssues({ issues: catalogue }: Room, issues: readonly Issue[]) {
  for (const { code, message, remedy } of issues) {
    const known = Object.hasOwn(catalogue, code) || /^(?:groups|statistics|linear-model)-/.test(code);
    if (!known) throw new Error(`${code} is not in the catalogue`);
    for (const sentence of [message.en, message.ja, remedy.en, remedy.ja])
      if (/\{[A-Za-z]\w*\}/.test(sentence)) throw new Error(`${code}: ${sentence}`);
  }
}
