import {
  type Domain,
  type FeatureTableDraft,
  type FileAnalysis,
  type Issue,
  isAccepted,
  type Json,
  type SheetRow,
  type TwinFile,
} from "../../../kernel/index.ts";
import { checkedStudy } from "../../../testing/study.test-support.ts";
import { proteome, proteomeFormats } from "../index.ts";
import { type ProteomeTruth, type ProteomeTwin, proteomeRows, proteomeTwin } from "../twins/index.ts";

export type Cells = Readonly<Record<string, string>>;

export interface GivenStudy {
  readonly files: readonly TwinFile[];
  /** Cells by column of samples.csv. */
  readonly rows: readonly Cells[];
  readonly parameters?: Json;
  readonly reference?: string;
  readonly seed?: number;
}

/** The rows of a sheet as its reader gives them. */
export function sheetRows(rows: readonly Cells[]): SheetRow[] {
  return rows.map(
    ({ file, capture, sample, role, donor, condition, preparation, replicate, ...extra }, at) => ({
      line: at + 2,
      file: file!,
      sample: sample!,
      role: (role ?? "sample") as SheetRow["role"],
      ...(capture ? { capture } : {}),
      ...(donor ? { donor } : {}),
      ...(condition ? { condition } : {}),
      ...(preparation ? { preparation } : {}),
      ...(replicate ? { replicate } : {}),
      extra,
    }),
  );
}

/** A study through the whole room: formats by their signs, file analyses, study analysis, rules, figures. */
export async function analysed({ files, rows, parameters = {}, reference, seed = 1 }: GivenStudy) {
  const own = sheetRows(rows);
  const named = reference === undefined ? {} : { reference };
  const design = { title: "", question: "", parameters: { proteome: parameters }, seed, ...named };
  const read: FileAnalysis[] = [];
  const refused: Issue[] = [];
  for (const { name, bytes } of files) {
    const [format] = proteomeFormats
      .map((one) => ({ one, sure: one.sniff(bytes.subarray(0, 65_536), name) }))
      .filter(({ sure }) => sure > 0)
      .sort((a, b) => b.sure - a.sure);
    if (format === undefined) throw new Error(`${name}: no format is sure of it`);
    const result = await format.one.read(new Blob([bytes]), { name });
    if (!isAccepted(result)) {
      refused.push(...result.issues);
      continue;
    }
    const context = { file: name, rows: own.filter(({ file }) => file === name), design };
    const analysis = await proteome.analyseFile(result.value, context);
    read.push({ ...analysis, issues: [...result.warnings, ...analysis.issues] });
  }
  const checked = checkedStudy(proteome as Domain, read, { ...design, rows: own });
  const steps = checked.result.study.steps;
  const tables = steps.flatMap((step) => step.tables ?? []);
  const codes = [...refused, ...checked.issues].map(({ code }) => code);
  return { ...checked, read, refused, steps, tables, codes };
}

export type AnalysedProteome = Awaited<ReturnType<typeof analysed>>;

type Write = (twin: ProteomeTwin) => Uint8Array<ArrayBuffer>;

/** The study of one file of a twin. */
export function twinStudy(
  given: Partial<ProteomeTruth> & Pick<ProteomeTruth, "seed">,
  write: Write,
  name: string,
  parameters: Json = {},
): GivenStudy & { readonly twin: ProteomeTwin } {
  const twin = proteomeTwin(given);
  const files = [{ name, bytes: write(twin) }];
  return {
    twin,
    files,
    rows: proteomeRows(twin, name),
    parameters,
    reference: twin.truth.sides[0]!.condition,
  };
}

/** The contrast's table of a study that has one, its numbers by the row's leading protein. */
export function contrastRows({
  tables,
}: Pick<AnalysedProteome, "tables">): Map<string, Record<string, number>> {
  const [table] = tables.filter(({ id }) => id === "proteome.contrast");
  if (table === undefined) throw new Error("no contrast was made");
  return rowsOf(table);
}

export function rowsOf(table: FeatureTableDraft): Map<string, Record<string, number>> {
  const words = table.columns.find(({ name }) => name === "feature")!;
  const rows = words.values.map((id): [string, Record<string, number>] => [
    String(id),
    Object.fromEntries(
      table.columns.flatMap((column) => (column.kind === "number" ? [[column.name, Number.NaN]] : [])),
    ),
  ]);
  for (const column of table.columns) {
    if (column.kind !== "number") continue;
    column.values.forEach((value, at) => {
      rows[at]![1][column.name] = value ?? Number.NaN;
    });
  }
  return new Map(rows);
}

/** Values of an estimate by subject and qualifiers. */
export function values({ estimates }: Pick<AnalysedProteome, "estimates">, id: string): number[] {
  return estimates.filter((one) => one.id === `proteome.${id}`).map(({ value }) => value);
}
