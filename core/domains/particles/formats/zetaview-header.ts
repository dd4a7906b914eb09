import type { InstrumentWarning, Issue, Setting } from "../../../kernel/index.ts";
import type { DilutionStatement, Stated } from "../measurement.ts";
import { zetaviewIssues } from "./zetaview-issues.ts";
import { isBlank, type ZetaviewLine, zetaviewNumber } from "./zetaview-text.ts";

const freeText =
  /^(Original File|Operator|Experiment|SOP|Sample|Electrolyte|General Remarks|Remarks|Sample Info \d+)$/;
const heading = /^(Image Evaluation|Cell parameter|Results.*|ZP Profile|Profile.*):$/;

interface Entry {
  readonly key: string;
  readonly values: string[];
}

/** What stands before and after the first colon, or the first two; null where there is no key. */
function keyed(field: string): { readonly key: string; readonly rest: string } | null {
  const colon = field.indexOf(":");
  if (colon < 1) return null;
  const after = field[colon + 1] === ":" ? colon + 2 : colon + 1;
  return { key: field.slice(0, colon).trimEnd(), rest: field.slice(after).trim() };
}

/** Keys and values of one line; a later field that ends in a colon starts a new key (`Dilution::` too). */
function entriesOf(text: string): Entry[] {
  const fields = text.split("\t").map((field) => field.trim());
  const { key, rest } = keyed(fields[0]!) ?? { key: fields[0]!, rest: "" };
  const entry: Entry = { key, values: rest === "" ? [] : [rest] };
  const entries: Entry[] = [entry];
  for (const field of fields.slice(1)) {
    const next = keyed(field);
    const opens = next?.rest === "" && (!freeText.test(entry.key) || next.key === "Section");
    if (opens) entries.push({ key: next.key, values: [] });
    else entries.at(-1)!.values.push(field);
  }
  return entries;
}

/** The settings of a ZetaView header, as written, under the heading that they stand below. */
export function zetaviewSettings(lines: readonly ZetaviewLine[]): Setting[] {
  const settings: Setting[] = [];
  let section = "";
  for (const { number, text } of lines) {
    if (text.trim() === "") continue;
    if (heading.test(text.trim())) section = text.trim().slice(0, -1);
    else for (const entry of entriesOf(text)) settings.push({ section, ...entry, line: number });
  }
  return settings;
}

/** Looks up settings and gathers what is wrong with them. */
export class ZetaviewHeader {
  readonly settings: readonly Setting[];
  readonly issues: Issue[] = [];
  private readonly lines: readonly ZetaviewLine[];

  constructor(lines: readonly ZetaviewLine[]) {
    this.lines = lines;
    this.settings = zetaviewSettings(lines);
  }

  find(key: string | RegExp): Setting | undefined {
    return this.settings.find((s) => (typeof key === "string" ? s.key === key : key.test(s.key)));
  }

  text(key: string): string {
    return this.find(key)?.values[0] ?? "";
  }

  /** The number of `key`; null where it is absent or blank, and with an issue where it is no number. */
  number(key: string | RegExp, unit: string): Stated | null {
    const setting = this.find(key);
    const printed = setting?.values[0];
    if (!setting || printed === undefined || isBlank(printed)) return null;
    const value = zetaviewNumber(printed);
    if (!Number.isNaN(value)) return { value, unit, printed, line: setting.line };
    this.issues.push(
      zetaviewIssues.raise(
        "zetaview-number-unreadable",
        { key: setting.key, words: printed },
        { place: { line: setting.line, key: setting.key } },
      ),
    );
    return null;
  }

  instrument() {
    const words = this.text("Software");
    const version = /version\s+([^)]+)/.exec(words)?.[1] ?? words;
    if (!/^8\.0(5\.16|6\.01)\b/.test(version)) {
      this.issues.push(zetaviewIssues.raise("zetaview-version-not-checked", { version: version || "?" }));
    }
    return { vendor: "Particle Metrix", model: "ZetaView", software: version };
  }

  capturedAt(): string {
    return `${this.text("Date")} ${this.text("Time")}`.trim();
  }

  /** The sensed temperature in K, undefined where none between -20 and 130 degrees Celsius is written. */
  temperatureKelvin(): number | undefined {
    const celsius = this.number("Temperature", "Cel");
    if (!celsius) return undefined;
    if (celsius.value > -20 && celsius.value < 130) return celsius.value + 273.15;
    this.issues.push(
      zetaviewIssues.raise(
        "zetaview-number-unreadable",
        { key: "Temperature", words: celsius.printed },
        { place: { line: celsius.line, key: "Temperature" } },
      ),
    );
    return undefined;
  }

  /** What the line with `Dilution::` says; the printed concentration is of the diluted sample. */
  dilution(): DilutionStatement {
    const found = this.settings.filter((s) => s.key === "Dilution");
    const line = found[0]?.line ?? 0;
    const words = this.lines.find((l) => l.number === line)?.text.trim() ?? "";
    const factors = found.map((s) => zetaviewNumber(s.values[0]));
    const factor = factors[0];
    const stated = found.some((s) => !isBlank(s.values[0]));
    if (factor !== undefined && factor >= 1 && factors.every((f) => f === factor)) {
      return { factor, printedConcentrationIs: "as measured", words, line };
    }
    const place = line ? { place: { line, key: "Dilution" } } : {};
    this.issues.push(
      stated
        ? zetaviewIssues.raise("zetaview-dilution-unreadable", { words }, place)
        : zetaviewIssues.raise("zetaview-no-dilution", {}, place),
    );
    return { factor: null, printedConcentrationIs: "unknown", words, line };
  }

  /** The instrument's own checks of drift and cell, word for word where it is not content with itself. */
  checks(): InstrumentWarning[] {
    const warnings: InstrumentWarning[] = [];
    for (const what of ["Particle Drift", "Cell"]) {
      const done = this.find(`${what} Checked`);
      const result = this.find(`${what} Check Result`);
      const words = result?.values[0] ?? "";
      // LabVIEW writes its zero, 1904-01-01 at the local offset, where no check was made.
      if (done?.values[0]?.startsWith("1904-01-01")) {
        warnings.push({ key: done.key, words: done.values[0], severity: "caution", line: done.line });
        const place = { place: { line: done.line, key: done.key } };
        this.issues.push(zetaviewIssues.raise("zetaview-never-checked", { key: done.key }, place));
      }
      if (result && words !== "" && !/^(very )?good$|^ok$|^passed$/i.test(words)) {
        const severity = /fail/i.test(words) ? "fail" : "caution";
        warnings.push({ key: result.key, words, severity, line: result.line });
      }
    }
    return warnings;
  }
}
