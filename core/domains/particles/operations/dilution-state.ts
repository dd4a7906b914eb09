import { z } from "zod";
import { accepted, field, type Issue, isRefused, type Result, refused } from "../../../kernel/index.ts";
import type { DilutionStatement } from "../measurement.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";
import { roundingOf } from "./printed-number.ts";
import { dilutionFactor } from "./schemas.ts";

export interface ConcentrationQuestion {
  /** The concentration that the file prints, in `{particles}/mL`. */
  readonly printed: number;
  readonly statement: DilutionStatement;
  /** The factor that the sample sheet gives. */
  readonly sheetDilution?: number | undefined;
  /** The concentration of the original sample as another file of the same run prints it, in `{particles}/mL`. */
  readonly secondSource?:
    | { readonly original?: number | undefined; readonly words?: string | undefined }
    | undefined;
}

export interface DecidedConcentration {
  /** Of what was in the instrument, in `{particles}/mL`; null where it cannot be known. */
  readonly asMeasured: number | null;
  /** Of the sample before dilution, in `{particles}/mL`; null where it cannot be known. */
  readonly original: number | null;
  /** What the printed number is taken to be of. */
  readonly state: "as measured" | "original";
  readonly factor: number | null;
  readonly factorFrom: "file" | "sheet" | null;
  readonly flags: readonly string[];
  readonly assumptions: readonly string[];
}

/** Relative half unit of two printed digits, the fewest that instruments print. */
const twoDigits = 0.05;

/** The factor of file and sheet, once; refused where either is impossible or where both differ beyond printed digits. */
function oneFactor(
  statement: DilutionStatement,
  sheet: number | undefined,
): Result<Pick<DecidedConcentration, "factor" | "factorFrom">> {
  for (const [code, factor] of [
    ["particles-file-dilution-factor-invalid", statement.factor ?? undefined],
    ["particles-dilution-factor-invalid", sheet],
  ] as const) {
    if (factor !== undefined && !(factor >= 1 && Number.isFinite(factor))) {
      return refused(particlesIssues.raise(code, { factor }));
    }
  }
  if (statement.factor === null) {
    return accepted({ factor: sheet ?? null, factorFrom: sheet === undefined ? null : "sheet" });
  }
  const { factor } = statement;
  if (sheet !== undefined && Math.abs(sheet - factor) > roundingOf(factor, statement.words)) {
    return refused(particlesIssues.raise("particles-dilution-contradiction", { file: factor, sheet }));
  }
  return accepted({ factor, factorFrom: "file" });
}

type State = DecidedConcentration["state"];

/** Which state of the printed number agrees with the original concentration that a second file prints; null: neither. */
function stateBySecondSource(
  printed: number,
  factor: number | null,
  original: number,
  words: string,
): State | null {
  const near = (value: number) =>
    Math.abs(value - original) <= Math.max(roundingOf(original, words), twoDigits * original);
  if (near(printed)) return "original";
  return factor !== null && near(printed * factor) ? "as measured" : null;
}

/**
 * Decides of what a printed concentration is, and gives it as measured and of the original sample: multiplied by the
 * dilution factor once, or never. Where the file's words do not decide, it stays as measured with the flag
 * `dilution_state_unknown`, even if the sheet gives a factor. Issues: `particles-concentration-invalid`,
 * `particles-dilution-factor-invalid`, `particles-dilution-contradiction`, `particles-second-source-contradiction`,
 * `particles-file-dilution-factor-invalid`; warnings `particles-dilution-state-unknown`,
 * `particles-dilution-not-recorded`, `particles-dilution-factor-missing`.
 */
