import type { Language } from "vesica/kernel";
import type { CommandContext } from "./commands/context.ts";
import type { ExitStatus } from "./exit.ts";
import { say } from "./language.ts";
import { LocalisedCommand } from "./localised-command.ts";
import { helpMessages as words } from "./messages/help.ts";
import { useMessages } from "./messages/use.ts";

export interface Program {
  readonly command: LocalisedCommand;
  /** What the command that was run ended with. */
  status(): ExitStatus;
}

interface Options {
  readonly workers?: number;
  readonly update?: boolean;
  readonly cache?: boolean;
  readonly port?: number;
}

type Action = (folder: string, options: Options) => Promise<ExitStatus>;

/** The vesica command with its subcommands; each is loaded when it is called. */
export function createProgram(context: CommandContext, version: string): Program {
  const { language } = context.output;
  const tell = (text: (typeof words)[keyof typeof words]) => say(text, language);
  let status: ExitStatus = 0;
  const program = new LocalisedCommand("vesica", language)
    .description(tell(words.summary))
    .version(version, "-V, --version", tell(words.version))
    .addHelpText("after", `\n${context.output.typed(tell(words.after))}`);
  program.helpCommand("help [command]", tell(words.helpCommand));
  addCommonOptions(program, language);

  const add = (usage: string, about: string, act: Action) => {
    const command = program.command(usage).description(about) as LocalisedCommand;
    addCommonOptions(command, language);
    command.action(async (folder: string, options: Options) => {
      status = await act(folder, options);
    });
    return command;
  };
  const withWorkers = (command: LocalisedCommand) =>
    command.option("--workers <n>", tell(words.workers), (value) => {
      const count = Number(value);
      if (!/^\d+$/.test(value) || count < 1) command.wrongUse(useMessages.workers, {});
      return count;
    });

  const init = add("init", tell(words.init), async (folder, { update = false, ...rest }) =>
    (await import("./commands/init.ts")).init(folder, { update, ...rest }, context),
  ).argument("<folder>", tell(words.folder));
  withWorkers(init as LocalisedCommand).option("--update", tell(words.update));
  const run = add("run", tell(words.run), async (folder, { cache = true, ...rest }) =>
    (await import("./commands/run.ts")).run(folder, { cache, ...rest }, context),
  ).argument("<folder>", tell(words.folder));
  withWorkers(run as LocalisedCommand).option("--no-cache", tell(words.noCache));
  const verify = add("verify", tell(words.verify), async (folder, options) =>
    (await import("./commands/verify.ts")).verify(folder, options, context),
  ).argument("<folder>", tell(words.folder));
  withWorkers(verify as LocalisedCommand);
  const formats = program.command("formats").description(tell(words.formats)) as LocalisedCommand;
  addCommonOptions(formats, language);
  formats.action(async () => {
    status = await (await import("./commands/formats.ts")).formats(context);
  });
  const demo = add("demo", tell(words.demo), async (folder, options) =>
    (await import("./commands/demo.ts")).demo(folder, options, context),
  ).argument("[folder]", tell(words.demoFolder), "vesica-demo");
  withWorkers(demo as LocalisedCommand);
  const serve = add("serve", tell(words.serve), async (folder: string | undefined, options) =>
    (await import("./commands/serve.ts")).serve(folder, options, context),
  ).argument("[folder]", tell(words.folder));
  withWorkers(serve as LocalisedCommand).option("--port <n>", tell(words.port), (value) => {
    const port = Number(value);
    if (!/^\d+$/.test(value) || port > 65_535) serve.wrongUse(useMessages.port, {});
    return port;
  });
  for (const [name, title] of Object.entries(context.setup.names))
    program.command(name).description(say(words.domain, language, { title: title[language] }));
  return { command: program, status: () => status };
}

/** Adds the options that every command takes; `--lang` and `--json` are read before the arguments are parsed. */
export function addCommonOptions(command: LocalisedCommand, language: Language): void {
  command.option("--json", say(words.json, language));
  command.option("--lang <language>", say(words.lang, language), (value) => {
    if (value !== "en" && value !== "ja") command.wrongUse(useMessages.lang, { name: value });
    return value;
  });
}

/** The domain whose operations are asked for, or null. */
export function domainAsked(args: readonly string[], names: readonly string[]): string | null {
  const operands: string[] = [];
  for (let at = 0; at < args.length; at++) {
    if (args[at] === "--lang") at++;
    else if (!args[at]!.startsWith("-")) operands.push(args[at]!);
  }
  const first = operands[0] === "help" ? operands[1] : operands[0];
  return first !== undefined && names.includes(first) ? first : null;
}
