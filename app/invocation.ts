type Environment = Readonly<Record<string, string | undefined>>;

const call =
  /(?<![\p{L}\p{N}_./'-])vesica (?=(?:init|run|verify|serve|formats|demo|help|particles|--help)(?![\p{L}\p{N}]))/gu;

/** How the person calls vesica: in a checkout through npm, where a message that says `vesica run` would name no command. */
function invocation(environment: Environment): string {
  const { npm_command: command = "" } = environment;
  if (command === "run" || command === "run-script") return "npm run vesica --";
  return command === "exec" ? "npx vesica" : "vesica";
}

/** `text` with its vesica commands as the person types them. */
export function asTyped(text: string, environment: Environment): string {
  return text.replace(call, `${invocation(environment)} `);
}