export function decideConcentration(question: ConcentrationQuestion): Result<DecidedConcentration> {
  const { printed, statement, sheetDilution, secondSource } = question;
  if (!(printed >= 0 && Number.isFinite(printed))) {
    return refused(particlesIssues.raise("particles-concentration-invalid", { value: printed }));
  }
  const found = oneFactor(statement, sheetDilution);
  if (isRefused(found)) return found;
  const { factor, factorFrom } = found.value;
  const assumptions: string[] = [];
  let state: State | "unknown" = statement.printedConcentrationIs;

  const second = secondSource?.original;
  if (second !== undefined && (state === "unknown" || factor !== null || state === "original")) {
    const agreed = stateBySecondSource(printed, factor, second, secondSource?.words ?? "");
    const sameInBothStates = factor !== null && Math.abs(factor - 1) <= twoDigits;
    if (agreed === null || (state !== "unknown" && agreed !== state && !sameInBothStates)) {
      return refused(
        particlesIssues.raise("particles-second-source-contradiction", {
          printed,
          factor: factor ?? "-",
          second,
        }),
      );
    }
    if (state === "unknown") {
      state = agreed;
      assumptions.push("dilution_state_from_second_source");
    }
  }
  if (state === "unknown") return accepted(...undecided(printed, statement));
  if (factorFrom === "sheet") assumptions.push("dilution_factor_from_sheet");

  const flags: string[] = [];
  const warnings: Issue[] = [];
  if (factor === null) {
    flags.push("dilution_not_recorded");
    warnings.push(
      particlesIssues.raise(
        state === "original" ? "particles-dilution-factor-missing" : "particles-dilution-not-recorded",
      ),
    );
  }
  const asMeasured = state === "as measured" ? printed : factor === null ? null : printed / factor;
  const original = state === "original" ? printed : factor === null ? null : printed * factor;
  if (original === Number.POSITIVE_INFINITY) {
    return refused(particlesIssues.raise("particles-concentration-invalid", { value: original }));
  }
  return accepted({ asMeasured, original, state, factor, factorFrom, flags, assumptions }, warnings);
}

function undecided(printed: number, statement: DilutionStatement): [DecidedConcentration, Issue[]] {
  const decided: DecidedConcentration = {
    asMeasured: printed,
    original: null,
    state: "as measured",
    factor: null,
    factorFrom: null,
    flags: ["dilution_state_unknown"],
    assumptions: ["concentration_taken_as_measured"],
  };
  const where = statement.line > 0 ? { place: { line: statement.line } } : {};
  return [decided, [particlesIssues.raise("particles-dilution-state-unknown", {}, where)]];
}

export const dilutionState = defineFinite({
  id: "particles.dilutionState",
  version: "1",
  title: { en: "Concentration as measured and of the original sample", ja: "測定時濃度と原試料濃度" },
  summary: {
    en: "Decides whether a printed concentration already includes the dilution factor, and applies the factor once or not at all.",
    ja: "印字された濃度に希釈倍率が含まれているかを判定し、倍率を 1 回だけ、または一切掛けません。",
  },
  input: z.object({
    printed: field(
      z.number(),
      "{particles}/mL",
      "Concentration that the file prints",
      "ファイルに印字された濃度",
    ),
    statement: z.object({
      factor: field(
        z.number().nullable(),
        "1",
        "Dilution factor that the file records",
        "ファイルに記録された希釈倍率",
      ),
      printedConcentrationIs: field(
        z.enum(["as measured", "original", "unknown"]),
        "",
        "What the file says its concentration is of",
        "ファイルの記載による濃度の種別",
      ),
      words: field(z.string().default(""), "", "The file's own words", "ファイルの原文"),
      line: field(z.number().default(0), "", "Line of the file", "ファイルの行番号"),
    }),
    sheetDilution: dilutionFactor.optional(),
    secondSource: z
      .object({
        original: field(
          z.number().nonnegative().optional(),
          "{particles}/mL",
          "Original concentration that another file of the run prints",
          "同じ測定の別ファイルに印字された原試料濃度",
        ),
        words: field(z.string().optional(), "", "Its own words", "その原文"),
      })
      .optional(),
  }),
  parameters: z.object({}),
  example: {
    input: {
      printed: 1.2e8,
      statement: { factor: 1000, printedConcentrationIs: "as measured", words: "Dilution factor: 1000" },
      sheetDilution: 1000,
    },
  },
  run: (input) => decideConcentration(input),
});
