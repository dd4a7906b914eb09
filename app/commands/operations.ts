import { promises as fs } from "node:fs";
import type { AnyOperation, Language } from "vesica/kernel";
import {
  checkedValue,
  commandName,
  type InputField,
  inputFields,
  operationCallIssues,
  optionValue,
  type ParameterOption,
  parameterOptions,
  plainNumbers,
} from "vesica/study";
import { loadDomains } from "../domains.ts";
import { type ExitStatus, exitStatus, Stop } from "../exit.ts";
import { appIssues } from "../issues.ts";
import { say } from "../language.ts";
import type { LocalisedCommand } from "../localised-command.ts";
import { helpMessages as words } from "../messages/help.ts";
import { tellIssues } from "../tell-run.ts";
import { alignedLines, displayWidth, wrapped } from "../width.ts";
import type { CommandContext } from "./context.ts";

type AddCommon = (command: LocalisedCommand, language: Language) => void;

/** Adds one command per operation of the domain; gives the status of the one that was run. */
export async function addOperations(
  parent: LocalisedCommand,
  domainId: string,
  context: CommandContext,
  addCommonOptions: AddCommon,
): Promise<() => ExitStatus> {
  const { domains } = await loadDomains(context.setup);
  let status: ExitStatus = exitStatus.done;
  const { language } = context.output;
  for (const operation of domains.find(({ id }) => id === domainId)?.operations ?? []) {
    const command = parent.command(commandName(operation.id)) as LocalisedCommand;
    command.summary(operation.title[language]).description(operation.summary[language]);
    command.requiredOption("--input <file>", say(words.input, language));
    const parameters = parameterOptions(operation);
    for (const parameter of parameters) {
      const unit = parameter.unit === "" ? "" : ` [${say(words.unit, language, { unit: parameter.unit })}]`;
      const shown = parameter.defaultValue === undefined ? "" : JSON.stringify(parameter.defaultValue);
      const value = shown === "" ? "" : ` (${say(words.defaultValue, language, { value: shown })})`;
      const name = parameter.label[language];
      const about = parameter.choices === "" ? name : `${name}: ${parameter.choices}`;
      command.option(`--${parameter.flag} <${parameter.type}>`, `${about}${unit}${value}`);
    }
    command.addHelpText("after", () => inputHelp(inputFields(operation), context.output));
    addCommonOptions(command, language);
    command.action(async (options: Record<string, string>) => {
      status = await runOperation(operation, parameters, options, context);
    });
  }
  return () => status;
}

function inputHelp(fields: readonly InputField[], { language, columns }: CommandContext["output"]): string {
  const longest = Math.max(0, ...fields.map(({ name }) => displayWidth(name)));
  const width = Math.max(30, columns - longest - 5);
  const rows = fields.flatMap(({ name, label, unit, required }) => {
    const notes = [
      ...(unit === "" ? [] : [say(words.unit, language, { unit })]),
      ...(required ? [] : [say(words.optional, language)]),
    ];
    const about = label[language] === name ? "" : label[language];
    const noted = notes.length > 0 ? `${about} (${notes.join(", ")})` : about;
    const [first = "", ...others] = wrapped(noted.trim(), width);
    return [[`  ${name}`, first], ...others.map((line) => ["", line])];
  });
  return ["", say(words.inputFields, language), ...alignedLines(rows)].join("\n");
}

async function runOperation(
  operation: AnyOperation,
  parameters: readonly ParameterOption[],
  options: Readonly<Record<string, string>>,
  { output }: CommandContext,
): Promise<ExitStatus> {
  const given: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const text = options[parameter.attribute];
    if (text !== undefined) given[parameter.name] = optionValue(text, parameter.type);
  }
  const settings = checked(operation.parameters, given, exitStatus.wrongUse, "--");
  const input = checked(operation.input, await readInput(options.input!), exitStatus.refused, "");
  const result = operation.run(input, settings);
  const issues = "value" in result ? result.warnings : result.issues;
  const status = "value" in result ? exitStatus.done : exitStatus.refused;
  const value = "value" in result ? plainNumbers(result.value) : null;
  output.document({
    command: operation.id,
    version: operation.version,
    exitStatus: status,
    parameters: settings,
    value,
    issues,
  });
  tellIssues(output, issues);
  if ("value" in result) output.line(JSON.stringify(value, null, 2));
  return status;
}

function checked(schema: AnyOperation["input"], value: unknown, status: ExitStatus, prefix: string): unknown {
  const result = checkedValue(schema, value);
  if ("value" in result) return result.value;
  const issues = result.issues.map(({ parameters }) => {
    const key = `${prefix}${parameters.key}`;
    return operationCallIssues.raise("input-invalid", { ...parameters, key });
  });
  throw new Stop(status, ...issues);
}

async function readInput(file: string): Promise<unknown> {
  let text = "";
  if (file === "-") for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
  else text = await fs.readFile(file, "utf8");
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const reason = (error as Error).message;
    throw new Stop(exitStatus.refused, appIssues.raise("input-not-json", { reason }, { file }));
  }
}
