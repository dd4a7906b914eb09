import type { Language, Text } from "vesica/kernel";

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of messages: `--lang`, else VESICA_LANG, else Japanese where LC_ALL, LC_MESSAGES or LANG is. */
export function chooseLanguage(args: readonly string[], environment: Environment): Language {
  for (const asked of [languageArgument(args), environment.VESICA_LANG])
    if (asked === "en" || asked === "ja") return asked;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^ja/i.test(locale) ? "ja" : "en";
}

function languageArgument(args: readonly string[]): string | undefined {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  for (const [index, arg] of options.entries()) {
    if (arg === "--lang") return options[index + 1];
    if (arg.startsWith("--lang=")) return arg.slice("--lang=".length);
  }
  return undefined;
}

/** The sentence of `text` with its `{name}` places filled in. */
export function say(
  text: Text,
  language: Language,
  parameters: Readonly<Record<string, string | number>> = {},
): string {
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place));
}
