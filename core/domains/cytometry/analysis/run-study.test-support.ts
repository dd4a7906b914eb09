import {
  type DomainResult,
  type ExamplePart,
  type FileAnalysis,
  isAccepted,
  type Json,
  type SheetRow,
} from "../../../kernel/index.ts";
import { fcs } from "../formats/index.ts";
import { cytometry, cytometryExample } from "../index.ts";
import type { OddStudy } from "./odd-studies.test-support.ts";

/** The rows of an example as the sheet's reader gives them. */
export function exampleRows(rows: ExamplePart["rows"]): SheetRow[] {
  return rows.map(({ file, sample, role, donor, condition, dilution, ...extra }, i) => ({
    line: i + 2,
    file: file!,
    sample: sample!,
    role: role as SheetRow["role"],
    ...(donor ? { donor } : {}),
    ...(condition ? { condition } : {}),
    ...(dilution ? { dilution: Number(dilution) } : {}),
    extra: extra as Record<string, string>,
  }));
}

/** The part of this room in the example study. */
export function exampleStudy(): OddStudy {
  const { files, rows, parameters } = cytometryExample(1);
  return { name: "example", files, rows: exampleRows(rows), parameters, reference: "normoxia" };
}

/** A study through the whole of the analysis. */
export async function analysed({ files, rows, parameters, reference }: OddStudy) {
  const design = {
    title: "",
    question: "",
    parameters: { cytometry: parameters },
    seed: 1,
    ...(reference === undefined ? {} : { reference }),
  };
  const read: FileAnalysis[] = [];
  for (const { name, bytes } of files) {
    const result = await fcs.read(new Blob([bytes]), { name });
    if (!isAccepted(result)) throw new Error(`${name}: ${result.issues[0]?.message.en}`);
    const context = { file: name, rows: rows.filter(({ file }) => file === name), design };
    read.push(await cytometry.analyseFile(result.value, context));
  }
  const summaries = read.map(({ file, format, summary }) => ({
    file,
    format,
    summary: JSON.parse(JSON.stringify(summary)) as Json,
  }));
  const study = cytometry.analyseStudy(summaries, { ...design, rows });
  const drafts = study.steps.flatMap(({ estimates }) => estimates);
  const result: DomainResult = {
    estimates: drafts.map((draft) => ({ ...draft, evidence: "ev:test" })),
    files: summaries,
    study,
    design: { ...design, rows },
  };
  return {
    read,
    study,
    estimates: [...read.flatMap(({ steps }) => steps.flatMap(({ estimates }) => estimates)), ...drafts],
    issues: [...read.flatMap(({ issues }) => issues), ...study.issues],
    findings: cytometry.rules(result),
    figures: cytometry.figures(result),
  };
}
