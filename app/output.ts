import type { Issue, Language, Text } from "vesica/kernel";
import { asTyped } from "./invocation.ts";
import { say } from "./language.ts";
import { harmless } from "./width.ts";

type Style = "bold" | "dim" | "red" | "yellow" | "green";
const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
};

export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Where a command writes: sentences for a person, or one JSON document for a machine. */
export interface Output {
  readonly language: Language;
  readonly json: boolean;
  /** Width of the terminal; 120 where there is none. */
  readonly columns: number;
  /** A line of the answer; nothing with `--json`. */
  line(text?: string): void;
  /** A line beside the answer, on the error stream; nothing with `--json`. */
  aside(text: string): void;
  say(text: Text, parameters?: Readonly<Record<string, string | number>>): string;
  /** A text of ours with its vesica commands as the person types them. */
  typed(text: string): string;
  style(style: Style, text: string): string;
  issues(issues: readonly Issue[]): void;
  /** With `--json` the one document, else nothing. */
  document(value: Readonly<Record<string, unknown>>): void;
  /** A line that is written over on a terminal; empty: removed. */
  status(text: string): void;
  readonly errorStream: Stream;
}

export interface OutputOptions {
  readonly language: Language;
  readonly json: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: Stream;
  readonly error: Stream;
}

export function createOutput({ language, json, environment, out, error }: OutputOptions): Output {
  const plain = Boolean(environment.NO_COLOR) || environment.TERM === "dumb";
  const colours = (stream: Stream) => Boolean(stream.isTTY) && !plain;
  const styled = (on: boolean, style: Style, text: string) =>
    on ? `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m` : text;
  let shown = false;
  const clear = () => {
    if (shown) error.write("\r\u001b[K");
    shown = false;
  };
  const output: Output = {
    language,
    json,
    columns: out.columns ?? 120,
    errorStream: error,
    line(text = "") {
      clear();
      if (!json) out.write(`${text}\n`);
    },
    aside(text) {
      clear();
      if (!json) error.write(`${text}\n`);
    },
    say: (text, parameters = {}) => say(text, language, parameters),
    typed: (text) => asTyped(text, environment),
    style: (style, text) => styled(colours(out), style, text),
    issues(issues) {
      const on = colours(error);
      for (const issue of issues) {
        const style = issue.severity === "error" ? "red" : issue.severity === "warning" ? "yellow" : "dim";
        const typed = {
          ...issue,
          remedy: { ...issue.remedy, [language]: asTyped(issue.remedy[language], environment) },
        };
        output.aside(issueText(typed, language, (text) => styled(on, style, text)));
      }
    },
    document(value) {
      if (json) out.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    status(text) {
      if (json || !error.isTTY) return;
      clear();
      if (text === "") return;
      error.write(text);
      shown = true;
    },
  };
  return output;
}

const severities: Readonly<Record<Issue["severity"], Text>> = {
  error: { en: "error", ja: "エラー" },
  warning: { en: "warning", ja: "警告" },
  note: { en: "note", ja: "注記" },
};
const lineOf = { en: "line {line}", ja: "{line} 行目" };
const columnOf = { en: "column {column}", ja: "{column} 列目" };
const byteOf = { en: "byte offset {byte}", ja: "オフセット {byte} バイト" };

/** An issue as two lines: severity, file and place with what is wrong; then what to do. */
function issueText(issue: Issue, language: Language, mark = (text: string) => text): string {
  const { line, column, byte, key } = issue.place ?? {};
  const place = [
    issue.file ?? "",
    line === undefined ? "" : say(lineOf, language, { line }),
    column === undefined || line === undefined ? "" : say(columnOf, language, { column }),
    byte === undefined ? "" : say(byteOf, language, { byte }),
    key ?? "",
  ].filter((part) => part !== "");
  const head = `${mark(severities[issue.severity][language])}: `;
  const where = place.length > 0 ? `${harmless(place.join(language === "ja" ? "、" : ", "))}: ` : "";
  const remedy = issue.remedy[language] === "" ? "" : `\n  ${harmless(issue.remedy[language])}`;
  return `${head}${where}${harmless(issue.message[language])} [${issue.code}]${remedy}`;
}
