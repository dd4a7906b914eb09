import { Command, type Option } from "commander";
import type { Language, Text } from "vesica/kernel";
import { say } from "./language.ts";
import { helpMessages, helpTitles } from "./messages/help.ts";
import { useMessages as words } from "./messages/use.ts";
import { suggestion } from "./suggestion.ts";
import { displayWidth } from "./width.ts";

const escapes = /\u001b\[[0-9;]*m/g;

/** Commander's command with its own sentences in the person's language; every wrong use ends with how to get help. */
export class LocalisedCommand extends Command {
  readonly language: Language;

  constructor(name: string | undefined, language: Language) {
    super(name);
    this.language = language;
    this.helpOption("-h, --help", say(helpMessages.help, language));
    this.exitOverride();
    this.configureHelp({
      displayWidth: (text) => displayWidth(text.replace(escapes, "")),
      styleTitle: (title) => helpTitles[title]?.[language] ?? title,
      optionDescription: (option) => optionText(option, language),
      showGlobalOptions: false,
    });
  }

  override createCommand(name?: string): LocalisedCommand {
    return new LocalisedCommand(name, this.language);
  }

  wrongUse(text: Text, parameters: Readonly<Record<string, string>>, meant: string | null = null): never {
    const path: string[] = [];
    for (let command: Command | null = this; command; command = command.parent) path.unshift(command.name());
    const sentences = [
      say(text, this.language, parameters),
      ...(meant === null ? [] : [say(words.meant, this.language, { name: meant })]),
      say(words.seeHelp, this.language, { command: path.join(" ") }),
    ];
    return this.error(sentences.join(this.language === "ja" ? "" : " "), { exitCode: 2, code: "vesica.use" });
  }

  unknownCommand(): void {
    const name = this.args[0] ?? "";
    const known = this.commands.map((command) => command.name());
    this.wrongUse(words.unknownCommand, { name }, suggestion(name, known));
  }

  unknownOption(flag: string): void {
    const known = this.options.flatMap((option) => option.long ?? []);
    this.wrongUse(words.unknownOption, { name: flag }, suggestion(flag.split("=")[0]!, [...known, "--help"]));
  }

  missingArgument(name: string): void {
    this.wrongUse(words.missingArgument, { name });
  }

  optionMissingArgument(option: Option): void {
    this.wrongUse(words.missingValue, { name: option.flags });
  }

  missingMandatoryOptionValue(option: Option): void {
    this.wrongUse(words.missingOption, { name: option.flags });
  }

  _excessArguments(received: readonly string[]): void {
    this.wrongUse(words.excess, { name: received[this.registeredArguments.length] ?? "" });
  }
}

function optionText(option: Option, language: Language): string {
  if (option.defaultValue === undefined || typeof option.defaultValue === "boolean")
    return option.description;
  const value = option.defaultValueDescription ?? JSON.stringify(option.defaultValue);
  return `${option.description} (${say(helpMessages.defaultValue, language, { value })})`;
}
