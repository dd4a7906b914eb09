import { CommanderError } from "commander";
import type { CommandContext } from "./commands/context.ts";
import { Cancelled, type ExitStatus, exitStatus, Stop } from "./exit.ts";
import { chooseLanguage } from "./language.ts";
import { useMessages as words } from "./messages/use.ts";
import { createOutput, type Output } from "./output.ts";
import { addCommonOptions, createProgram, domainAsked } from "./program.ts";
import type { Setup } from "./setup.ts";
import { softwareVersion } from "./software.ts";

/** Runs the command that the arguments name and gives the process's exit status. */
export async function main(args: readonly string[], setup: Setup): Promise<ExitStatus> {
  const end = args.indexOf("--");
  const json = (end < 0 ? args : args.slice(0, end)).includes("--json");
  const language = chooseLanguage(args, process.env);
  const output = createOutput({
    language,
    json,
    environment: process.env,
    out: process.stdout,
    error: process.stderr,
  });
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitStatus.done);
    throw error;
  });
  const controller = new AbortController();
  const cancel = () => {
    if (controller.signal.aborted) process.exit(exitStatus.cancelled);
    controller.abort(new Cancelled());
  };
  process.on("SIGINT", cancel).on("SIGTERM", cancel);
  try {
    return await dispatch(args, { setup, output, signal: controller.signal });
  } catch (error) {
    return await ended(controller.signal.aborted ? new Cancelled() : error, output);
  } finally {
    process.off("SIGINT", cancel).off("SIGTERM", cancel);
  }
}

async function dispatch(args: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const { command, status } = createProgram(context, softwareVersion());
  command.configureOutput({
    writeErr: (text) => context.output.errorStream.write(text),
    outputError: () => {},
  });
  let operationStatus: (() => ExitStatus) | null = null;
  const asked = domainAsked(args, Object.keys(context.setup.names));
  if (asked !== null) {
    const { addOperations } = await import("./commands/operations.ts");
    const parent = command.commands.find((each) => each.name() === asked)!;
    operationStatus = await addOperations(parent as typeof command, asked, context, addCommonOptions);
  }
  for (const each of command.commands) {
    each.copyInheritedSettings(command);
    for (const inner of each.commands) inner.copyInheritedSettings(each);
  }
  await command.parseAsync([...args], { from: "user" });
  return operationStatus?.() ?? status();
}

async function ended(error: unknown, output: Output): Promise<ExitStatus> {
  if (error instanceof Cancelled) {
    output.document({ exitStatus: exitStatus.cancelled, cancelled: true });
    output.aside(output.say(words.cancelled));
    return exitStatus.cancelled;
  }
  if (error instanceof CommanderError) return wrongUse(error, output);
  if (error instanceof Stop) {
    output.document({ exitStatus: error.status, issues: error.issues });
    const { tellIssues } = await import("./tell-run.ts");
    tellIssues(output, error.issues);
    return error.status;
  }
  const { diskIssue } = await import("./issues.ts");
  const issue = diskIssue(error);
  if (issue) {
    output.document({ exitStatus: exitStatus.refused, issues: [issue] });
    output.issues([issue]);
    return exitStatus.refused;
  }
  const fault = error instanceof Error ? error : new Error(String(error));
  const cause = fault.cause instanceof Error ? fault.cause : fault;
  output.document({
    exitStatus: exitStatus.fault,
    fault: { message: fault.message, stack: cause.stack ?? "" },
  });
  output.aside(output.say(words.fault, { reason: fault.message }));
  output.aside(output.say(words.faultRemedy, { version: softwareVersion() }));
  output.aside(cause.stack ?? "");
  return exitStatus.fault;
}

function wrongUse(error: CommanderError, output: Output): ExitStatus {
  if (error.exitCode === 0) return exitStatus.done;
  const message = error.code === "commander.help" ? "" : error.message.replace(/^error: /, "");
  output.document({ exitStatus: exitStatus.wrongUse, message });
  if (message !== "") output.aside(`${output.say(words.error)}: ${output.typed(message)}`);
  return exitStatus.wrongUse;
}
